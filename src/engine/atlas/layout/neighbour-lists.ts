/**
 * The nearest neighbours of every note, as flat arrays: row `i` begins at `i * k`. What the layout is made from; it is
 * told nothing else of the notes.
 */
export interface NeighbourLists {
  /** Notes. */
  readonly count: number;
  /** Neighbours of each, at most. */
  readonly k: number;
  /** Indexes of the neighbours, nearest first; -1 where there are fewer. Never a note itself. */
  readonly ids: Int32Array;
  /** Similarities, 0..1, falling along a row; 0 where there is none. */
  readonly similarities: Float32Array;
}

/** Lists without neighbours. */
export function emptyLists(count: number, k: number): NeighbourLists {
  return { count, k, ids: new Int32Array(count * k).fill(-1), similarities: new Float32Array(count * k) };
}
