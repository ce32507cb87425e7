import { carriedOver, hasLanguages } from './carry-over.ts';
import type { Corpus } from './corpus.ts';
import type { Keep } from './filter.ts';
import type { FusionInput } from './fuse.ts';
import { topIndexes } from './vectors/top.ts';
import { FEW_NOTES } from './weights.ts';
import { largestOf, wholeNotes } from './whole-notes.ts';

/** Notes taken by words, and as many by meaning. */
const MOST = 100;

export interface WholeAnswers extends Pick<FusionInput, 'wholes' | 'wordsShare'> {
  /** What passages are to be compared with: the question's vector, in a vault of several languages carried over. */
  readonly asking: Float32Array | null;
}

/** The notes that answer best as wholes, of those kept. */
export function wholeAnswers(
  corpus: Corpus,
  words: readonly string[],
  vector: Float32Array | null,
  keep: Keep | undefined,
): WholeAnswers {
  const { notes } = corpus;
  const first = wholeNotes(corpus, words, vector);
  const asking = vector && hasLanguages(corpus) ? carriedOver(corpus, vector, first) : vector;
  const meaning = asking === vector ? first.meaning : asking && corpus.passages.noteCosines(asking);
  const bestWords = largestOf(first.words);
  const kept = keep
    ? [first.words, meaning].map((scores) => scores && only(scores, keep))
    : [first.words, meaning];
  const slots = new Set(kept.flatMap((scores) => (scores ? topIndexes(scores, MOST) : [])));
  const wholes = [...slots]
    .filter((slot) => notes.idOf(slot) >= 0)
    .map((slot) => ({
      noteId: notes.idOf(slot),
      words: first.words[slot]!,
      meaning: meaning?.[slot] ?? 0,
    }));
  const share = bestWords > 0 ? Math.max(0, ...wholes.map((note) => note.words)) / bestWords : 1;
  // Squared: where those who hold the words are not asked for, what is left is names and chance.
  return { asking, wholes, wordsShare: (share * share * notes.count) / (notes.count + FEW_NOTES) };
}

function only(scores: Float32Array, keep: Keep): Float32Array {
  return scores.map((score, slot) => (score > 0 && keep(slot) ? score : 0));
}
