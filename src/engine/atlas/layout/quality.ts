import type { Positions } from './optimise.ts';

/** The `k` nearest of a point of the chart, nearest first. */
export function mapNeighbours(positions: Positions, of: number, k: number): number[] {
  const count = positions.length / 2;
  const ids: number[] = [];
  const distances: number[] = [];
  for (let i = 0; i < count; i++) {
    if (i === of) continue;
    const d =
      (positions[2 * i]! - positions[2 * of]!) ** 2 + (positions[2 * i + 1]! - positions[2 * of + 1]!) ** 2;
    if (ids.length === k && d >= distances[k - 1]!) continue;
    let at = Math.min(ids.length, k - 1);
    while (at > 0 && distances[at - 1]! > d) {
      distances[at] = distances[at - 1]!;
      ids[at] = ids[at - 1]!;
      at--;
    }
    distances[at] = d;
    ids[at] = i;
  }
  return ids;
}

/** Ranks of all others by a row of distances, 1 the nearest; `of` itself has 0. */
function ranks(distances: ArrayLike<number>, of: number): Int32Array {
  const order = Int32Array.from({ length: distances.length }, (_, i) => i).sort(
    (a, b) => distances[a]! - distances[b]! || a - b,
  );
  const out = new Int32Array(distances.length);
  let rank = 1;
  for (const i of order) out[i] = i === of ? 0 : rank++;
  return out;
}

export interface Quality {
  /** 1: no note stands beside another that it has nothing to do with. After Venna and Kaski, 2001. */
  readonly trustworthiness: number;
  /** 1: no note stands away from those it belongs to. */
  readonly continuity: number;
}

/**
 * How well a chart shows what is near to what, over the notes `asked`.
 * @param distancesOf a note's distances to all, in the space that is charted
 */
export function qualityOf(
  positions: Positions,
  distancesOf: (note: number) => ArrayLike<number>,
  asked: readonly number[],
  k = 15,
): Quality {
  const count = positions.length / 2;
  if (count <= k + 1 || asked.length === 0) return { trustworthiness: 1, continuity: 1 };
  let [intruders, missing] = [0, 0];
  for (const i of asked) {
    const inSpace = ranks(distancesOf(i), i);
    const onMap = ranks(mapDistances(positions, i), i);
    for (let j = 0; j < count; j++) {
      if (j === i) continue;
      if (onMap[j]! <= k && inSpace[j]! > k) intruders += inSpace[j]! - k;
      if (inSpace[j]! <= k && onMap[j]! > k) missing += onMap[j]! - k;
    }
  }
  const worst = (k * (2 * count - 3 * k - 1)) / 2;
  return {
    trustworthiness: 1 - intruders / (asked.length * worst),
    continuity: 1 - missing / (asked.length * worst),
  };
}

function mapDistances(positions: Positions, of: number): Float64Array {
  const out = new Float64Array(positions.length / 2);
  for (let i = 0; i < out.length; i++)
    out[i] =
      (positions[2 * i]! - positions[2 * of]!) ** 2 + (positions[2 * i + 1]! - positions[2 * of + 1]!) ** 2;
  return out;
}

/** Share of a note's neighbours on the chart, over all asked, that carry its label; notes without one are left out. */
export function neighbourhoodHit(
  positions: Positions,
  labels: readonly (string | null)[],
  asked: readonly number[],
  k = 15,
): number {
  let [hits, all] = [0, 0];
  for (const i of asked) {
    if (labels[i] === null) continue;
    for (const j of mapNeighbours(positions, i, k)) {
      all++;
      if (labels[j] === labels[i]) hits++;
    }
  }
  return all ? hits / all : 0;
}
