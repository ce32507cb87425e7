import type { Corpus } from '../../../search/corpus.ts';

/** Notes, the nearest to their middle first: by the mean of their vectors, else as they come. */
export function centralFirst({ passages }: Corpus, slots: readonly number[]): number[] {
  const middle = new Float32Array(passages.width);
  const vectors = slots.map((slot) => unit(passages.sumOf(slot)));
  for (const vector of vectors) for (let i = 0; i < middle.length; i++) middle[i]! += vector[i]!;
  const nearness = new Map(slots.map((slot, n) => [slot, dot(vectors[n]!, middle)]));
  return slots.toSorted((a, b) => nearness.get(b)! - nearness.get(a)! || a - b);
}

export function unit(vector: Float32Array): Float32Array {
  const length = Math.sqrt(dot(vector, vector));
  return length > 0 ? vector.map((x) => x / length) : vector;
}

export function dot(a: Float32Array, b: Float32Array): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += a[i]! * b[i]!;
  return sum;
}
