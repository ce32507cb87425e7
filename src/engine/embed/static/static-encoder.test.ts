import { describe, expect, it } from 'vitest';
import type { EmbeddingTable } from '../../models/embedding-table.ts';
import { createStaticEncoder, type StaticSetup, weighBy } from './static-encoder.ts';

const WIDE = 4;

/** Token t points along axis t; token 0 weighs nothing. */
function setup(weights = [0, 1, 1, 0.5]): StaticSetup {
  const buffer = new SharedArrayBuffer(4 * WIDE * 4);
  const values = new Float32Array(buffer);
  for (let token = 0; token < 4; token++) values[token * WIDE + token] = 1;
  const table: EmbeddingTable = { buffer, encoding: 'f32', dimensions: WIDE, rows: 4 };
  // Axes 1, 2 and 3 are kept.
  const components = Float32Array.from([0, 1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1]);
  const basis = new Int32Array(1);
  return { table, dimensions: 3, components, weights: Float32Array.from(weights), basis };
}

const encoder = () => createStaticEncoder(setup());

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

  it('weighs by what was counted from then on, and says so', () => {
    const shared = setup([1, 1, 1, 1]);
    const { encode } = createStaticEncoder(shared);
    expect([...encode([1, 2])!]).toEqual([127, 127, 0]);
    weighBy(shared, { id: 7, counts: Uint32Array.from([0, 1_000_000, 0, 0]) });
    const [often, rare] = encode([1, 2])!;
    expect(rare).toBe(127);
    expect(often).toBeLessThan(10);
    expect(shared.basis[0]).toBe(7);
  });

  it('is not weighed by counts of another vocabulary', () => {
    const shared = setup();
    weighBy(shared, { id: 7, counts: new Uint32Array(5) });
    expect([shared.basis[0], ...shared.weights]).toEqual([0, 0, 1, 1, 0.5]);
  });
});
