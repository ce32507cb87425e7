import { basename, dirname } from 'node:path';
import { env, type FeatureExtractionPipeline, pipeline } from '@huggingface/transformers';

export interface Peer {
  /** Embeds with mean pooling and unit length, `batch` texts at a time, by length if asked; in the texts' order. */
  embed(texts: readonly string[], batch: number, sorted: boolean): Promise<Float32Array[]>;
  release(): Promise<void>;
}

/** transformers.js on a local folder in the Hub's layout, never on the network. */
export async function openPeer(folder: string, dtype: 'fp32' | 'q8'): Promise<Peer> {
  env.allowRemoteModels = false;
  env.allowLocalModels = true;
  env.localModelPath = dirname(folder);
  const extractor: FeatureExtractionPipeline = await pipeline('feature-extraction', basename(folder), {
    dtype,
    device: 'cpu',
  });
  return {
    async embed(texts, batch, sorted) {
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
    },
    release: async () => {
      await extractor.dispose();
    },
  };
}
