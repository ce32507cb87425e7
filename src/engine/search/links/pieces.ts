import { terms } from '../../lexicon/terms.ts';

/** A line of so many characters is about one thing: most items of lists are shorter, most paragraphs longer. */
export const SHORT_LINE = 160;
const LINE = /[^\n]+/g;
const SENTENCE = /.+?(?:[.?!:](?=\s)|[。！？；]|$)/gs;

export interface Piece {
  readonly start: number;
  readonly end: number;
}

/** A text's sentences; lines of at most `whole` characters are not taken apart. */
export function piecesOf(text: string, whole = 0): Piece[] {
  const out: Piece[] = [];
  for (const line of text.matchAll(LINE)) {
    if (line[0].length <= whole) out.push({ start: line.index, end: line.index + line[0].length });
    else
      for (const found of line[0].matchAll(SENTENCE)) {
        const start = line.index + found.index;
        out.push({ start, end: start + found[0].length });
      }
  }
  return out;
}

/** The telling words of a text, by how often it says them. */
export function countsOf(text: string, language: string): Map<string, number> {
  const counts = new Map<string, number>();
  for (const term of terms(text, language)) counts.set(term, (counts.get(term) ?? 0) + 1);
  return counts;
}
