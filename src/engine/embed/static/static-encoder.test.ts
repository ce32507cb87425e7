import { describe, expect, it } from 'vitest';
import type { EmbeddingTable } from '../../models/embedding-table.ts';
import { createStaticEncoder } from './static-encoder.ts';

const WIDE = 4;

/** Token t points along axis t; token 0 weighs nothing. */
function encoder(weights = [0, 1, 1, 0.5]) {
  const buffer = new SharedArrayBuffer(4 * WIDE * 4);
  const values = new Float32Array(buffer);
  for (let token = 0; token < 4; token++) values[token * WIDE + token] = 1;
  const table: EmbeddingTable = { buffer, encoding: 'f32', dimensions: WIDE, rows: 4 };
  // Axes 1, 2 and 3 are kept.
  const components = Float32Array.from([0, 1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1]);
  return createStaticEncoder({ table, dimensions: 3, components, weights: Float32Array.from(weights) });
}

describe('a static vector', () => {
  it('is the weighted sum of the tokens, in signed bytes', () => {
    expect([...encoder().encode([1, 1, 2, 3])!]).toEqual([127, 64, 32]);
  });

  it('has no length: a text said twice is the same text', () => {
    const { encode } = encoder();
    expect(encode([1, 2, 3, 1, 2, 3])).toEqual(encode([1, 2, 3]));
  });

  it('is missing where no token counts', () => {
    expect(encoder().encode([])).toBeNull();
    expect(encoder().encode([0, 0])).toBeNull();
  });

  it('does not remember the text before', () => {
    const { encode } = encoder();
    encode([1]);
    expect([...encode([2])!]).toEqual([0, 127, 0]);
  });
});
