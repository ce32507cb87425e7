import { throwIfCancelled } from '../../common/cancel.ts';
import { breathe } from '../base/breathe.ts';
import type { Corpus } from '../search/corpus.ts';
import { topIndexes } from '../search/vectors/top.ts';
import { HUBS } from '../search/weights.ts';
import { emptyLists, type NeighbourLists } from './layout/neighbour-lists.ts';

/**
 * What two notes' nearness on the chart is made of. Meaning comes first: it is a map of meaning, which words and links
 * make surer.
 */
const WEIGHTS = { meaning: 0.65, words: 0.35 } as const;
/** What two notes are nearer for being linked. */
export const LINKED = 0.15;

/** Neighbours of a note in the graph. */
export const NEIGHBOURS = 15;

/**
 * Up to so many notes, each is compared with every other. In a larger vault only those are compared that the bits of
 * their mean vectors, their rarest words or a link bring near: docs/adr/0095 has what that loses.
 */
const FEW = 5_000;
const BY_MEANING = 250;
const BY_WORDS = 150;
/** Of those, the ones that all words are compared with. */
const COMPARED = 90;
/** Entries of words' lists that are looked at for each note. */
const POSTINGS = 2_500;

/** Notes after which other work gets its turn. */
const TURN = 8;

export interface NoteGraph {
  /** Slots of the notes that the lists' indexes stand for. */
  readonly slots: Int32Array;
  readonly lists: NeighbourLists;
}

/**
 * The notes of the corpus that are nearest to each: by their mean vectors and words, less what each is to everything,
 * and by links. Exact in small vaults, and nearly in large ones. Notes that nothing is like have no neighbours.
 */
export async function neighboursOf(
  corpus: Corpus,
  {
    signal,
    onProgress,
    few = FEW,
  }: { signal?: AbortSignal | undefined; onProgress?: (done: number) => void; few?: number } = {},
): Promise<NoteGraph> {
  throwIfCancelled(signal);
  await corpus.settled();
  const slots = Int32Array.from(corpus.notes.ids(), (id) => corpus.notes.slotOf(id)!).sort();
  const lists = emptyLists(slots.length, NEIGHBOURS);
  const indexOf = new Int32Array(corpus.notes.slots).fill(-1);
  for (const [i, slot] of slots.entries()) indexOf[slot] = i;
  for (let i = 0; i < slots.length; i++) {
    let n = i * NEIGHBOURS;
    for (const { slot, near } of slots.length > few ? likely(corpus, slots[i]!) : all(corpus, slots[i]!)) {
      if (indexOf[slot]! < 0 || indexOf[slot] === i || n === (i + 1) * NEIGHBOURS) continue;
      lists.ids[n] = indexOf[slot]!;
      lists.similarities[n] = Math.min(1, near);
      n++;
    }
    if (i % TURN === TURN - 1) {
      onProgress?.(i + 1);
      throwIfCancelled(signal);
      await breathe();
    }
  }
  return { slots, lists };
}

interface Near {
  readonly slot: number;
  readonly near: number;
}

/** The nearest notes, nearest first, of all. */
function all(corpus: Corpus, slot: number): Near[] {
  const row = similaritiesOf(corpus, slot);
  return topIndexes(row, NEIGHBOURS + 1).map((other) => ({ slot: other, near: row[other]! }));
}

/** The nearest notes, nearest first, of those that are likely to be near. Plain loops: it runs for every note. */
function likely({ passages, words, notes, hubs, links }: Corpus, slot: number): Near[] {
  const [sum, terms] = [passages.sumOf(slot), words.vectorAt(slot)];
  const sure = sureness(notes.count);
  const { parts, slots: sharing } = words.byRarest(terms, POSTINGS);
  const linked = new Set(links.neighbours(slot));
  const others = new Set(linked);
  for (const other of passages.nearNotes(sum, BY_MEANING)) others.add(other);
  for (const i of topIndexes(picked(parts, sharing), BY_WORDS, -1)) others.add(sharing[i]!);
  others.delete(slot);
  const rated = (slots: Int32Array, meaning: Float32Array, shared: Float32Array) => {
    const row = new Float32Array(slots.length);
    for (let i = 0; i < row.length; i++) {
      const other = slots[i]!;
      const near = meaning[i]! - sure * HUBS.notes * hubs.notes(other);
      const alike = shared[i]! - sure * HUBS.words * hubs.words(other);
      row[i] = nearness(near, alike) + (linked.has(other) ? LINKED : 0);
    }
    return row;
  };
  const first = new Int32Array(others);
  const meaning = passages.noteCosinesAt(sum, first);
  // All words are compared only where meaning, links and the rarest of them leave hope.
  const hopeful = topIndexes(rated(first, meaning, picked(parts, first)), COMPARED, -1);
  const slots = new Int32Array(hopeful.length);
  for (let i = 0; i < slots.length; i++) slots[i] = first[hopeful[i]!]!;
  const row = rated(slots, picked(meaning, hopeful), words.cosinesAt(terms, slots));
  return topIndexes(row, NEIGHBOURS).map((i) => ({ slot: slots[i]!, near: row[i]! }));
}

function picked(values: Float32Array, at: ArrayLike<number>): Float32Array {
  const out = new Float32Array(at.length);
  for (let i = 0; i < out.length; i++) out[i] = values[at[i]!]!;
  return out;
}

const nearness = (meaning: number, words: number): number =>
  WEIGHTS.meaning * Math.max(0, meaning) + WEIGHTS.words * Math.max(0, words);

/** How much of what a note is to everything is taken off: in a small vault nobody knows. */
const sureness = (notes: number): number => notes / (notes + HUBS.notesUnsure);

/** How near every note is to one, by slot; 0 for what has nothing to do with it. */
export function similaritiesOf(corpus: Corpus, slot: number): Float32Array {
  const { passages, words, notes, hubs, source, links } = corpus;
  const id = notes.idOf(slot);
  const meaning = passages.noteCosines(passages.sumOf(slot));
  const shared = words.cosines(words.vectorOf(source.lexical.ofNote(id)), notes.slots);
  const sure = sureness(notes.count);
  const out = new Float32Array(notes.slots);
  for (let other = 0; other < out.length; other++) {
    const near = meaning[other]! - sure * HUBS.notes * hubs.notes(other);
    const alike = shared[other]! - sure * HUBS.words * hubs.words(other);
    out[other] = nearness(near, alike);
  }
  for (const other of links.neighbours(slot)) out[other]! += LINKED;
  out[slot] = 0;
  return out;
}
