import { fold } from './text.ts';

/** A half-open range of a shown text that stands out. */
export interface Mark {
  readonly start: number;
  readonly end: number;
  /** The term it shows, folded. */
  readonly term: string;
}

const WORD = /[\p{L}\p{M}\p{N}]+/gu;
const WITHOUT_SPACES = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/u;
/** Endings that still leave it the same word to a reader: plurals and genders of the languages served first. */
const ENDINGS = 'es|s|os|as|o|a|e';
const ENDING = new RegExp(`(?:${ENDINGS})$`);

/** What is left of a folded word without a short ending. */
const rootOf = (word: string): string => word.replace(ENDING, '');

/** Says which of the folded terms a folded word is: the same, or one that differs in a short ending only. */
function lookup(terms: readonly string[]): (word: string) => string | undefined {
  const exact = new Set(terms);
  const byRoot = new Map<string, string[]>();
  for (const term of exact)
    if (term.length >= 4) byRoot.set(rootOf(term), [...(byRoot.get(rootOf(term)) ?? []), term]);
  return (word) => {
    if (exact.has(word)) return word;
    if (word.length < 4) return undefined;
    return byRoot.get(rootOf(word))?.find((term) => Math.abs(term.length - word.length) <= 2);
  };
}

/**
 * Where the terms stand in a text, in order, not overlapping. Case, accents and short endings do not matter; terms of
 * several words are looked for as they stand.
 */
export function marksOf(text: string, terms: readonly string[]): Mark[] {
  const phrases = terms.filter((t) => /\S\s+\S/u.test(t)).map((t) => t.replace(/\s+/gu, ' '));
  const wanted = terms.filter((t) => !/\s/u.test(t)).flatMap((t) => fold(t).match(WORD) ?? []);
  const spaced = wanted.filter((t) => !WITHOUT_SPACES.test(t));
  const unspaced = wanted.filter((t) => WITHOUT_SPACES.test(t));
  const termOf = lookup(spaced);
  const marks: Mark[] = [];
  for (const match of text.matchAll(WORD)) {
    const term = termOf(fold(match[0]));
    if (term !== undefined) marks.push({ start: match.index, end: match.index + match[0].length, term });
  }
  for (const term of phrases)
    for (let at = text.indexOf(term); at >= 0; at = text.indexOf(term, at + term.length))
      marks.push({ start: at, end: at + term.length, term });
  for (const term of unspaced)
    for (let at = text.indexOf(term); at >= 0; at = text.indexOf(term, at + term.length))
      marks.push({ start: at, end: at + term.length, term });
  return withoutOverlaps(marks.sort((a, b) => a.start - b.start || b.end - a.end));
}

function withoutOverlaps(sorted: Mark[]): Mark[] {
  let end = 0;
  return sorted.filter((mark) => {
    if (mark.start < end) return false;
    end = mark.end;
    return true;
  });
}

/** The text with its marks painted. */
export function paint(text: string, marks: readonly Mark[], brush: (text: string) => string): string {
  let out = '';
  let at = 0;
  for (const { start, end } of marks) {
    out += text.slice(at, start) + brush(text.slice(start, end));
    at = end;
  }
  return out + text.slice(at);
}

/** Terms as the texts write them, in lower case; a term itself where none of them holds it. */
export function asWritten(terms: readonly string[], texts: readonly string[]): string[] {
  const written = new Map<string, string>();
  const found = (term: string) => written.get(fold(term)) ?? written.get(term);
  // Mostly the first texts hold every term: the others, which may be long, need not be read.
  for (const text of texts) {
    if (terms.every((term) => found(term) !== undefined)) break;
    for (const { start, end, term } of marksOf(text, terms))
      if (!written.has(term)) written.set(term, text.slice(start, end).toLowerCase());
  }
  return terms.map((term) => found(term) ?? term);
}
