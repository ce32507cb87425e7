import fc from 'fast-check';
import { expect, test } from 'vitest';
import { placesOfLinks, without } from './strip-links.ts';

test('links that are taken out keep their places between the words around them', () => {
  const text = 'see [[a]] and [[b]], then';
  const links = [
    { start: 14, end: 19, to: 'b' },
    { start: 4, end: 9, to: 'a' },
  ];
  const bare = without(text, links);
  expect(bare).toBe('see  and , then');
  expect(placesOfLinks(links).map(({ start, to }) => `${bare.slice(0, start)}|${to}`)).toEqual([
    'see |a',
    'see  and |b',
  ]);
});

test('any links, overlapping or not, are placed after what stands before them and is left', () => {
  const span = fc.tuple(fc.nat(30), fc.nat(8)).map(([start, length]) => ({ start, end: start + length }));
  fc.assert(
    fc.property(fc.array(span, { maxLength: 8 }), (links) => {
      const text = 'abcdefghijklmnopqrstuvwxyz0123456789ABCDEF';
      const ordered = [...links].sort((a, b) => a.start - b.start);
      for (const [i, { start }] of placesOfLinks(links).entries())
        expect(start).toBe(without(text.slice(0, ordered[i]!.start), ordered.slice(0, i)).length);
    }),
  );
});
