import type { Corpus } from './corpus.ts';
import { leadsOf } from './meaning.ts';
import { topIndexes } from './vectors/top.ts';
import { CARRIED, FEW_NOTES, SEARCH } from './weights.ts';
import { largestOf, type WholeNotes } from './whole-notes.ts';

/** Passages that are looked at for the first answer. */
const NEAR = 300;
/** Notes in other languages than the commonest, and their share, from which on a vault has several. */
const OTHERS = { notes: 3, share: 0.02 };

/** Whether a vault has notes in several languages, so that it is worth carrying a question over. */
export function hasLanguages({ notes }: Pick<Corpus, 'notes'>): boolean {
  const others = notes.count - Math.max(0, ...notes.languages.values());
  return others >= Math.max(OTHERS.notes, OTHERS.share * notes.count);
}

/**
 * A question with some of the notes that answer it best, of whatever language: a note says the same as its translation
 * far more clearly than the question does. Both tiers of the vector, each of length 1.
 */
export function carriedOver(corpus: Corpus, vector: Float32Array, first: WholeNotes): Float32Array {
  const scores = firstAnswer(corpus, vector, first);
  const best = topIndexes(scores, CARRIED.notes);
  if (best.length === 0) return vector;
  const shares = best.map((slot) => Math.exp((scores[slot]! - scores[best[0]!]!) / CARRIED.spread));
  const whole = shares.reduce((sum, share) => sum + share, 0);
  const out = vector.slice();
  const { dimensions } = corpus.passages;
  for (const [from, to] of [
    [0, dimensions],
    [dimensions, vector.length],
  ] as const) {
    const part = out.subarray(from, to);
    // A tier that the question was not asked in is not asked by others' vectors either.
    if (lengthOf(part) === 0) continue;
    for (const [i, slot] of best.entries())
      add(part, corpus.passages.sumOf(slot).subarray(from, to), (CARRIED.weight * shares[i]!) / whole);
    const length = lengthOf(part);
    if (length > 0) for (let i = 0; i < part.length; i++) part[i]! /= length;
  }
  return out;
}

/** Words and meaning of every note, much as `fuse` has them. */
function firstAnswer(corpus: Corpus, vector: Float32Array, first: WholeNotes): Float32Array {
  const { passages, notes } = corpus;
  const nearest = new Float32Array(notes.slots);
  const near = passages.nearest(vector, NEAR);
  for (let i = 0; i < near.rows.length; i++) {
    const slot = passages.noteOf(near.rows[i]!);
    if (near.cosines[i]! > nearest[slot]!) nearest[slot] = near.cosines[i]!;
  }
  const leads = new Float32Array(notes.slots);
  const found = new Set(near.rows.map((row) => notes.idOf(passages.noteOf(row))));
  for (const { noteId, score } of leadsOf(corpus, vector, found)) leads[notes.slotOf(noteId)!] = score;
  const byWords = (SEARCH.words * notes.count) / (notes.count + FEW_NOTES);
  const out = first.words.map((share) => byWords * share);
  const meaning = SEARCH.meaning / (2 + SEARCH.lead);
  for (const [scores, weight] of [
    [nearest, meaning],
    [first.meaning ?? nearest, meaning],
    [leads, SEARCH.lead * meaning],
  ] as const) {
    const largest = largestOf(scores);
    if (largest > 0)
      for (let i = 0; i < out.length; i++) out[i]! += (weight * Math.max(0, scores[i]!)) / largest;
  }
  return out;
}

/** Adds `vector`, brought to length 1, times `weight`. */
function add(sum: Float32Array, vector: Float32Array, weight: number): void {
  const length = lengthOf(vector);
  if (length > 0) for (let i = 0; i < sum.length; i++) sum[i]! += (weight * vector[i]!) / length;
}

const lengthOf = (vector: Float32Array): number => Math.hypot(...vector);
