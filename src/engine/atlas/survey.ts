import type { Corpus } from '../search/corpus.ts';
import { topIndexes } from '../search/vectors/top.ts';
import type { PlaceRow, RegionRow } from '../store/types.ts';
import { layOutInThread } from './layout/layout-thread.ts';
import { emptyLists, type NeighbourLists } from './layout/neighbour-lists.ts';
import type { Positions } from './layout/optimise.ts';
import { isAstray, placed } from './layout/place.ts';
import { moor } from './layout/roadstead.ts';
import { NEIGHBOURS, neighboursOf, similaritiesOf } from './neighbours.ts';
import { regionsOf } from './regions/regions.ts';

/** Chance begins here, in every vault and at every time: the same notes make the same chart. */
const SEED = 1343; // the year of the oldest dated portolan chart

const NONE: ReadonlySet<number> = new Set();

export interface Work {
  readonly signal: AbortSignal;
  readonly onWork: (on: 'neighbours' | 'layout' | 'regions', share: number) => void;
}

export interface Survey {
  readonly places: PlaceRow[];
  readonly regions: readonly Pick<RegionRow, 'id' | 'parent' | 'words'>[];
}

/**
 * Surveys the whole vault: every note's neighbours, then places, then regions. Known notes keep their places as well as
 * they can ('refine'), or all find new ones, turned to lie as before ('anew').
 */
export async function surveyed(
  corpus: Corpus,
  before: readonly PlaceRow[],
  nextRegion: number,
  mode: 'refine' | 'anew',
  { signal, onWork }: Work,
): Promise<Survey> {
  const graph = await neighboursOf(corpus, {
    signal,
    onProgress: (done) => onWork('neighbours', done / Math.max(1, corpus.notes.count)),
  });
  const ids = Array.from(graph.slots, (slot) => corpus.notes.idOf(slot));
  const start = startFrom(ids, before);
  const { positions, communities } = await layOutInThread(
    { lists: graph.lists, seed: SEED, mode, ...(before.length > 0 ? { before: start } : {}) },
    { signal, onProgress: (share) => onWork('layout', share) },
  );
  onWork('regions', 0);
  const { region, part, rows } = await regionsOf(
    corpus,
    graph,
    before,
    nextRegion,
    SEED,
    signal,
    communities,
  );
  const places = ids.map((noteId, i) => ({
    noteId,
    x: positions[2 * i]!,
    y: positions[2 * i + 1]!,
    region: region[i]!,
    part: part[i]!,
  }));
  return { places, regions: rows };
}

/**
 * Places for a few notes that are new or have changed, among the others, which stay exactly where they are. One that
 * has changed moves a little, or far where it belongs elsewhere now.
 * @param changed ids of notes of the corpus
 * @param afresh those of them whose place up to now says nothing
 */
export function fittedIn(
  corpus: Corpus,
  before: readonly PlaceRow[],
  changed: ReadonlySet<number>,
  afresh: ReadonlySet<number> = NONE,
): PlaceRow[] {
  const ids = [...new Set([...before.map(({ noteId }) => noteId), ...changed])].filter(
    (id) => corpus.notes.slotOf(id) !== undefined,
  );
  const indexOf = new Map(ids.map((id, i) => [corpus.notes.slotOf(id)!, i]));
  const lists = emptyLists(ids.length, NEIGHBOURS);
  for (const [i, id] of ids.entries())
    if (changed.has(id)) fill(lists, i, similaritiesOf(corpus, corpus.notes.slotOf(id)!), indexOf);
  const start = startFrom(ids, before);
  for (const [i, id] of ids.entries())
    if (changed.has(id) && !start.isNew[i])
      start.isNew[i] = afresh.has(id) || isAstray(lists, start.positions, i) ? 1 : 2;
  const positions = placed(lists, start.positions, start.isNew, SEED);
  moor(
    positions,
    ids
      .keys()
      .filter((i) => start.isNew[i] === 1 && lists.ids[i * NEIGHBOURS]! < 0)
      .toArray(),
  );
  const rows = new Map(before.map((row) => [row.noteId, row]));
  return ids.flatMap((noteId, i) => {
    if (!changed.has(noteId)) return [];
    const near = Array.from(lists.ids.subarray(i * NEIGHBOURS, (i + 1) * NEIGHBOURS)).flatMap((n) =>
      n < 0 ? [] : (rows.get(ids[n]!) ?? []),
    );
    return [
      {
        noteId,
        x: positions[2 * i]!,
        y: positions[2 * i + 1]!,
        region: commonest(near.map((row) => row.region)),
        part: commonest(near.map((row) => row.part)),
      },
    ];
  });
}

/** Writes a note's list from its similarities by slot. */
function fill(
  lists: NeighbourLists,
  i: number,
  row: Float32Array,
  indexOf: ReadonlyMap<number, number>,
): void {
  let n = i * lists.k;
  for (const slot of topIndexes(row, lists.k + 1)) {
    const index = indexOf.get(slot);
    if (index === undefined || index === i || n === (i + 1) * lists.k) continue;
    lists.ids[n] = index;
    lists.similarities[n++] = Math.min(1, row[slot]!);
  }
}

function startFrom(
  ids: readonly number[],
  before: readonly PlaceRow[],
): { positions: Positions; isNew: Uint8Array } {
  const rows = new Map(before.map((row) => [row.noteId, row]));
  const positions = new Float32Array(2 * ids.length);
  const isNew = new Uint8Array(ids.length);
  for (const [i, id] of ids.entries()) {
    const row = rows.get(id);
    if (!row) isNew[i] = 1;
    positions[2 * i] = row?.x ?? 0;
    positions[2 * i + 1] = row?.y ?? 0;
  }
  return { positions, isNew };
}

/** The value that most have; null when that is none. */
function commonest(values: readonly (number | null)[]): number | null {
  const counts = new Map<number | null, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0] ?? null;
}
