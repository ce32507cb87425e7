import { nfc, unaccented } from '../../common/text.ts';
import { isStopWord, stemOf } from './words.ts';

/**
 * Words as whole-note comparison and search see them: case and accents folded, stemmed by the rules of the text's
 * language and without its stop words; scripts without blanks between words as overlapping pairs of characters.
 */

/** Scripts that put no blanks between words; Korean does, but inflects so much that pairs find more. */
const DENSE =
  '\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}ー\\p{Script=Hangul}\\p{Script=Thai}\\p{Script=Lao}\\p{Script=Khmer}\\p{Script=Myanmar}';

/** A run of a dense script; a number with its separators; a word with its inner apostrophes. */
const TOKEN = new RegExp(
  `([${DENSE}]+)|(\\p{N}+(?:[.,]\\p{N}+)*)(?![\\p{L}\\p{N}])|([[\\p{L}\\p{N}\\p{M}]--[${DENSE}]]+)`,
  'gv',
);

/** Longer runs of letters and digits are keys and hashes, not words. */
const LONGEST = 64;

export interface Word {
  /** What it is counted and compared by. */
  readonly term: string;
  /** As it stands in the text, in lower case. */
  readonly written: string;
}

/** Words that were worked out before, by language: a vault says the same few ten thousand over and over. */
const known = new Map<string, Map<string, readonly Word[]>>();
const MOST_KNOWN = 30_000;
const NONE: readonly Word[] = [];

/**
 * Tells `visit` the telling words of a text in order, repeated as often as they occur. `language` is that of its prose,
 * or 'und'.
 */
export function visitWords(text: string, language: string, visit: (word: Word) => void): void {
  const words = known.get(language) ?? new Map<string, readonly Word[]>();
  known.set(language, words);
  for (const token of nfc(text).match(TOKEN) ?? []) {
    let found = words.get(token);
    if (found === undefined) {
      found = analysed(token, language);
      // Runs of scripts without blanks hardly ever come again as they are.
      if (token.length <= LONGEST && !isDense(token)) {
        if (words.size >= MOST_KNOWN) words.clear();
        words.set(token, found);
      }
    }
    for (const word of found) visit(word);
  }
}

/** The terms of a text's words. */
export function terms(text: string, language = 'und'): string[] {
  const out: string[] = [];
  visitWords(text, language, ({ term }) => out.push(term));
  return out;
}

const DENSE_START = new RegExp(`^[${DENSE}]`, 'v');
/** The first of these scripts in Unicode's order is Thai. */
const isDense = (token: string): boolean => token.charCodeAt(0) >= 0xe00 && DENSE_START.test(token);

function analysed(token: string, language: string): readonly Word[] {
  if (isStopWord(token, language)) return NONE;
  const folded: string[] = [];
  for (const m of unaccented(token).matchAll(TOKEN)) {
    if (m[1]) pairs(m[1], folded);
    else if (m[2]) number(m[2], folded);
    else word(m[3]!, folded);
  }
  if (folded.length === 1) return [{ term: stemOf(folded[0]!, language), written: token.toLowerCase() }];
  const telling = folded.filter((part) => !isStopWord(part, language));
  return telling.map((part) => ({ term: stemOf(part, language), written: part }));
}

function pairs(run: string, out: string[]): void {
  const characters = [...run];
  if (characters.length === 1) out.push(run);
  for (let i = 1; i < characters.length; i++) out.push(characters[i - 1]! + characters[i]!);
}

/** 1,000 is 1000, and 3,14 is 3.14: only groups of three digits make thousands. */
function number(written: string, out: string[]): void {
  const plain = /^\p{N}{1,3}(?:,\p{N}{3})+(?:\.\p{N}+)?$/u.test(written)
    ? written.replaceAll(',', '')
    : written;
  if (plain.length <= LONGEST) out.push(plain.replaceAll(',', '.'));
}

const HUMPS = /\p{Lu}+(?!\p{Ll})|\p{Lu}?\p{Ll}+|\p{N}+/gu;

/**
 * A word, and of an identifier (`getUserName`, `parseHTML5Document`) also its parts. Names with one hump (JavaScript,
 * iPhone) are words.
 */
function word(written: string, out: string[]): void {
  if (written.length > LONGEST) return;
  out.push(written.toLowerCase());
  if (!/\p{Ll}\p{Lu}/u.test(written)) return;
  const parts = written.match(HUMPS) ?? [];
  if (parts.length > 2) for (const part of parts) if (part.length > 1) out.push(part.toLowerCase());
}
