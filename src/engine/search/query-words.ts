import { fold, graphemeFloor } from '../../common/text.ts';
import type { WordIndex } from './words/word-index.ts';

/** Words of a question that are looked up; a pasted page has more, and the first ones say what it is about. */
const MOST_WORDS = 24;
/** Words longer than this are data, not language. */
const LONGEST_WORD = 128;
/** No model reads further than this many characters of a question. */
const READ = 16_384;

const WORD = /[\p{L}\p{M}\p{N}\p{Co}]+(?:['’_-][\p{L}\p{M}\p{N}\p{Co}]+)*/gu;
const MEANS_SOMETHING = /[\p{L}\p{N}\p{Co}\p{Extended_Pictographic}]/u;

/** False for nothing, blanks and mere punctuation. */
export const isQuestion = (query: string): boolean => MEANS_SOMETHING.test(query);

/** As much of a question as can be read for its meaning. */
export function readable(query: string): string {
  const trimmed = query.trim();
  return trimmed.slice(0, graphemeFloor(trimmed, READ));
}

/** Distinct words as they were written, in order. */
export function wordsOf(query: string): string[] {
  const seen = new Map<string, string>();
  for (const { 0: word, index } of query.matchAll(WORD)) {
    if (index > READ) break;
    const folded = fold(word);
    if (word.length <= LONGEST_WORD && !seen.has(folded)) seen.set(folded, word);
    if (seen.size === MOST_WORDS * 4) break;
  }
  return [...seen.values()];
}

/**
 * The words worth looking up. Those in so many notes that they tell none apart are left out beside rarer ones: they
 * would cost a visit to every passage. Where all are common, all are kept.
 */
export function tellingWords(words: readonly string[], index: WordIndex): string[] {
  const telling = words.filter((word) => !index.isCommon(fold(word)));
  return (telling.length > 0 ? telling : words).slice(0, MOST_WORDS);
}
