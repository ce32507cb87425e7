/** Text as Unicode sees it: canonical forms, folding and grapheme boundaries. Offsets are UTF-16 code units. */

export const nfc = (s: string): string => s.normalize('NFC');

/** Case and accents folded: the form in which names and words are compared. */
export function fold(s: string): string {
  return s
    .normalize('NFD')
    .replace(/\p{Mn}+/gu, '')
    .normalize('NFC')
    .toLowerCase();
}

/** Case folded in NFC, accents kept: the form in which Obsidian compares link targets. */
export const foldCase = (s: string): string => nfc(s).toLowerCase();

const graphemes = new Intl.Segmenter(undefined, { granularity: 'grapheme' });

/** How far back a grapheme can plausibly reach from an offset; beyond it a cut is allowed to split. */
const LONGEST_GRAPHEME = 64;

/** The largest grapheme boundary ≤ `offset` in `text`. */
export function graphemeFloor(text: string, offset: number): number {
  if (offset <= 0) return 0;
  if (offset >= text.length) return text.length;
  const from = Math.max(0, offset - LONGEST_GRAPHEME);
  let last = from;
  for (const g of graphemes.segment(text.slice(from, offset + LONGEST_GRAPHEME))) {
    const at = from + g.index;
    if (at > offset) break;
    last = at;
  }
  // A window that starts inside a grapheme reports its own start as a boundary: never cut a surrogate pair there.
  if (last === from && last > 0 && isLowSurrogate(text.charCodeAt(last))) return last - 1;
  return last > 0 ? last : offset;
}

const isLowSurrogate = (c: number): boolean => c >= 0xdc00 && c <= 0xdfff;
