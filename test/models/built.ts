import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Tokenizer } from '@huggingface/tokenizers';
import { InferenceSession, Tensor } from 'onnxruntime-node';
import { hasCode } from '../../src/common/errors.ts';
import { type FoundModel, findModel } from '../../src/engine/models/catalogue.ts';
import { gatherRows, openEmbeddingTable } from '../../src/engine/models/embedding-table.ts';
import type { Precision } from '../../src/engine/models/manifest.ts';

/** A built model, or undefined when this machine has not built it. */
export function builtModel(id: string): FoundModel | undefined {
  try {
    return findModel({ id });
  } catch (error) {
    if (hasCode(error, 'MODEL_MISSING')) return undefined;
    throw error;
  }
}

/** The folder of reference material beside the repository, where there is one. */
export function sharedFolder(...parts: string[]): string | undefined {
  const folder = join(import.meta.dirname, '..', '..', '..', 'shared', ...parts);
  return existsSync(folder) ? folder : undefined;
}

/** Token ids of texts as they stand, with special tokens, cut to the window as the reference does. */
export function encoderOf({ manifest, dir }: FoundModel): (text: string) => number[] {
  const json = (name: string) => JSON.parse(readFileSync(join(dir, name), 'utf8'));
  const tokenizer = new Tokenizer(json(manifest.tokenizer.json.path), json(manifest.tokenizer.config.path));
  return (text) => {
    const { ids } = tokenizer.encode(text);
    return ids.length > manifest.window ? [...ids.slice(0, manifest.window - 1), ids.at(-1)!] : ids;
  };
}

export interface Runner {
  /** One vector per id list, each run alone. */
  run(ids: readonly (readonly number[])[]): Promise<Float32Array[]>;
  close(): Promise<void>;
}

/** A session of a built model's graph, on one thread. */
export async function openRunner({ manifest, dir }: FoundModel, precision: Precision): Promise<Runner> {
  const { dimensions, graphs } = manifest;
  const table = openEmbeddingTable(manifest, dir);
  const session = await InferenceSession.create(join(dir, graphs[precision].path), { intraOpNumThreads: 1 });
  return {
    async run(all) {
      const out: Float32Array[] = [];
      for (const ids of all) {
        const rows = new Float32Array(ids.length * dimensions);
        gatherRows(table, ids, rows);
        const embeddings = new Tensor('float32', rows, [1, ids.length, dimensions]);
        out.push((await session.run({ embeddings })).vectors!.data as Float32Array);
      }
      return out;
    },
    close: () => session.release(),
  };
}

/** Varied texts: the lines of texts.txt, nothing at all, white space, and passages as long as the window. */
export function variedTexts(): string[] {
  const file = readFileSync(join(import.meta.dirname, 'texts.txt'), 'utf8');
  const lines = file
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => line.replaceAll('\\n', '\n').replaceAll('\\t', '\t').replaceAll('\\\\', '\\'));
  const every = (n: number, from: number) => lines.filter((_, i) => i % n === from).join('\n\n');
  return [...lines, '', ' ', '\n\n\t', every(12, 0), every(16, 5), every(6, 1), every(9, 4)];
}
