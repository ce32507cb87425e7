/**
 * transformers.js on a local folder in the Hub's layout, never on the network. It runs in a process of its own: its
 * tokenizers alone keep half a gigabyte of objects, whose collection would weigh on whatever else is measured.
 */
import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { basename, dirname } from 'node:path';
import { env, type FeatureExtractionPipeline, pipeline } from '@huggingface/transformers';
import { stopwatch, type Timing } from './stopwatch.ts';

export type Dtype = 'fp32' | 'q8';

interface Task {
  readonly texts: readonly string[];
  readonly batch: number;
  /** Whether to batch texts of like length, else in their order. */
  readonly sorted: boolean;
}

/** In the texts' order, mean-pooled and of unit length. */
export interface Answer extends Timing {
  readonly vectors: Float32Array[];
}

export interface Peer {
  embed(task: Task): Promise<Answer>;
  release(): Promise<void>;
}

/** Starts a child that has opened the model. */
export async function openPeer(folder: string, dtype: Dtype): Promise<Peer> {
  const child = fork(import.meta.filename, [folder, dtype], { serialization: 'advanced' });
  await answer(child);
  return {
    async embed(task) {
      child.send(task);
      return (await answer(child)) as Answer;
    },
    async release() {
      child.disconnect();
      await once(child, 'exit');
    },
  };
}

function answer(child: ChildProcess): Promise<unknown> {
  return new Promise((resolve, reject) => {
    const gone = () => reject(new Error('transformers.js ended'));
    child.once('exit', gone);
    child.once('message', (message) => {
      child.off('exit', gone);
      resolve(message);
    });
  });
}

if (import.meta.main) {
  const [folder, dtype] = process.argv.slice(2) as [string, Dtype];
  env.allowRemoteModels = false;
  env.allowLocalModels = true;
  env.localModelPath = dirname(folder);
  const extractor = await pipeline('feature-extraction', basename(folder), { dtype, device: 'cpu' });
  process.on('message', async (task: Task) => {
    const stop = stopwatch();
    const vectors = await embed(extractor, task);
    process.send!({ ...stop(), vectors } satisfies Answer);
  });
  process.send!('ready');
}

async function embed(
  extractor: FeatureExtractionPipeline,
  { texts, batch, sorted }: Task,
): Promise<Float32Array[]> {
  const order = texts.map((_, i) => i);
  if (sorted) order.sort((a, b) => texts[a]!.length - texts[b]!.length);
  const vectors: Float32Array[] = new Array(texts.length);
  for (let at = 0; at < order.length; at += batch) {
    const part = order.slice(at, at + batch);
    const out = await extractor(
      part.map((i) => texts[i]!),
      { pooling: 'mean', normalize: true },
    );
    const size = out.dims[1]!;
    const data = out.data as Float32Array;
    part.forEach((i, row) => {
      vectors[i] = data.slice(row * size, (row + 1) * size);
    });
  }
  return vectors;
}
