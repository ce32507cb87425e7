import { fold } from '../../common/text.ts';
import { de } from './languages/de.ts';
import { en } from './languages/en.ts';
import { es } from './languages/es.ts';
import { fr } from './languages/fr.ts';
import { it } from './languages/it.ts';
import type { LanguageWords } from './languages/language-words.ts';
import { pt } from './languages/pt.ts';

/**
 * Stop words and stems by language. Words of languages that are not among these, and of notes whose language is not
 * known, are their own stems, and none of them is a stop word.
 */
const LANGUAGES: Readonly<Record<string, LanguageWords>> = { de, en, es, fr, it, pt };

/** Languages whose words are stemmed. */
export const STEMMED: readonly string[] = Object.keys(LANGUAGES);

/** Every stop word as it is written and as it is typed in haste, without its accents. */
const stopWords = new Map(
  Object.entries(LANGUAGES).map(([language, { stopWords: list }]) => {
    const words = list.split(/\s+/).filter(Boolean);
    return [language, new Set([...words, ...words.map(fold)])];
  }),
);

/**
 * True for a word of a language that says nothing by itself. Accents tell words apart: in Spanish `te` is one, `té`,
 * tea, is not.
 */
export const isStopWord = (word: string, language: string): boolean =>
  stopWords.get(language)?.has(word.normalize('NFC').toLowerCase()) ?? false;

const LATIN = /^[a-zß]+$/;

/** The stem of a folded word: what its forms have in common. */
export const stemOf = (folded: string, language: string): string => {
  const known = LANGUAGES[language];
  return known && LATIN.test(folded) ? known.stem(folded) : folded;
};

/** Raised when stems or stop words change: indexes cut by other rules are read anew. */
export const LEXICON = 2;
