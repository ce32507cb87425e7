import type { Corpus } from './corpus.ts';
import { formsOf } from './query/word-forms.ts';

/** What a question has in common with whole notes, by slot: next to it, a passage alone is a matter of luck. */
export interface WholeNotes {
  /** BM25, as a share of the most that any note could have: 0..1. */
  readonly words: Float32Array;
  /** Cosine with the mean of the note's passages; null without a vector. */
  readonly meaning: Float32Array | null;
}

export function wholeNotes(
  corpus: Corpus,
  words: readonly string[],
  vector: Float32Array | null,
): WholeNotes {
  const { notes, passages } = corpus;
  return {
    words: corpus.words.bm25(formsOf(words, notes.languages.keys()), notes.slots),
    meaning: vector && passages.noteCosines(vector),
  };
}

export function largestOf(scores: Float32Array): number {
  let largest = 0;
  for (let i = 0; i < scores.length; i++) if (scores[i]! > largest) largest = scores[i]!;
  return largest;
}
