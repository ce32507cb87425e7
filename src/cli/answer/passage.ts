import { marksOf, paint } from '../../common/emphasis.ts';
import { inOneLine } from '../../common/one-line.ts';
import type { Passage } from '../../contract/common.ts';
import { harmlessProse } from '../terminal/harmless.ts';
import type { Style } from '../terminal/style.ts';
import { clip, padStart, width } from '../terminal/width.ts';
import { wrap } from '../terminal/wrap.ts';
import { excerpt } from './excerpt.ts';

export interface PassageLayout {
  readonly style: Style;
  /** Columns of the whole line. */
  readonly columns: number;
  /** Columns left of the passage, in whose last part the label stands. */
  readonly indent: number;
  /** At most so many lines of text. */
  readonly lines: number;
  /** A stretch of the passage that an excerpt should begin with where no word says better. */
  readonly from?: string;
}

/**
 * A passage as quoted lines: its label, the headings above it, and the words that matter made to stand out. `title`
 * is its note's, which need not be said again.
 */
export function passageLines(
  passage: Passage,
  title: string,
  terms: readonly string[],
  label: string,
  { style, columns, indent, lines, from = '' }: PassageLayout,
): string[] {
  const room = columns - indent - 1;
  const margin = ' '.repeat(indent);
  const first = style.dim(`${padStart(label, indent - 2)}  `);
  const shown: string[] = [];
  const [outermost, ...inner] = passage.headingPath;
  const path = outermost === title ? inner : passage.headingPath;
  const headings = path.map(harmlessProse).filter(Boolean).join(' › ');
  if (headings) shown.push(style.dim(clip(headings, room)));
  // Wrapping wastes the end of a line: ask for a little less than the lines hold.
  const columnsOfText = Math.floor(room * lines * 0.94) - 2;
  const text = excerpt(
    harmlessProse(inOneLine(passage.text)),
    terms,
    columnsOfText,
    harmlessProse(inOneLine(from)),
  );
  const quoted = wrap(`“${text}”`, room).slice(0, lines + 1);
  for (const line of quoted) shown.push(paint(line, marksOf(line, terms), style.strong));
  return shown.map((line, i) => (i === 0 && width(label) > 0 ? first : margin) + line);
}
