import { expect, test } from 'vitest';
import { Arena, createKernels } from './kernels.ts';
import { vectorMaker } from './made-vectors.ts';
import { SEGMENT_ROWS, VectorRows } from './vector-rows.ts';

function rowsOf(dimensions: number): VectorRows {
  const kernels = createKernels(dimensions);
  return new VectorRows(dimensions, kernels, new Arena(kernels.memory));
}

function cosine(a: Float32Array, b: Float32Array): number {
  return a.reduce((sum, x, i) => sum + x * b[i]!, 0) / Math.hypot(...a) / Math.hypot(...b);
}

const filled = (dimensions: number, count: number) => {
  const rows = rowsOf(dimensions);
  const maker = vectorMaker(dimensions, { common: 0 });
  const vectors = Array.from({ length: count }, (_, i) => maker.vector(i));
  rows.resize(count);
  for (const [i, vector] of vectors.entries()) rows.set(i, vector);
  return { rows, vectors, query: maker.vector(3) };
};

test.each([384, 100, 9])('cosines of %i dimensions are within 1 % of the exact ones', (dimensions) => {
  const { rows, vectors, query } = filled(dimensions, 200);
  rows.ask(query);
  const all = new Float32Array(200);
  rows.cosines(all);
  for (const [i, vector] of vectors.entries())
    expect(Math.abs(all[i]! - cosine(vector, query))).toBeLessThan(0.01);
  const some = new Float32Array(3);
  rows.cosinesAt(Int32Array.of(7, 199, 7), some);
  expect([...some]).toEqual([all[7], all[199], all[7]]);
});

test('distances count differing signs; padding does not count', () => {
  const { rows, vectors, query } = filled(100, 50);
  rows.ask(query);
  const distances = new Uint16Array(50);
  rows.distances(distances);
  const expected = vectors.map((v) => v.filter((x, i) => x > 0 !== query[i]! > 0).length);
  expect([...distances]).toEqual(expected);
});

test('rows beyond one segment are reached, and the memory that grew under them is read', () => {
  const { rows, vectors, query } = filled(16, SEGMENT_ROWS * 2 + 5);
  rows.ask(query);
  const all = new Float32Array(rows.count);
  rows.cosines(all);
  for (const row of [0, SEGMENT_ROWS - 1, SEGMENT_ROWS, SEGMENT_ROWS * 2 + 4])
    expect(all[row]).toBeCloseTo(cosine(vectors[row]!, query), 1);
  const listed = new Float32Array(rows.count);
  rows.cosinesAt(Int32Array.from(all.keys()), listed);
  expect(listed).toEqual(all);
});

test('a row that was forgotten comes back empty', () => {
  const { rows, query } = filled(32, 4);
  rows.resize(2);
  rows.resize(4);
  rows.ask(query);
  const out = new Float32Array(4);
  rows.cosines(out);
  expect(out[0]).not.toBe(0);
  expect([...out.subarray(2)]).toEqual([0, 0]);
});

test('copy moves a row; addTo gives back its direction at length 1', () => {
  const { rows, vectors } = filled(64, 3);
  rows.copy(2, 0);
  const out = new Float32Array(64);
  rows.addTo(out, 0, 1);
  expect(cosine(out, vectors[2]!)).toBeGreaterThan(0.999);
  expect(Math.hypot(...out)).toBeCloseTo(1, 5);
});

test('zeros are like nothing, as a row and as a query', () => {
  const { rows, query } = filled(32, 2);
  rows.set(1, new Float32Array(32));
  const out = new Float32Array(2);
  rows.ask(query);
  rows.cosines(out);
  expect(out[1]).toBe(0);
  rows.ask(new Float32Array(32));
  rows.cosines(out);
  expect([...out]).toEqual([0, 0]);
});
