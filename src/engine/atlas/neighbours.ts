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

/** Notes after which other work gets its turn. */
const TURN = 8;

export interface NoteGraph {
  /** Slots of the notes that the lists' indexes stand for. */
  readonly slots: Int32Array;
  readonly lists: NeighbourLists;
}

/**
 * The notes of the corpus that are nearest to each: by their mean vectors and words, less what each is to everything,
 * and by links. Exact. Notes that nothing is like have no neighbours.
 */
export async function neighboursOf(
  corpus: Corpus,
  { signal, onProgress }: { signal?: AbortSignal | undefined; onProgress?: (done: number) => void } = {},
): Promise<NoteGraph> {
  throwIfCancelled(signal);
  await corpus.settled();
  const slots = Int32Array.from(corpus.notes.ids(), (id) => corpus.notes.slotOf(id)!).sort();
  const lists = emptyLists(slots.length, NEIGHBOURS);
  const indexOf = new Int32Array(corpus.notes.slots).fill(-1);
  for (const [i, slot] of slots.entries()) indexOf[slot] = i;
  for (let i = 0; i < slots.length; i++) {
    const row = similaritiesOf(corpus, slots[i]!);
    let n = i * NEIGHBOURS;
    for (const slot of topIndexes(row, NEIGHBOURS + 1)) {
      if (indexOf[slot]! < 0 || indexOf[slot] === i || n === (i + 1) * NEIGHBOURS) continue;
      lists.ids[n] = indexOf[slot]!;
      lists.similarities[n] = Math.min(1, row[slot]!);
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

/** How near every note is to one, by slot; 0 for what has nothing to do with it. */
export function similaritiesOf(corpus: Corpus, slot: number): Float32Array {
  const { passages, words, notes, hubs, source, links } = corpus;
  const id = notes.idOf(slot);
  const meaning = passages.noteCosines(passages.sumOf(slot));
  const shared = words.cosines(words.vectorOf(source.lexical.ofNote(id)), notes.slots);
  const sure = notes.count / (notes.count + HUBS.notesUnsure);
  const out = new Float32Array(notes.slots);
  for (let other = 0; other < out.length; other++) {
    const near = meaning[other]! - sure * HUBS.notes * hubs.notes(other);
    const alike = shared[other]! - sure * HUBS.words * hubs.words(other);
    out[other] = WEIGHTS.meaning * Math.max(0, near) + WEIGHTS.words * Math.max(0, alike);
  }
  for (const other of links.neighbours(slot)) out[other]! += LINKED;
  out[slot] = 0;
  return out;
}
