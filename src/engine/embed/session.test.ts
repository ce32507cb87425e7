import { expect, it } from 'vitest';
import { badRows } from './session.ts';

it('finds vectors that are not of unit length', () => {
  const rows = [
    [0.6, 0.8],
    [Number.NaN, 1],
    [0, 0],
    [3, 4],
    [Number.POSITIVE_INFINITY, 0],
    [1.0004, 0],
    [-1, 0],
  ];
  expect(badRows(Float32Array.from(rows.flat()), 2)).toEqual([1, 2, 3, 4]);
  expect(badRows(new Float32Array(0), 2)).toEqual([]);
});
