import { fold, graphemeFloor } from '../../common/text.ts';
import { terms } from '../lexicon/terms.ts';
import { isStopWord } from '../lexicon/words.ts';
import type { WordIndex } from './words/word-index.ts';

/** Words of a question that are looked up; a pasted page has more, and the first ones say what it is about. */
const MOST_WORDS = 24;
/** Words longer than this are data, not language. */
const LONGEST_WORD = 128;
/** No model reads further than this many characters of a question. */
const READ = 16_384;

const WORD = /[\p{L}\p{M}\p{N}\p{Co}]+(?:['’_-][\p{L}\p{M}\p{N}\p{Co}]+)*/gu;
const MEANS_SOMETHING = /[\p{L}\p{N}\p{Co}\p{Extended_Pictographic}]/u;
const APOSTROPHE = /['’]/;

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

/** What the notes are that a question's words are looked up in. */
export interface Vocabulary {
  readonly index: WordIndex;
  /** Languages of the notes, 'und' among them. */
  readonly languages: Iterable<string>;
}

export interface TellingWords {
  /** Those that are looked up among passages. */
  readonly words: string[];
  /** Those in many notes as well: to weigh whole notes by them costs little. */
  readonly said: string[];
  readonly only: 'telling' | 'little';
}

/**
 * The words worth looking up. Stop words of the question's language, and words in so many notes that they tell none
 * apart, are left out beside others: they would cost a visit to every passage. Where there are no others, all are kept:
 * someone may well ask for `to be or not to be`.
 */
export function tellingWords(
  words: readonly string[],
  language: string,
  { index, languages }: Vocabulary,
): TellingWords {
  const telling = words.flatMap((word) => withoutElision(word, language) ?? []);
  const rare = telling.filter((word) => !isCommon(word, index, languages));
  const said = (telling.length > 0 ? telling : words).slice(0, MOST_WORDS);
  if (rare.length > 0) return { words: rare.slice(0, MOST_WORDS), said, only: 'telling' };
  return { words: said, said, only: telling.length > 0 ? 'telling' : 'little' };
}

const segmenter = new Intl.Segmenter(undefined, { granularity: 'word' });

/**
 * Whether a question's words are one: compounds with a hyphen, and runs of several words in scripts that put no blanks
 * between them, are not. In such a run a character by itself is an ending more often than a word.
 */
export function isOneWord([word, ...others]: readonly string[]): boolean {
  if (word === undefined || others.length > 0) return false;
  const parts = [...segmenter.segment(word)];
  return parts.filter(({ isWordLike, segment }) => isWordLike && segment.length > 1).length <= 1;
}

/** The word without stop words that lean on it, `l'eau`; undefined for a stop word. */
function withoutElision(word: string, language: string): string | undefined {
  if (isStopWord(word, language)) return undefined;
  if (!APOSTROPHE.test(word)) return word;
  const parts = word.split(APOSTROPHE).filter((part) => !isStopWord(part, language));
  return parts.length === 0 ? undefined : parts.length === 1 ? parts[0] : word;
}

function isCommon(word: string, index: WordIndex, languages: Iterable<string>): boolean {
  for (const language of languages) {
    const stems = terms(word, language);
    if (stems.length > 0 && stems.every((term) => index.isCommon(term))) return true;
  }
  return false;
}
