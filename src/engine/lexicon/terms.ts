import { unaccented } from '../../common/text.ts';

/**
 * Words as whole-note comparison and search see them: case and accents folded, scripts without blanks between words
 * as overlapping pairs of characters.
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

/** Terms of a text in order, repeated as often as they occur. */
export function terms(text: string): string[] {
  const out: string[] = [];
  for (const m of unaccented(text).matchAll(TOKEN)) {
    if (m[1]) pairs(m[1], out);
    else if (m[2]) number(m[2], out);
    else word(m[3]!, out);
  }
  return out;
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
