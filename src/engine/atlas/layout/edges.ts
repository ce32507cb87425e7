import type { NeighbourLists } from './neighbour-lists.ts';

/** The neighbour graph without directions: edge `e` joins `heads[e]` and `tails[e]`, heads in order. */
export interface Edges {
  readonly count: number;
  /** Smaller index of the two. */
  readonly heads: Int32Array;
  readonly tails: Int32Array;
  /** How surely the two are neighbours, 0..1. */
  readonly weights: Float32Array;
}

/** How many neighbours, in effect, a note should have: log2 of the list's length, after UMAP. */
const STEPS = 32;
/** Weights below it pull so little that they only cost time. */
const LEAST = 0.02;

/**
 * Every note's similarities as memberships, scaled so that each has as much of a neighbourhood as any other, however
 * dense or lonely the place; then joined: two notes are neighbours if either says so.
 */
export function edgesOf(lists: NeighbourLists): Edges {
  const { count, k, ids } = lists;
  const member = memberships(lists);
  const [heads, tails, weights]: [number[], number[], number[]] = [[], [], []];
  for (let i = 0; i < count; i++)
    for (let n = i * k; n < (i + 1) * k && ids[n]! >= 0; n++) {
      const j = ids[n]!;
      const there = placeOf(lists, j, i);
      // An edge that both say is made once, by the smaller index.
      if (there >= 0 && j < i) continue;
      const back = there < 0 ? 0 : member[there]!;
      const weight = member[n]! + back - member[n]! * back;
      if (weight < LEAST) continue;
      heads.push(Math.min(i, j));
      tails.push(Math.max(i, j));
      weights.push(weight);
    }
  return byHead(count, heads, tails, weights);
}

/** Where `other` stands in a note's list; -1 when it does not. */
function placeOf({ k, ids }: NeighbourLists, note: number, other: number): number {
  for (let n = note * k; n < (note + 1) * k; n++) if (ids[n] === other) return n;
  return -1;
}

/** Edges in the order of their heads: the optimiser walks through memory in order. */
function byHead(
  count: number,
  heads: readonly number[],
  tails: readonly number[],
  weights: readonly number[],
): Edges {
  const at = new Int32Array(count + 1);
  for (const head of heads) at[head + 1]!++;
  for (let i = 0; i < count; i++) at[i + 1]! += at[i]!;
  const edges = {
    count: heads.length,
    heads: new Int32Array(heads.length),
    tails: new Int32Array(heads.length),
    weights: new Float32Array(heads.length),
  };
  for (const [e, head] of heads.entries()) {
    const place = at[head]!++;
    edges.heads[place] = head;
    edges.tails[place] = tails[e]!;
    edges.weights[place] = weights[e]!;
  }
  return edges;
}

/** One membership per place of the lists, 0..1; the nearest neighbour's is 1. */
function memberships({ count, k, ids, similarities }: NeighbourLists): Float32Array {
  const out = new Float32Array(count * k);
  const distances = new Float64Array(k);
  for (let i = 0; i < count; i++) {
    let n = 0;
    while (n < k && ids[i * k + n]! >= 0) {
      distances[n] = Math.max(0, 1 - similarities[i * k + n]!);
      n++;
    }
    if (n === 0) continue;
    const nearest = distances[0]!;
    const width = widthFor(distances, n, nearest, Math.log2(Math.max(2, k)));
    for (let m = 0; m < n; m++) out[i * k + m] = width > 0 ? Math.exp(-(distances[m]! - nearest) / width) : 1;
  }
  return out;
}

/** The width at which memberships add up to `wanted`, found by halving; 0 where all are equally near. */
function widthFor(distances: Float64Array, n: number, nearest: number, wanted: number): number {
  if (n <= wanted || distances[n - 1]! - nearest < 1e-6) return distances[n - 1]! - nearest;
  let [low, high] = [0, Number.POSITIVE_INFINITY];
  let width = distances[n - 1]! - nearest;
  for (let step = 0; step < STEPS; step++) {
    let sum = 0;
    for (let m = 0; m < n; m++) sum += Math.exp(-(distances[m]! - nearest) / width);
    if (Math.abs(sum - wanted) < 1e-4) break;
    if (sum > wanted) high = width;
    else low = width;
    width = high === Number.POSITIVE_INFINITY ? width * 2 : (low + high) / 2;
  }
  return width;
}
