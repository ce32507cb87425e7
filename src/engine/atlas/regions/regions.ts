import type { Corpus } from '../../search/corpus.ts';
import type { PlaceRow, RegionRow } from '../../store/types.ts';
import { edgesOf } from '../layout/edges.ts';
import type { NoteGraph } from '../neighbours.ts';
import { type Communities, communitiesOf, groups } from './communities.ts';
import { type KnownRegion, matchedIds } from './match.ts';
import { namesOf } from './names.ts';

/** The regions of a graph: by note of the graph, and told apart. */
export interface Regions {
  /** Ids of the region and of the part that each note of the graph lies in; null for none. */
  readonly region: readonly (number | null)[];
  readonly part: readonly (number | null)[];
  readonly rows: readonly Pick<RegionRow, 'id' | 'parent' | 'words'>[];
}

/**
 * Communities of the neighbour graph with names, and with the ids of the regions known before where they live on.
 * @param found the communities, where another thread has found them
 */
export async function regionsOf(
  corpus: Corpus,
  { slots, lists }: NoteGraph,
  before: readonly PlaceRow[],
  next: number,
  seed: number,
  signal?: AbortSignal,
  found: Communities = communitiesOf(edgesOf(lists), slots.length, seed),
): Promise<Regions> {
  const levels = [groups(found.region), groups(found.part)] as const;
  const idOf = (i: number) => corpus.notes.idOf(slots[i]!);
  const members = levels.map((level) => level.map((notes) => new Set(notes.map(idOf))));
  const regions = matchedIds(members[0]!, known(before, 'region'), next);
  const parts = matchedIds(members[1]!, known(before, 'part'), regions.next);
  const ids = [regions.ids, parts.ids] as const;
  const told = levels.flatMap((level, l) =>
    level.map((notes, r) => ({
      id: ids[l]![r]!,
      parent: l === 0 ? null : regions.ids[found.region[notes[0]!]!]!,
      slots: notes.map((i) => slots[i]!),
    })),
  );
  const names = await namesOf(corpus, told, signal);
  const rows = told.map(({ id, parent }) => ({ id, parent, words: names.get(id)! }));
  const by = (group: Int32Array, of: readonly number[]) => Array.from(group, (g) => (g < 0 ? null : of[g]!));
  return { region: by(found.region, regions.ids), part: by(found.part, parts.ids), rows };
}

function known(places: readonly PlaceRow[], level: 'region' | 'part'): KnownRegion[] {
  const members = new Map<number, Set<number>>();
  for (const place of places) {
    const id = place[level];
    if (id === null) continue;
    const notes = members.get(id);
    if (notes) notes.add(place.noteId);
    else members.set(id, new Set([place.noteId]));
  }
  return Array.from(members, ([id, notes]) => ({ id, members: notes }));
}
