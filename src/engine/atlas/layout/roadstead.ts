import type { NeighbourLists } from './neighbour-lists.ts';
import type { Positions } from './optimise.ts';

/** Distance between two notes that lie aside, in units. */
const APART = 0.6;
/** Distance of the first from what is charted. */
const OFF = 2;
/** The angle of the sunflower's seeds: every further point finds room, and none before it moves. */
const TURN = Math.PI * (3 - Math.sqrt(5));

/**
 * Notes that nothing is like (without text, or in a vault of one) have no place in a map of meaning: they lie together
 * beside it, like ships at anchor, each where it lay before. Changes nothing of the others.
 */
export function asideOf(
  lists: NeighbourLists,
  positions: Positions,
  before: Positions | null,
  isNew: Uint8Array | null,
): Positions {
  const { count, k, ids } = lists;
  const hasNeighbours = new Uint8Array(count);
  for (let i = 0; i < count; i++)
    for (let n = i * k; n < (i + 1) * k && ids[n]! >= 0; n++) hasNeighbours[i] = hasNeighbours[ids[n]!] = 1;
  const lonely = Array.from(hasNeighbours.keys()).filter((i) => !hasNeighbours[i]);
  if (lonely.length === 0) return positions;
  const box = boundsOf(positions, hasNeighbours);
  const radius = APART * Math.sqrt(lonely.length);
  const [x, y] = lonely.length === count ? [0, 0] : [box.right + OFF + radius, box.bottom + radius];
  const taken = new Set<number>();
  const spot = (n: number): [number, number] => [
    x + APART * Math.sqrt(n) * Math.cos(n * TURN),
    y + APART * Math.sqrt(n) * Math.sin(n * TURN),
  ];
  for (const i of lonely) {
    if (before && isNew && !isNew[i]) {
      positions[2 * i] = before[2 * i]!;
      positions[2 * i + 1] = before[2 * i + 1]!;
      continue;
    }
    let n = taken.size;
    while (taken.has(n) || occupied(spot(n), lonely, before, isNew)) n++;
    taken.add(n);
    [positions[2 * i], positions[2 * i + 1]] = spot(n);
  }
  return positions;
}

/** Whether one of those that lay aside before lies there. */
function occupied(
  [x, y]: readonly [number, number],
  lonely: readonly number[],
  before: Positions | null,
  isNew: Uint8Array | null,
): boolean {
  if (!before || !isNew) return false;
  return lonely.some((i) => !isNew[i] && Math.hypot(before[2 * i]! - x, before[2 * i + 1]! - y) < APART / 2);
}

function boundsOf(positions: Positions, counted: Uint8Array): { right: number; bottom: number } {
  let [right, bottom] = [Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY];
  for (let i = 0; i < counted.length; i++) {
    if (!counted[i]) continue;
    right = Math.max(right, positions[2 * i]!);
    bottom = Math.min(bottom, positions[2 * i + 1]!);
  }
  return { right, bottom };
}

/** Puts a few notes without neighbours aside of all others, which stay where they are; changes `positions`. */
export function moor(positions: Positions, lonely: readonly number[]): void {
  const others = new Uint8Array(positions.length / 2).fill(1);
  for (const i of lonely) others[i] = 0;
  if (!others.includes(1)) return;
  const { right, bottom } = boundsOf(positions, others);
  for (const [n, i] of lonely.entries()) {
    positions[2 * i] = right + OFF;
    positions[2 * i + 1] = bottom + n * APART;
  }
}
