/** Text as Unicode sees it: canonical forms, folding and grapheme boundaries. Offsets are UTF-16 code units. */

export const nfc = (s: string): string => s.normalize('NFC');

/**
 * Marks that a reader may leave out when looking for a word: Latin, Greek and Cyrillic accents, Hebrew points, Arabic
 * vowels and the kashida. Marks that make another letter, as in Devanagari or kana, are not among them.
 */
const ACCENTS =
  /[\u0300-\u036f\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f\u0591-\u05bd\u05bf\u05c1\u05c2\u0610-\u061a\u064b-\u065f\u0670\u0640]+/g;
const ASCII = /^[\x00-\x7f]*$/;

/** Without accents, compatibility forms made plain (ﬁ is fi, full-width A is A), NFC. */
export function unaccented(s: string): string {
  if (ASCII.test(s)) return s;
  return s.normalize('NFKD').replace(ACCENTS, '').normalize('NFC');
}

/** Case and accents folded: the form in which names and words are compared. */
export const fold = (s: string): string => unaccented(s).toLowerCase();

/** Case folded in NFC, accents kept: the form in which Obsidian compares link targets. */
export const foldCase = (s: string): string => nfc(s).toLowerCase();

const graphemes = new Intl.Segmenter(undefined, { granularity: 'grapheme' });

/** How far back a grapheme can plausibly reach from an offset; beyond it a cut is allowed to split. */
const LONGEST_GRAPHEME = 64;

/**
 * The largest grapheme boundary ≤ `offset` in `text`. Inside a grapheme longer than any real one (thousands of
 * combining marks) it cuts between code points, so that callers always get on.
 */
export function graphemeFloor(text: string, offset: number): number {
  if (offset <= 0) return 0;
  if (offset >= text.length) return text.length;
  if (isPlain(text, offset - 1) && isPlain(text, offset)) return offset;
  const from = codePointFloor(text, Math.max(0, offset - LONGEST_GRAPHEME));
  let last = from;
  for (const g of graphemes.segment(text.slice(from, offset + LONGEST_GRAPHEME))) {
    if (from + g.index > offset) break;
    last = from + g.index;
  }
  return last > from || from === 0 ? last : codePointFloor(text, offset);
}

/** Next to another one of its kind it is a grapheme of its own: nothing below U+0300 combines but CR with LF. */
const isPlain = (text: string, at: number): boolean => {
  const code = text.charCodeAt(at);
  return code < 0x300 && code !== 0x0d;
};

function codePointFloor(text: string, offset: number): number {
  const low = text.charCodeAt(offset) & 0xfc00;
  const high = text.charCodeAt(offset - 1) & 0xfc00;
  return low === 0xdc00 && high === 0xd800 ? offset - 1 : offset;
}
