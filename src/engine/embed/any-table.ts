import type { EmbeddingTable } from '../models/embedding-table.ts';

/** Numbers in place of words: the speed does not depend on them. */
export function anyTable(rows: number, dimensions: number): EmbeddingTable {
  const buffer = new SharedArrayBuffer(rows * dimensions * 4);
  new Float32Array(buffer).forEach((_, i, all) => {
    all[i] = Math.sin(i * 1.7) / 10;
  });
  return { buffer, encoding: 'f32', dimensions, rows };
}
