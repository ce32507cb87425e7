import type { Corpus } from '../../../src/engine/search/corpus.ts';
import { plainQuestion } from '../../../src/engine/search/query/question.ts';
import { queryNoteOf } from '../../../src/engine/search/query-note.ts';
import { rank } from '../../../src/engine/search/rank.ts';
import { answer } from '../../../src/engine/search/search.ts';
import { SEARCH, type SearchWeights } from '../../../src/engine/search/weights.ts';
import { RANKED } from './baselines/baselines.ts';

/** The product's own ways to rank, as `related` and `search` use them. Rankings are of note ids, best first. */

/** Notes related to a note of the index, among those kept. */
export function relatedTo(corpus: Corpus, noteId: number, keep: (id: number) => boolean): number[] {
  const kept = (slot: number) => keep(corpus.notes.idOf(slot));
  const { order } = rank(corpus, queryNoteOf(corpus, noteId), RANKED, undefined, kept);
  return order.map((slot) => corpus.notes.idOf(slot));
}

/** Notes that answer a question, among those kept. */
export function answersTo(
  corpus: Corpus,
  { text, vector, language }: { text: string; vector: Float32Array | null; language: string },
  keep: (id: number) => boolean,
  weights: SearchWeights = SEARCH,
): number[] {
  const kept = (slot: number) => keep(corpus.notes.idOf(slot));
  return answer(corpus, plainQuestion(text), language, vector, RANKED, weights, kept)
    .filter(({ score }) => score > 0)
    .map(({ record }) => record.id);
}

/** What search is made of, each alone. */
export const SEARCHES: Readonly<Record<string, SearchWeights>> = {
  portolan: SEARCH,
  'portolan-words': { ...SEARCH, meaning: 0 },
  'portolan-meaning': { ...SEARCH, words: 0, held: 0 },
};
