import { aligned, alignmentOf } from './align.ts';
import { beginningOf } from './begin.ts';
import { edgesOf } from './edges.ts';
import type { NeighbourLists } from './neighbour-lists.ts';
import { optimise, type Positions } from './optimise.ts';
import { REFINING, refined } from './place.ts';
import { asideOf } from './roadstead.ts';

export interface Layout {
  readonly lists: NeighbourLists;
  readonly seed: number;
  /** The chart as it is known: positions by note, those of notes marked in `isNew` without meaning. */
  readonly before?: { readonly positions: Positions; readonly isNew: Uint8Array };
  /** Notes keep their places as well as they can ('refine'), or all find new ones, turned to lie as before ('anew'). */
  readonly mode: 'refine' | 'anew';
  /** Share of the work that is done, 0..1; false ends it. */
  readonly onProgress?: (share: number) => boolean;
}

/** Rounds for a whole chart: few notes need more to come apart, many are the work of each. */
export const roundsFor = (count: number): number => (count <= 12_000 ? 500 : count <= 30_000 ? 300 : 200);

/**
 * Positions for all notes. Those without neighbours lie aside, together. The same input gives the same chart.
 * @returns two numbers a note, in units of the optimiser: neighbours lie about half a unit apart
 */
export function layOut({ lists, seed, before, mode, onProgress }: Layout): Positions {
  const { count } = lists;
  const known = before?.isNew.includes(0) ? before : undefined;
  const rounds = mode === 'refine' && known ? REFINING : roundsFor(count);
  const onRound = (done: number) => onProgress?.(Math.min(1, done / rounds)) ?? true;
  let positions: Positions;
  if (known && mode === 'refine') positions = refined(lists, known.positions, known.isNew, seed, onRound);
  else {
    const edges = edgesOf(lists);
    positions = beginningOf(edges, count, seed);
    optimise(edges, positions, { rounds, seed, onRound });
    if (known) positions = turned(positions, known.positions, known.isNew);
  }
  return asideOf(lists, positions, known?.positions ?? null, known?.isNew ?? null);
}

/** Turned, mirrored, scaled and shifted to lie as the chart did before. */
function turned(positions: Positions, before: Positions, isNew: Uint8Array): Positions {
  const pairs = Array.from(isNew.keys())
    .filter((i) => !isNew[i])
    .map((i) => [i, i] as const);
  return aligned(positions, alignmentOf(positions, before, pairs));
}
