import { PortolanError } from '../../common/errors.ts';
import { advising } from '../../common/reasons.ts';
import type { Neighbour, Neighbourhood, Tie } from '../../contract/neighbourhood.ts';
import type { Corpus } from '../search/corpus.ts';
import { toNoteRef } from '../search/passage.ts';
import { queryNoteOf } from '../search/query-note.ts';
import { rank } from '../search/rank.ts';
import { topIndexes } from '../search/vectors/top.ts';
import type { ChartSlice } from '../store/types.ts';
import { LINKED, similaritiesOf } from './neighbours.ts';

/** Share of the notes that are one step away; the others are two. */
const NEAR_SHARE = 0.4;
/** Notes one step away that are asked what they are related to; the others only pass on their links. */
const ASKED = 8;
/** Relations that are weaker beside the strongest one of the same note are left out. */
const WEAKEST = 0.3;
/** What a link is worth beside relations of 0 to 1, when notes are chosen. */
const LINK_WORTH = 0.4;
/** Relations of one of the asked notes, at most. */
const MOST_RELATIONS = 5;

/** How related the notes of the corpus are to one of them, by slot, up to 1; 0 where that is little. */
type Relations = ReadonlyMap<number, number>;

/**
 * The notes around a note, two steps out, and what ties them: links and relatedness apart. One step away are the notes
 * that `related` names, and those it is linked with; two steps away, what those are related to and linked with. Throws
 * NOTE_NOT_FOUND when the note is gone.
 */
export async function neighbourhood(
  corpus: Corpus,
  chart: Pick<ChartSlice, 'place'>,
  noteId: number,
  limit: number,
): Promise<Neighbourhood> {
  await corpus.settled();
  const asked = corpus.notes.slotOf(noteId);
  if (asked === undefined)
    throw new PortolanError('NOTE_NOT_FOUND', { name: String(noteId), ...advising('just-removed') });
  const room = Math.max(1, Math.ceil(limit * NEAR_SHARE));
  const related = relatedTo(corpus, noteId, room);
  const near = nearest(corpus, asked, related, room);
  const relations = new Map([
    [asked, related],
    ...near.slice(0, ASKED).map((slot) => [slot, relationsOf(corpus, slot)] as const),
  ]);
  const far = farther(corpus, asked, near, relations, limit - near.length);
  const steps = [[asked], near, far];
  const notes = steps.flatMap((slots, step) =>
    slots.flatMap((slot): (Neighbour & { slot: number })[] => {
      const id = corpus.notes.idOf(slot);
      const record = corpus.source.notes.byId(id);
      return record ? [{ slot, step, note: toNoteRef(record), place: chart.place(id) }] : [];
    }),
  );
  return {
    notes: notes.map(({ note, step, place }) => ({ note, step, place })),
    ties: tiesOf(corpus, notes, relations),
    linkedTotal: corpus.links.neighbours(asked).length,
    coverage: corpus.coverage,
  };
}

/**
 * The most related notes, and of those it is linked with all that are related beside the link: what follows from a link
 * alone, names and neighbours in common, does not count for them.
 */
function relatedTo(corpus: Corpus, noteId: number, room: number): Relations {
  const note = queryNoteOf(corpus, noteId);
  const { order, score, parts } = rank(corpus, note, room);
  const linked = new Set(corpus.links.neighbours(note.slot));
  const beside = (slot: number) => score[slot]! - parts.links[slot]! - parts.names[slot]!;
  return strong(
    [...new Set([...order, ...linked])]
      .map((slot) => [slot, linked.has(slot) ? beside(slot) : score[slot]!] as const)
      .sort((a, b) => b[1] - a[1] || a[0] - b[0]),
  );
}

/** As near as on the chart, which costs less than asking for its related notes. */
function relationsOf(corpus: Corpus, slot: number): Relations {
  const row = similaritiesOf(corpus, slot);
  for (const other of corpus.links.neighbours(slot)) row[other]! -= LINKED;
  return strong(topIndexes(row, 4 * MOST_RELATIONS, 0).map((other) => [other, row[other]!]));
}

function strong(byStrength: readonly (readonly [number, number])[]): Relations {
  const [first] = byStrength;
  if (!first || first[1] <= 0) return new Map();
  return new Map(
    byStrength.map(([slot, value]) => [slot, value / first[1]] as const).filter(([, s]) => s >= WEAKEST),
  );
}

/**
 * The notes one step away. Neither links nor relations take all the room while there are some of the other: what is
 * not linked yet is what one looks for, and a note with many links is no less related to others.
 */
function nearest({ links }: Corpus, asked: number, related: Relations, room: number): number[] {
  const linked = [...links.neighbours(asked)].sort(
    (a, b) => (related.get(b) ?? 0) - (related.get(a) ?? 0) || a - b,
  );
  const isLinked = new Set(linked);
  const unlinked = [...related.keys()].filter((slot) => !isLinked.has(slot));
  const half = Math.ceil(room / 2);
  const ofLinked = Math.min(linked.length, Math.max(half, room - unlinked.length));
  return [...linked.slice(0, ofLinked), ...unlinked.slice(0, room - ofLinked)].sort(
    (a, b) => worth(related, isLinked, b) - worth(related, isLinked, a) || a - b,
  );
}

const worth = (related: Relations, linked: ReadonlySet<number>, slot: number): number =>
  (related.get(slot) ?? 0) + (linked.has(slot) ? LINK_WORTH : 0);

/** Notes two steps away: those that most leads to, and no more from one note than from the others. */
function farther(
  { links }: Corpus,
  asked: number,
  near: readonly number[],
  relations: ReadonlyMap<number, Relations>,
  room: number,
): number[] {
  const known = new Set([asked, ...near]);
  const each = Math.ceil(room / Math.max(1, near.length)) + 1;
  const found = new Map<number, number>();
  for (const by of near) {
    const related = relations.get(by) ?? new Map<number, number>();
    const linked = new Set(links.neighbours(by));
    const reached = [...new Set([...related.keys(), ...linked])]
      .filter((slot) => !known.has(slot))
      .map((slot) => [slot, worth(related, linked, slot)] as const)
      .sort((a, b) => b[1] - a[1] || a[0] - b[0]);
    for (const [slot, value] of reached.slice(0, each))
      found.set(slot, Math.max(value, found.get(slot) ?? 0) + (found.has(slot) ? LINK_WORTH : 0));
  }
  return [...found]
    .sort((a, b) => b[1] - a[1] || a[0] - b[0])
    .slice(0, room)
    .map(([slot]) => slot);
}

/** Ties of the asked note and of those one step away; among those farther out they would hide the rest. */
function tiesOf(
  { links, notes: table }: Corpus,
  notes: readonly (Neighbour & { slot: number })[],
  relations: ReadonlyMap<number, Relations>,
): Tie[] {
  const shown = new Set(notes.map(({ slot }) => slot));
  const strongest = new Map(
    [...relations].map(([slot, related], i) => {
      const inSight = [...related].filter(([other]) => shown.has(other));
      return [slot, new Map(i === 0 ? inSight : inSight.slice(0, MOST_RELATIONS))];
    }),
  );
  const ties: Tie[] = [];
  for (const [from, a] of notes.entries())
    for (let to = from + 1; to < notes.length; to++) {
      const b = notes[to]!;
      if (a.step === 2) break;
      const meaning = Math.max(
        strongest.get(a.slot)?.get(b.slot) ?? 0,
        a.step === 1 ? (strongest.get(b.slot)?.get(a.slot) ?? 0) : 0,
      );
      const [here, there] = [table.idOf(a.slot), table.idOf(b.slot)];
      const linked = { to: links.linksTo(here, there), from: links.linksTo(there, here) };
      if (meaning > 0 || linked.to || linked.from) ties.push({ from, to, meaning, linked });
    }
  return ties;
}
