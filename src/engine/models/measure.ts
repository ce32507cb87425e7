import { Tokenizer } from '@huggingface/tokenizers';
import { InferenceSession, Tensor } from 'onnxruntime-node';
import type { CalibrationTexts } from './calibration-texts.ts';
import { type EmbeddingTable, gatherRows } from './embedding-table.ts';
import { encoderGraph } from './graph/encoder-graph.ts';
import { type Activations, activationRecorder, probingArithmetic } from './graph/probe.ts';
import type { Ingredients, ModelCard } from './recipe.ts';

export interface Measured {
  /** Mean of the titles' vectors as queries; not of unit length: it is what is subtracted. */
  readonly queryMean: Float32Array;
  readonly activations: Activations;
}

/**
 * Runs titles (as queries), passages made of them and odd texts through the encoder in full precision: one text at a time, on
 * one thread, so that the numbers are the same every time.
 */
export async function measure(
  card: ModelCard,
  from: Ingredients,
  table: EmbeddingTable,
  { titles, oddities }: CalibrationTexts,
): Promise<Measured> {
  const tokenizer = new Tokenizer(from.tokenizer.json as object, from.tokenizer.config as object);
  const session = await InferenceSession.create(encoderGraph(from.encoder, probingArithmetic, card.id), {
    intraOpNumThreads: 1,
    interOpNumThreads: 1,
  });
  const recorder = activationRecorder(from.encoder.config.layers);
  const run = async (text: string): Promise<Float32Array> => {
    const ids = tokenizer.encode(text).ids.slice(0, card.window);
    const rows = new Float32Array(ids.length * card.dimensions);
    gatherRows(table, ids, rows);
    const dims = [1, ids.length, card.dimensions];
    const outputs = await session.run({ embeddings: new Tensor('float32', rows, dims) });
    recorder.add(outputs);
    return outputs.vectors!.data as Float32Array;
  };
  try {
    const sum = new Float64Array(card.dimensions);
    for (const title of titles) {
      const vector = await run(card.prefixes.query + title);
      for (let d = 0; d < sum.length; d++) sum[d]! += vector[d]!;
    }
    for (const text of [...passagesOf(titles), ...oddities]) await run(card.prefixes.passage + text);
    return {
      queryMean: Float32Array.from(sum, (s) => s / titles.length),
      activations: recorder.activations,
    };
  } finally {
    await session.release();
  }
}

/** Made-up passages: runs of titles from all over the list, as lines, list items and sentences. */
export function passagesOf(titles: readonly string[]): string[] {
  const joints = ['. ', '\n', '\n- ', ' → ', ', ', '\n\n## '];
  return Array.from({ length: 60 }, (_, i) => {
    const length = 2 + ((i * 7) % 13);
    const parts = Array.from({ length }, (_, k) => titles[(i * 31 + k * 97) % titles.length]);
    return parts.join(joints[i % joints.length]);
  });
}
