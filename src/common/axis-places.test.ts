import { expect, test } from 'vitest';
import { decodeAxis, encodeAxis } from './axis-places.ts';

test.each([
  { paths: [], positions: [], related: [] },
  { paths: ['Ñandú, 鳥.md', 'a/b.md', 'c.md'], positions: [-1, 0.25, 1], related: [1, 0, 1] },
])('places on an axis arrive as they were sent: $paths.length notes', ({ paths, positions, related }) => {
  const sent = { paths, positions: Float32Array.from(positions), related: Uint8Array.from(related) };
  expect(decodeAxis(encodeAxis(sent).buffer)).toEqual(sent);
});
