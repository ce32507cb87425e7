/** How near vectors are to reference vectors of the same texts. */
export interface Fidelity {
  /** Cosines after subtracting the mean vector of each set. */
  readonly mean: number;
  readonly least: number;
  /** Share of the ten nearest neighbours of each text that both sets agree on. */
  readonly overlap: number;
}

const NEIGHBOURS = 10;

export function fidelity(vectors: readonly Float32Array[], reference: readonly Float32Array[]): Fidelity {
  const [a, b] = [centred(vectors), centred(reference)];
  const cosines = a.map((v, i) => dot(v, b[i]!));
  let shared = 0;
  for (let i = 0; i < a.length; i++) {
    const expected = new Set(nearest(b, i));
    for (const n of nearest(a, i)) if (expected.has(n)) shared++;
  }
  return {
    mean: cosines.reduce((sum, c) => sum + c, 0) / cosines.length,
    least: Math.min(...cosines),
    overlap: shared / (a.length * Math.min(NEIGHBOURS, a.length - 1)),
  };
}

function centred(vectors: readonly Float32Array[]): Float32Array[] {
  const mean = new Float64Array(vectors[0]!.length);
  for (const vector of vectors) for (let d = 0; d < mean.length; d++) mean[d]! += vector[d]! / vectors.length;
  return vectors.map((vector) => {
    const moved = vector.map((x, d) => x - mean[d]!);
    const length = Math.sqrt(dot(moved, moved)) || 1;
    return moved.map((x) => x / length);
  });
}

const nearest = (vectors: readonly Float32Array[], of: number): number[] =>
  vectors
    .map((vector, i) => [i === of ? -2 : dot(vector, vectors[of]!), i] as const)
    .toSorted((x, y) => y[0] - x[0])
    .slice(0, NEIGHBOURS)
    .map(([, i]) => i);

function dot(a: Float32Array, b: Float32Array): number {
  let sum = 0;
  for (let d = 0; d < a.length; d++) sum += a[d]! * b[d]!;
  return sum;
}
