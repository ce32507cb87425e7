import type { Span } from '../../common/span.ts';
import { graphemeFloor } from '../../common/text.ts';
import type { BlockKind, ParsedNote } from '../parse/note.ts';
import { render } from '../parse/plain-text.ts';

/** Where a block may be cut: first along its own structure, then between sentences, then wherever it must be. */

const ITEM = /^[ \t>]{0,999}(?:[-*+]|\d{1,9}[.)])[ \t]/gm;
const LINE = /^(?=.)/gm;

/** Parts of a block along its structure: items of a list, rows of a table, lines of code and quotes. */
export function structuralParts(note: ParsedNote, span: Span, kind: BlockKind): Span[] {
  if (kind === 'paragraph' || kind === 'card') return [span];
  const source = note.text.slice(span.start, span.end);
  const cuts: number[] = [];
  for (const m of source.matchAll(kind === 'list' ? ITEM : LINE)) cuts.push(span.start + m.index);
  return between(span, cuts);
}

const sentences = new Intl.Segmenter('en', { granularity: 'sentence' });
const words = new Intl.Segmenter('en', { granularity: 'word' });
/** Segmenting is done in windows, so that a line of megabytes needs no more memory than a page. */
const WINDOW = 64 * 1024;

/** Sentences, as the source spans of what is seen. A line end also ends a sentence. */
export function sentenceParts(note: ParsedNote, span: Span): Span[] {
  const { text, sourceAt } = render(note, span);
  const cuts: number[] = [];
  for (let from = 0; from < text.length; ) {
    const window = text.slice(from, from + WINDOW);
    const last = from + window.length >= text.length;
    let start = 0;
    for (const s of sentences.segment(window)) {
      start = s.index;
      if (start > 0) cuts.push(sourceAt(from + start));
    }
    if (last) break;
    // The last sentence of a window may go on: the next window starts with it, unless it fills the window.
    if (start === 0) {
      start = softCut(text, from, from + WINDOW) - from;
      cuts.push(sourceAt(from + start));
    }
    from += start;
  }
  return between(span, cuts);
}

/** About `parts` pieces of equal length, cut between words where there are words, and never inside a grapheme. */
export function slices(note: ParsedNote, span: Span, parts: number): Span[] {
  const { text, sourceAt } = render(note, span);
  const step = Math.max(1, Math.ceil(text.length / parts));
  const cuts: number[] = [];
  for (let from = 0; from + step < text.length; ) {
    const to = softCut(text, from, from + step);
    cuts.push(sourceAt(to));
    from = to;
  }
  return between(span, cuts);
}

/** The best place to cut at or before `to`, but after `from`: a blank, a word's end, a grapheme's end. */
function softCut(text: string, from: number, to: number): number {
  const least = to - ((to - from) >> 2);
  for (let i = to; i > least; i--) if (/\s/.test(text[i - 1]!) && graphemeFloor(text, i) === i) return i;
  const windowStart = Math.max(from, to - 64);
  let cut = -1;
  for (const w of words.segment(text.slice(windowStart, to + 64))) {
    const at = windowStart + w.index;
    if (at > to) break;
    if (at > least && graphemeFloor(text, at) === at) cut = at;
  }
  if (cut > from) return cut;
  const floor = graphemeFloor(text, to);
  // A grapheme longer than the piece has to stay whole: go on to its end.
  return floor > from ? floor : graphemeCeil(text, from + 1);
}

const MOST = 256;

function graphemeCeil(text: string, offset: number): number {
  for (let i = offset; i < Math.min(text.length, offset + MOST); i++)
    if (graphemeFloor(text, i) === i) return i;
  return Math.min(text.length, offset + MOST);
}

function between({ start, end }: Span, cuts: readonly number[]): Span[] {
  const parts: Span[] = [];
  let from = start;
  for (const cut of cuts) {
    if (cut <= from || cut >= end) continue;
    parts.push({ start: from, end: cut });
    from = cut;
  }
  parts.push({ start: from, end });
  return parts;
}
