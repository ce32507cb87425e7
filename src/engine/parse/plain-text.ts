import type { Span } from '../../common/span.ts';
import { firstAfter } from './markup.ts';
import type { ParsedNote } from './note.ts';

/** A piece of source as a reader sees it, with the way back to the source. */
export interface Rendered {
  readonly text: string;
  /** Offset in the source of an offset in `text`; inside something replaced, its end. */
  sourceAt(offset: number): number;
}

type Source = Pick<ParsedNote, 'text' | 'markup'>;

/** Renders without tidying: every character of `text` comes from one place of the source, in order. */
export function render(note: Source, span: Span): Rendered {
  const { text, markup } = note;
  const start = Math.max(0, span.start);
  const end = Math.min(text.length, span.end);
  if (!markup) return { text: text.slice(start, end), sourceAt: (offset) => start + offset };
  const parts: string[] = [];
  // Runs that are shown as they stand: where each starts in the output, in the source, and its length.
  const out: number[] = [];
  const from: number[] = [];
  const size: number[] = [];
  let length = 0;
  let pos = start;
  const emit = (to: number) => {
    if (to <= pos) return;
    parts.push(text.slice(pos, to));
    out.push(length);
    from.push(pos);
    size.push(to - pos);
    length += to - pos;
  };
  for (let i = firstAfter(markup, start); i < markup.starts.length && markup.starts[i]! < end; i++) {
    emit(markup.starts[i]!);
    const shown = markup.shown.get(i);
    if (shown !== undefined && markup.starts[i]! >= start) {
      parts.push(shown);
      length += shown.length;
    }
    pos = Math.max(pos, markup.ends[i]!);
  }
  emit(end);
  const sourceAt = (offset: number): number => {
    const run = lowerBound(out.length, (i) => out[i]! > offset) - 1;
    if (run < 0) return offset <= 0 ? start : (from[0] ?? end);
    const into = offset - out[run]!;
    return into <= size[run]! ? from[run]! + into : (from[run + 1] ?? end);
  };
  return { text: parts.join(''), sourceAt };
}

/** The first index below `n` for which `test` holds, where it holds for all that follow; else `n`. */
function lowerBound(n: number, test: (i: number) => boolean): number {
  let low = 0;
  while (low < n) {
    const middle = (low + n) >> 1;
    if (test(middle)) n = middle;
    else low = middle + 1;
  }
  return low;
}

/** Prose without indentation, trailing blanks and empty lines. */
export const tidyProse = (s: string): string =>
  s
    .replace(/[^\S\n]{1,999}/g, ' ')
    .replace(/ ?\n[ \n]*/g, '\n')
    .trim();

/** Code keeps its indentation, but neither empty lines around it nor blanks at line ends. */
export const tidyCode = (s: string): string =>
  s
    .replace(/\r\n?/g, '\n')
    .replace(/[ \t]{1,999}(?=\n)/g, '')
    .replace(/^\n+|\s+$/g, '');

/**
 * A piece of a note as a person reads it: links by their alias or the last part of their target, no markup characters,
 * comments, block ids and HTML tags; code as written, formulas in signs; a callout's title without its type.
 */
export function plainText(note: Source & Partial<Pick<ParsedNote, 'blocks'>>, span: Span): string {
  const parts: string[] = [];
  let pos = span.start;
  const prose = (end: number) => parts.push(tidyProse(render(note, { start: pos, end }).text));
  const blocks = note.blocks ?? [];
  const first = lowerBound(blocks.length, (i) => blocks[i]!.end > span.start);
  for (let i = first; i < blocks.length && blocks[i]!.start < span.end; i++) {
    const block = blocks[i]!;
    if (block.kind !== 'code') continue;
    const start = Math.max(block.start, span.start);
    const end = Math.min(block.end, span.end);
    if (start > pos) prose(start);
    parts.push(tidyCode(render(note, { start, end }).text));
    pos = end;
  }
  if (pos < span.end) prose(span.end);
  return parts.filter(Boolean).join('\n');
}
