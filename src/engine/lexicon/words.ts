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
/** No rule changes a word that is shorter. */
const SHORTEST = 4;

/** Stems that are remembered of every language. */
const MOST_KNOWN = 30_000;
const LONGEST_KNOWN = 32;

/** The stem of a folded word: what its forms have in common. */
export const stemOf = (folded: string, language: string): string => stemmerOf(language)(folded);

const stemmers = new Map<string, (folded: string) => string>();

/** What stems the words of one language: for many words, quicker than `stemOf`. */
export function stemmerOf(language: string): (folded: string) => string {
  const made = stemmers.get(language);
  if (made) return made;
  const rules = LANGUAGES[language];
  const stemmer = rules ? remembering(rules.stem) : (folded: string) => folded;
  stemmers.set(language, stemmer);
  return stemmer;
}

function remembering(stem: (word: string) => string): (folded: string) => string {
  const known = new Map<string, string>();
  return (folded) => {
    if (folded.length < SHORTEST) return folded;
    const before = known.get(folded);
    if (before !== undefined) return before;
    const made = LATIN.test(folded) ? stem(folded) : folded;
    if (known.size >= MOST_KNOWN) known.clear();
    if (folded.length <= LONGEST_KNOWN) known.set(folded, made);
    return made;
  };
}

/** Raised when stems or stop words change: indexes cut by other rules are read anew. */
export const LEXICON = 2;
