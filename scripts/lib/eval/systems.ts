import type { ModelManifest } from '../../../src/engine/models/manifest.ts';
import type { Corpus } from '../../../src/engine/search/corpus.ts';
import { weightsIn } from '../../../src/engine/search/query/learnt.ts';
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

interface AskedText {
  readonly text: string;
  readonly vector: Float32Array | null;
  readonly language: string;
  readonly learnt: ModelManifest['languages'];
}

/** Notes that answer a question, among those kept. */
export function answersTo(
  corpus: Corpus,
  { text, vector, language, learnt }: AskedText,
  keep: (id: number) => boolean,
  weights: SearchWeights = SEARCH,
): number[] {
  const kept = (slot: number) => keep(corpus.notes.idOf(slot));
  const weighed = weightsIn(language, learnt, corpus, weights);
  return answer(corpus, plainQuestion(text), language, vector, RANKED, weighed, kept)
    .filter(({ score }) => score > 0)
    .map(({ record }) => record.id);
}

/** What search is made of, each alone. */
export const SEARCHES: Readonly<Record<string, SearchWeights>> = {
  portolan: SEARCH,
  'portolan-words': { ...SEARCH, meaning: 0 },
  'portolan-meaning': { ...SEARCH, words: 0, held: 0 },
};
