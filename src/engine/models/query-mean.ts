import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Tokenizer } from '@huggingface/tokenizers';
import { InferenceSession, Tensor } from 'onnxruntime-node';
import { gatherRows, openEmbeddingTable } from './embedding-table.ts';
import type { ModelManifest } from './manifest.ts';

/**
 * The mean of the titles' vectors as queries, in full precision, one text at a time on one thread: slow, and the same
 * every time. `dir` needs tokenizer, word table and full graph. Not of unit length: it is what is subtracted.
 */
export async function meanOfQueries(
  manifest: ModelManifest,
  dir: string,
  titles: readonly string[],
): Promise<Float32Array> {
  const { dimensions, prefixes, window } = manifest;
  const json = (name: string) => JSON.parse(readFileSync(join(dir, name), 'utf8'));
  const tokenizer = new Tokenizer(json(manifest.tokenizer.json.path), json(manifest.tokenizer.config.path));
  const table = openEmbeddingTable(manifest, dir);
  const session = await InferenceSession.create(join(dir, manifest.graphs.full.path), {
    intraOpNumThreads: 1,
    interOpNumThreads: 1,
  });
  try {
    const sum = new Float64Array(dimensions);
    for (const title of titles) {
      const ids = tokenizer.encode(prefixes.query + title).ids.slice(0, window);
      const rows = new Float32Array(ids.length * dimensions);
      gatherRows(table, ids, rows);
      const embeddings = new Tensor('float32', rows, [1, ids.length, dimensions]);
      const { vectors } = await session.run({ embeddings });
      const vector = vectors!.data as Float32Array;
      for (let d = 0; d < dimensions; d++) sum[d]! += vector[d]!;
    }
    return Float32Array.from(sum, (s) => s / titles.length);
  } finally {
    await session.release();
  }
}
