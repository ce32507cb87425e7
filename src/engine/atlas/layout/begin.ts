import type { Edges } from './edges.ts';
import type { Positions } from './optimise.ts';

/** Rounds of smoothing: enough for far parts of a graph of tens of thousands to hear of each other. */
const ROUNDS = 120;
/** Width of the chart to begin with, in units; the optimiser's own unit is about two neighbours' distance. */
const WIDTH = 20;

/**
 * Where to begin: the two smoothest ways to spread the graph on a line (the leading eigenvectors of its random walk
 * after the constant one), found by repeated averaging. Notes that are linked by many paths begin near each other, so
 * the optimiser need not unfold the whole from chance, and finds the same chart again.
 */
export function beginningOf(edges: Edges, count: number, seed: number): Positions {
  const { heads, tails, weights } = edges;
  const degrees = new Float64Array(count);
  for (let e = 0; e < edges.count; e++) {
    degrees[heads[e]!]! += weights[e]!;
    degrees[tails[e]!]! += weights[e]!;
  }
  const random = uniform(seed);
  let x = Float64Array.from({ length: count }, random);
  let y = Float64Array.from({ length: count }, random);
  for (let round = 0; round < ROUNDS; round++) {
    x = averaged(x, edges, degrees);
    y = averaged(y, edges, degrees);
    free(x, [], degrees);
    free(y, [x], degrees);
  }
  const out = new Float32Array(2 * count);
  const [sx, sy] = [spreadOf(x), spreadOf(y)];
  for (let i = 0; i < count; i++) {
    // A little chance, so that notes of the very same neighbours do not begin on one point.
    out[2 * i] = (WIDTH / 4) * (x[i]! / sx) + 0.1 * random();
    out[2 * i + 1] = (WIDTH / 4) * (y[i]! / sy) + 0.1 * random();
  }
  return bounded(out);
}

/** Half of what a note has and half the mean of its neighbours. */
function averaged(from: Float64Array, edges: Edges, degrees: Float64Array): Float64Array<ArrayBuffer> {
  const { heads, tails, weights } = edges;
  const out = new Float64Array(degrees.length);
  for (let e = 0; e < edges.count; e++) {
    out[heads[e]!]! += weights[e]! * from[tails[e]!]!;
    out[tails[e]!]! += weights[e]! * from[heads[e]!]!;
  }
  for (let i = 0; i < out.length; i++)
    out[i] = (from[i]! + (degrees[i] ? out[i]! / degrees[i]! : from[i]!)) / 2;
  return out;
}

/** Takes out of a spread what is constant and what others have already, by the notes' degrees; then to length 1. */
function free(values: Float64Array, others: readonly Float64Array[], degrees: Float64Array): void {
  let [sum, weight] = [0, 0];
  for (let i = 0; i < values.length; i++) {
    sum += degrees[i]! * values[i]!;
    weight += degrees[i]!;
  }
  const mean = weight ? sum / weight : 0;
  for (let i = 0; i < values.length; i++) values[i]! -= mean;
  for (const other of others) {
    let [dot, square] = [0, 0];
    for (let i = 0; i < values.length; i++) {
      dot += degrees[i]! * values[i]! * other[i]!;
      square += degrees[i]! * other[i]! * other[i]!;
    }
    const factor = square ? dot / square : 0;
    for (let i = 0; i < values.length; i++) values[i]! -= factor * other[i]!;
  }
  const length = Math.sqrt(values.reduce((s, v) => s + v * v, 0));
  if (length > 0) for (let i = 0; i < values.length; i++) values[i]! /= length;
}

const spreadOf = (values: Float64Array): number =>
  Math.sqrt(values.reduce((s, v) => s + v * v, 0) / Math.max(1, values.length)) || 1;

/** Parts that hardly hang together with the rest lie far out: brought in, or all else would be one dot. */
function bounded(positions: Positions): Positions {
  for (let i = 0; i < positions.length; i++) {
    const v = positions[i]!;
    positions[i] =
      Math.sign(v) *
      (Math.abs(v) > WIDTH / 2 ? WIDTH / 2 + Math.log1p(Math.abs(v) - WIDTH / 2) : Math.abs(v));
  }
  return positions;
}

/** Numbers from -1 to 1, the same for the same seed. */
export function uniform(seed: number): () => number {
  let state = (seed | 0) ^ 0x5bd1e995 || 1;
  return () => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) / 0x8000_0000 - 1;
  };
}
