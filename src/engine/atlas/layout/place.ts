import { uniform } from './begin.ts';
import { edgesOf } from './edges.ts';
import type { NeighbourLists } from './neighbour-lists.ts';
import { optimise, type Positions } from './optimise.ts';

/** Rounds in which notes that were just put down find their place among those that stay. */
const SETTLING = 40;
/** How far from the middle of its neighbours a note is put down, in units, so that no two lie on one point. */
const ASIDE = 0.3;
/**
 * How freely notes that have been on the chart may still move when new ones are refined in. Among many notes the
 * neighbours are nearer, and a smaller move makes others of them.
 */
const heldOf = (count: number): number => Math.min(0.005, 10 / count);
/** Rounds in which a chart takes in its new notes. */
export const REFINING = 120;

/**
 * Puts notes on a chart on which the others stay exactly where they are: each in the middle of its neighbours, then
 * moved a little by the same pulls and pushes that made the chart.
 * @param isNew by note: 1 where its position is to be found, 2 where it stands but may move; 0 where it stays
 * @returns all positions; notes without any neighbour that has a place stay as they were given
 */
export function placed(
  lists: NeighbourLists,
  positions: Positions,
  isNew: Uint8Array,
  seed: number,
): Positions {
  const out = positions.slice();
  const located = Uint8Array.from(isNew, (n) => (n === 1 ? 0 : 1));
  // Those whose neighbours are known first: a new note may have none but new ones.
  for (let left = -1; ; ) {
    const waiting = Array.from(isNew.keys()).filter((i) => !located[i]);
    if (waiting.length === 0 || waiting.length === left) break;
    left = waiting.length;
    for (const i of waiting) if (putDown(lists, out, located, i, uniform(seed + i))) located[i] = 1;
  }
  const edges = edgesOf(onlyTouching(lists, isNew));
  optimise(edges, out, {
    rounds: SETTLING,
    seed,
    step: 0.3,
    freedom: Float32Array.from(isNew, (n) => (n ? 1 : 0)),
  });
  return out;
}

/**
 * Lets a chart take in its new notes: these move freely, the others give way a little. The chart stays the one that is
 * known; what has changed deeply needs a new one.
 */
export function refined(
  lists: NeighbourLists,
  positions: Positions,
  isNew: Uint8Array,
  seed: number,
  onRound?: (done: number) => boolean,
): Positions {
  const out = placed(lists, positions, isNew, seed);
  const held = heldOf(lists.count);
  optimise(edgesOf(lists), out, {
    rounds: REFINING,
    seed,
    step: 0.3,
    freedom: Float32Array.from(isNew, (n) => (n ? 1 : held)),
    ...(onRound ? { onRound } : {}),
  });
  return out;
}

/** How many times as far from the middle of its neighbours as they are themselves a note is out of place. */
const ASTRAY = 2;

/** Whether a note lies well outside of its neighbours: it belongs elsewhere. */
export function isAstray(
  { k, ids, similarities }: NeighbourLists,
  positions: Positions,
  note: number,
): boolean {
  const near = ids.subarray(note * k, (note + 1) * k).filter((id) => id >= 0);
  let [x, y, weight] = [0, 0, 0];
  for (const [n, id] of near.entries()) {
    const w = similarities[note * k + n]! ** 4;
    x += w * positions[2 * id]!;
    y += w * positions[2 * id + 1]!;
    weight += w;
  }
  if (weight === 0) return false;
  const far = (id: number) =>
    Math.hypot(positions[2 * id]! - x / weight, positions[2 * id + 1]! - y / weight);
  const spread = Float64Array.from(near, far).sort()[near.length >> 1]!;
  return far(note) > ASTRAY * spread + 1;
}

/** False when no neighbour has a place yet. */
function putDown(
  { k, ids, similarities, count }: NeighbourLists,
  out: Positions,
  located: Uint8Array,
  note: number,
  random: () => number,
): boolean {
  let [x, y, weight] = [0, 0, 0];
  const add = (other: number, similarity: number) => {
    const w = similarity ** 4; // the nearest decide: between two far neighbours there is nothing
    x += w * out[2 * other]!;
    y += w * out[2 * other + 1]!;
    weight += w;
  };
  for (let n = note * k; n < (note + 1) * k && ids[n]! >= 0; n++)
    if (located[ids[n]!]) add(ids[n]!, similarities[n]!);
  if (weight === 0)
    for (let other = 0; other < count; other++)
      for (let n = other * k; located[other] && n < (other + 1) * k && ids[n]! >= 0; n++)
        if (ids[n] === note) add(other, similarities[n]!);
  if (weight === 0) return false;
  out[2 * note] = x / weight + ASIDE * random();
  out[2 * note + 1] = y / weight + ASIDE * random();
  return true;
}

/** The lists of marked notes and of notes that have one in their list; no others. */
function onlyTouching({ count, k, ids, similarities }: NeighbourLists, marked: Uint8Array): NeighbourLists {
  const out = { count, k, ids: ids.slice(), similarities };
  for (let i = 0; i < count; i++) {
    if (marked[i]) continue;
    const row = ids.subarray(i * k, (i + 1) * k);
    // Memberships depend on the whole list: it is kept whole where it matters.
    if (!row.some((id) => id >= 0 && marked[id])) out.ids.fill(-1, i * k, (i + 1) * k);
  }
  return out;
}
