import type { Span } from './span.ts';

/** The white space between two lines of a source: hard wrapped prose goes on, items of a list stand apart. */
const LINE_BREAK = /[^\S\n]*\n\s*/gu;
/** A line shorter than this, and not the end of a sentence, was not wrapped: it is an item. */
const SHORTEST_WRAPPED = 55;

/** A line break of a text and what stands for it where the lines are shown as one. */
export interface LineGap extends Span {
  readonly shown: ' ' | ' · ';
}

/** The breaks between the lines of a text: a dot between items, a space between the lines of a paragraph. */
export function lineGaps(text: string): LineGap[] {
  let line = 0;
  return Array.from(text.matchAll(LINE_BREAK), ({ 0: gap, index }) => {
    const said = text.slice(line, index);
    line = index + gap.length;
    const item = said.length < SHORTEST_WRAPPED && !/[\p{P}]$/u.test(said);
    return { start: index, end: line, shown: item ? ' · ' : ' ' };
  });
}

/** A text's lines as one. */
export function inOneLine(text: string): string {
  const trimmed = text.trim();
  let out = '';
  let at = 0;
  for (const gap of lineGaps(trimmed)) {
    out += trimmed.slice(at, gap.start) + gap.shown;
    at = gap.end;
  }
  return out + trimmed.slice(at);
}
