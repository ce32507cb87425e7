import fc from 'fast-check';
import { expect, test } from 'vitest';
import { nearestRows, topIndexes } from './top.ts';

test('nearestRows are the k smallest distances, first rows first on ties', () => {
  fc.assert(
    fc.property(
      fc.array(fc.integer({ min: 0, max: 20 }), { maxLength: 60 }),
      fc.integer({ min: 0, max: 70 }),
      (d, k) => {
        const expected = [...d.keys()].sort((a, b) => d[a]! - d[b]! || a - b).slice(0, k);
        const found = nearestRows(Uint16Array.from(d), d.length, 20, k);
        expect([...found]).toEqual(expected.sort((a, b) => a - b));
      },
    ),
  );
});

test('topIndexes are the k largest above the least, in order', () => {
  fc.assert(
    fc.property(
      fc.array(fc.integer({ min: -5, max: 5 }), { maxLength: 60 }),
      fc.integer({ min: 0, max: 70 }),
      fc.integer({ min: -6, max: 5 }),
      (values, k, least) => {
        const expected = [...values.keys()]
          .filter((i) => values[i]! > least)
          .sort((a, b) => values[b]! - values[a]! || a - b)
          .slice(0, k);
        expect(topIndexes(Float32Array.from(values), k, least)).toEqual(expected);
      },
    ),
  );
});

test('what is not a number is never on top', () => {
  expect(topIndexes(Float32Array.of(Number.NaN, 1, Number.NaN), 3)).toEqual([1]);
});
