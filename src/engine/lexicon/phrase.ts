import type { Span } from '../../common/span.ts';
import { fold } from '../../common/text.ts';

const IN_WORD = /[\p{L}\p{N}\p{M}\p{Co}]/u;
/** Characters of scripts without spaces one by one, other words whole. */
const SPACELESS =
  '[\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}\\p{Script=Bopomofo}\\p{Script=Hangul}\\p{Script=Thai}\\p{Script=Lao}\\p{Script=Khmer}\\p{Script=Myanmar}ー]';
const UNIT = new RegExp(`(${SPACELESS})|(?:(?!${SPACELESS})${IN_WORD.source})+`, 'gu');

/** Where a phrase stands next in a folded text, from an offset on; null where it does not any more. */
export type PhraseFinder = (folded: string, from?: number) => Span | null;

interface Unit {
  readonly text: string;
  /** Of a script without spaces: nothing need stand between it and its neighbours. */
  readonly dense: boolean;
}

/**
 * What finds a phrase in a folded text (`fold(text.normalize('NFKC'))`): its words whole and one after the other,
 * whatever marks and blanks stand between them. Null where the phrase has no words. A pattern would say the same, but
 * takes a millisecond to compile, and every name of every note is a phrase.
 */
export function phraseFinder(phrase: string): PhraseFinder | null {
  const units = [...fold(phrase.normalize('NFKC')).matchAll(UNIT)].map(
    ([text, dense]): Unit => ({ text, dense: dense !== undefined }),
  );
  const [first] = units;
  if (!first) return null;
  return (folded, from = 0) => {
    for (let at = folded.indexOf(first.text, from); at >= 0; at = folded.indexOf(first.text, at + 1)) {
      if (!first.dense && isWordBefore(folded, at)) continue;
      const end = endOf(units, folded, at);
      if (end !== null) return { start: at, end };
    }
    return null;
  };
}

/** Every place of a phrase, one after the other. */
export function* phrasePlaces(find: PhraseFinder, folded: string): Generator<Span> {
  for (let place = find(folded); place; place = find(folded, place.end)) yield place;
}

function endOf(units: readonly Unit[], text: string, start: number): number | null {
  let at = start;
  let before: Unit | null = null;
  for (const unit of units) {
    if (before) {
      const from = at;
      while (at < text.length && !isWordAt(text, at)) at += widthAt(text, at);
      if (at === from && !before.dense && !unit.dense) return null;
      if (!text.startsWith(unit.text, at)) return null;
    }
    at += unit.text.length;
    before = unit;
  }
  return before?.dense || at >= text.length || !isWordAt(text, at) ? at : null;
}

const widthAt = (text: string, at: number): number => (text.codePointAt(at)! > 0xffff ? 2 : 1);

function isWordAt(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  if (code < 0x80) return isAsciiWord(code);
  return IN_WORD.test(String.fromCodePoint(text.codePointAt(at)!));
}

function isWordBefore(text: string, at: number): boolean {
  if (at === 0) return false;
  const code = text.charCodeAt(at - 1);
  if (code < 0x80) return isAsciiWord(code);
  const low = (code & 0xfc00) === 0xdc00 && at > 1;
  return IN_WORD.test(low ? text.slice(at - 2, at) : text.charAt(at - 1));
}

const isAsciiWord = (code: number): boolean =>
  (code >= 0x61 && code <= 0x7a) || (code >= 0x30 && code <= 0x39) || (code >= 0x41 && code <= 0x5a);
