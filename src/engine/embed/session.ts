import { InferenceSession, Tensor } from 'onnxruntime-node';
import type { Gpu } from '../../contract/engine-options.ts';
import { type EmbeddingTable, gatherRows } from '../models/embedding-table.ts';

/** How far a vector's length may be from 1. */
const TOLERANCE = 1e-3;

export interface EncoderSession {
  /**
   * Unit vectors (float32 × texts × dimensions) of `texts` texts of equal length, whose token ids stand one after
   * the other. Blocks this thread for the whole time.
   */
  run(ids: Int32Array, texts: number): Promise<Float32Array<ArrayBuffer>>;
  release(): Promise<void>;
}

/**
 * Where a graph runs: the execution provider's name as ONNX Runtime takes it. A graphics card's comes from a trial in a
 * child process, and is never asked for blindly.
 */
export type Provider = 'cpu' | Gpu;

/** Opens an encoder graph. Rejects with ONNX Runtime's own error. */
export async function openSession(
  path: string,
  table: EmbeddingTable,
  options: { intraOpThreads: number; provider?: Provider },
): Promise<EncoderSession> {
  const session = await InferenceSession.create(path, {
    executionProviders: [options.provider ?? 'cpu'],
    intraOpNumThreads: options.intraOpThreads,
    interOpNumThreads: 1,
    executionMode: 'sequential',
    graphOptimizationLevel: 'all',
    // Every batch has another shape: plans per shape would only pile up.
    enableMemPattern: false,
    logSeverityLevel: 3,
    // A worker that waits must not spin: the other workers need its core. `x64quantprecision` stays off: the 8-bit
    // graphs are made so that nothing saturates on processors without VNNI, and it would only slow those down.
    extra: { session: { intra_op: { allow_spinning: '0' } } },
  });
  const { dimensions } = table;
  // Kept from run to run, which come one after the other: a fresh one each time is work for the collector.
  let space = new Float32Array(0);
  return {
    async run(ids, texts) {
      const size = ids.length * dimensions;
      if (space.length < size) space = new Float32Array(size);
      const rows = space.subarray(0, size);
      gatherRows(table, ids, rows);
      const embeddings = new Tensor('float32', rows, [texts, ids.length / texts, dimensions]);
      const { vectors } = await session.run({ embeddings });
      const data = vectors?.data;
      if (!(data instanceof Float32Array) || data.length !== texts * dimensions)
        throw new Error(`the graph gave ${data?.length ?? 'no'} numbers for ${texts} texts`);
      return data as Float32Array<ArrayBuffer>;
    },
    release: () => session.release(),
  };
}

/** The rows of `vectors` that are not of unit length: NaN, infinite, zero, or badly normalised. */
export function badRows(vectors: Float32Array, dimensions: number): number[] {
  const bad: number[] = [];
  for (let row = 0; row * dimensions < vectors.length; row++) {
    let square = 0;
    for (let d = row * dimensions; d < (row + 1) * dimensions; d++) square += vectors[d]! * vectors[d]!;
    if (!(Math.abs(Math.sqrt(square) - 1) <= TOLERANCE)) bad.push(row);
  }
  return bad;
}
