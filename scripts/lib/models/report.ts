import { join } from 'node:path';
import { InferenceSession } from 'onnxruntime-node';
import type { FoundModel } from '../../../src/engine/models/catalogue.ts';
import { openEmbeddingTable } from '../../../src/engine/models/embedding-table.ts';

const mb = (bytes: number) => `${(bytes / 1e6).toFixed(1)} MB`;
const ms = (time: number) => `${Math.round(time)} ms`;

/** Prints where a built model came from, how large its files are and how long they take to open. */
export async function reportModel({ manifest, dir }: FoundModel, took: number): Promise<void> {
  const { id, graphs, embedding, tokenizer, source, licence } = manifest;
  const opened: string[] = [];
  for (const precision of ['full', 'fast'] as const) {
    const start = performance.now();
    const path = join(dir, graphs[precision].path);
    const session = await InferenceSession.create(path, { intraOpNumThreads: 1, interOpNumThreads: 1 });
    opened.push(
      `${precision} ${mb(graphs[precision].bytes)}, session ready in ${ms(performance.now() - start)}`,
    );
    await session.release();
  }
  const start = performance.now();
  openEmbeddingTable(manifest, dir);
  opened.push(`word table ${mb(embedding.bytes)}, read in ${ms(performance.now() - start)}`);
  opened.push(`tokenizer ${mb(tokenizer.json.bytes)}`);
  console.log(`${id}: built in ${(took / 1000).toFixed(1)} s from ${source}; licence ${licence}`);
  for (const line of opened) console.log(`  ${line}`);
}
