/** What fidelity is judged by. Vectors are of unit length unless centred. */

export function dot(a: ArrayLike<number>, b: ArrayLike<number>): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += a[i]! * b[i]!;
  return sum;
}

export const cosine = (a: ArrayLike<number>, b: ArrayLike<number>): number =>
  dot(a, b) / Math.sqrt(dot(a, a) * dot(b, b));

/** The vectors less the mean of `of`. */
export function centred(vectors: readonly Float32Array[], of: readonly Float32Array[]): Float32Array[] {
  const mean = new Float64Array(of[0]!.length);
  for (const v of of) for (let d = 0; d < mean.length; d++) mean[d]! += v[d]! / of.length;
  return vectors.map((v) => v.map((x, d) => x - mean[d]!));
}

/** Indexes of the k vectors most like each, itself left out. */
export function neighbours(vectors: readonly Float32Array[], k: number): number[][] {
  return vectors.map((v, i) =>
    vectors
      .map((w, j) => ({ j, score: i === j ? -2 : cosine(v, w) }))
      .sort((a, b) => b.score - a.score)
      .slice(0, k)
      .map(({ j }) => j),
  );
}

/** Mean share of neighbours in common. */
export function overlap(a: readonly number[][], b: readonly number[][]): number {
  const shares = a.map((list, i) => list.filter((j) => b[i]!.includes(j)).length / list.length);
  return mean(shares);
}

export const mean = (values: readonly number[]): number => values.reduce((s, v) => s + v, 0) / values.length;
