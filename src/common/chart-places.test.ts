import { expect, it } from 'vitest';
import { decodePlaces, encodePlaces } from './chart-places.ts';

it.each([
  [[], []],
  [['uno.md'], []],
  [
    ['mar/océano.md', 'a\nb.md', '日记/🌊.md'],
    [0, 2, 1, 2],
  ],
])('places travel whole: %j', (paths, links) => {
  const places = {
    paths,
    positions: Float32Array.from(paths.flatMap((_, i) => [i + 0.5, -i])),
    regions: Int32Array.from(paths, (_, i) => i - 1),
    parts: Int32Array.from(paths, () => -1),
    links: Uint32Array.from(links),
  };
  expect(decodePlaces(encodePlaces(places).buffer)).toEqual(places);
});
