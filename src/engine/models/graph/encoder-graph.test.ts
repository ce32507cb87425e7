import { InferenceSession, Tensor } from 'onnxruntime-node';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { naiveVector } from '../fixtures/naive-encoder.ts';
import { random, sourceOf, TINY_CONFIG, tinyTensors } from '../fixtures/tiny.ts';
import { bertEncoder } from '../weights/bert.ts';
import { fullArithmetic } from './arithmetic.ts';
import { encoderGraph } from './encoder-graph.ts';
import { fastArithmetic } from './fast-arithmetic.ts';
import { activationRecorder, probingArithmetic } from './probe.ts';

const weights = bertEncoder(sourceOf(tinyTensors()), TINY_CONFIG);
const { dimensions, layers } = weights.config;

function batchOf(seed: number, batch: number, sequence: number): Tensor {
  const next = random(seed);
  const data = Float32Array.from({ length: batch * sequence * dimensions }, () => (next() - 0.5) * 3);
  return new Tensor('float32', data, [batch, sequence, dimensions]);
}

async function run(session: InferenceSession, embeddings: Tensor): Promise<Float32Array[]> {
  const data = (await session.run({ embeddings })).vectors!.data as Float32Array;
  const count = data.length / dimensions;
  return Array.from({ length: count }, (_, i) => data.slice(i * dimensions, (i + 1) * dimensions));
}

const rowsOf = (t: Tensor, item: number): Float32Array[] =>
  Array.from({ length: t.dims[1]! }, (_, s) => {
    const at = (item * t.dims[1]! + s) * dimensions;
    return (t.data as Float32Array).subarray(at, at + dimensions);
  });

const cosine = (a: ArrayLike<number>, b: ArrayLike<number>) => {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += a[i]! * b[i]!;
  return sum;
};

const open = (bytes: Uint8Array) => InferenceSession.create(bytes, { intraOpNumThreads: 1 });

async function calibrated() {
  const probe = await open(encoderGraph(weights, probingArithmetic, 'tiny'));
  const recorder = activationRecorder(layers);
  for (let i = 0; i < 30; i++)
    recorder.add(await probe.run({ embeddings: batchOf(100 + i, 1, 4 + (i % 20)) }));
  await probe.release();
  return recorder.activations;
}

describe('the graphs of a small encoder', () => {
  let full: InferenceSession;
  let fast: InferenceSession;
  let fastBytes: Uint8Array;
  beforeAll(async () => {
    full = await open(encoderGraph(weights, fullArithmetic(), 'tiny'));
    fastBytes = encoderGraph(weights, fastArithmetic(await calibrated()), 'tiny');
    fast = await open(fastBytes);
  });
  afterAll(async () => {
    await full.release();
    await fast.release();
  });

  it.each([1, 2, 17, 48])('full precision is BERT as defined, at %i tokens', async (sequence) => {
    const batch = batchOf(sequence, 2, sequence);
    const vectors = await run(full, batch);
    for (const [i, vector] of vectors.entries())
      expect(cosine(vector, naiveVector(weights, rowsOf(batch, i)))).toBeGreaterThan(0.999999);
  });

  it('8 bits stay close to it', async () => {
    const batch = batchOf(5, 16, 20);
    const [exact, near] = [await run(full, batch), await run(fast, batch)];
    for (const [i, vector] of near.entries()) expect(cosine(vector, exact[i]!)).toBeGreaterThan(0.995);
  });

  it('no vector depends on what else is in its batch', async () => {
    const batch = batchOf(9, 6, 12);
    for (const session of [full, fast]) {
      const together = await run(session, batch);
      for (let i = 0; i < 6; i++) {
        const data = (batch.data as Float32Array).slice(i * 12 * dimensions, (i + 1) * 12 * dimensions);
        const [alone] = await run(session, new Tensor('float32', data, [1, 12, dimensions]));
        for (let d = 0; d < dimensions; d++) expect(together[i]![d]).toBeCloseTo(alone![d]!, 5);
      }
    }
  });

  it('the same weights give the same bytes', async () => {
    const again = encoderGraph(weights, fastArithmetic(await calibrated()), 'tiny');
    expect(Buffer.from(again).equals(Buffer.from(fastBytes))).toBe(true);
  });

  it('refuses more tokens than there are positions', async () => {
    await expect(run(full, batchOf(1, 1, 49))).rejects.toThrow();
  });
});
