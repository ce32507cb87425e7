import { expect, it } from 'vitest';
import type { EmbeddingTable } from '../embedding-table.ts';
import { principalComponents } from './components.ts';
import { countedWeights, scoredWeights, weightOf } from './token-weights.ts';

const DIMENSIONS = 8;

/** Rows that vary much along one direction, less along another, hardly along the rest. */
function tableOf(rows: number, along: Float32Array, across: Float32Array): EmbeddingTable {
  const buffer = new SharedArrayBuffer(rows * DIMENSIONS * 4);
  const values = new Float32Array(buffer);
  for (let row = 0; row < rows; row++)
    for (let d = 0; d < DIMENSIONS; d++)
      values[row * DIMENSIONS + d] =
        3 + 2 * Math.sin(row) * along[d]! + Math.cos(row * 1.7) * across[d]! + 0.01 * Math.sin(row * d);
  return { buffer, encoding: 'f32', dimensions: DIMENSIONS, rows };
}

const dot = (a: ArrayLike<number>, b: ArrayLike<number>): number =>
  Array.from(a).reduce((sum, x, i) => sum + x * b[i]!, 0);

const along = Float32Array.from([0.5, 0.5, 0.5, 0.5, 0, 0, 0, 0]);
const across = Float32Array.from([0, 0, 0, 0, 0.5, -0.5, 0.5, -0.5]);

it('finds the directions in which the table varies most, whatever all rows share', () => {
  const found = principalComponents(tableOf(500, along, across), () => 1, 2);
  expect(Math.abs(dot(found.subarray(0, DIMENSIONS), along))).toBeGreaterThan(0.99);
  expect(Math.abs(dot(found.subarray(DIMENSIONS), across))).toBeGreaterThan(0.99);
  expect(dot(found.subarray(0, DIMENSIONS), found.subarray(DIMENSIONS))).toBeCloseTo(0, 6);
});

it('does not look at rows that weigh nothing', () => {
  const table = tableOf(500, along, across);
  const values = new Float32Array(table.buffer);
  for (let row = 0; row < 500; row += 2) values[row * DIMENSIONS + 7] = row % 4 === 0 ? 1000 : -1000;
  const found = principalComponents(table, (token) => token % 2, 1);
  expect(Math.abs(dot(found, along))).toBeGreaterThan(0.99);
});

it('weighs a token the less the more frequent it is', () => {
  const tokenizer = {
    model: {
      type: 'Unigram',
      vocab: [
        ['<s>', 0],
        ['de', Math.log(0.05)],
        ['océano', Math.log(1e-6)],
      ],
    },
    added_tokens: [{ id: 0, special: true }],
  };
  const weights = scoredWeights(tokenizer, 4)!;
  expect(weights[0]).toBe(0);
  expect(weights[1]).toBeCloseTo(0.002, 3);
  expect(weights[2]).toBeGreaterThan(0.98);
  expect(weights[3]).toBe(0);
  expect(scoredWeights({ model: { type: 'WordPiece', vocab: { de: 0 } } }, 1)).toBeUndefined();
});

it('learns weights from counts, and tells nothing apart before there are any', () => {
  const none = countedWeights(new Uint32Array(1000));
  expect(new Set(none).size).toBe(1);
  const counted = countedWeights(Uint32Array.from({ length: 1000 }, (_, i) => (i === 0 ? 1e6 : 10)));
  expect(counted[0]).toBeLessThan(0.001);
  expect(counted[1]).toBeGreaterThan(0.3);
  expect(weightOf(1e-4)).toBe(0.5);
});
