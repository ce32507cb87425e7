import type { Span } from '../../common/span.ts';
import type { Place } from '../../contract/backlinks.ts';
import { parseBody } from '../parse/body.ts';
import { render, tidyProse } from '../parse/plain-text.ts';
import { sentencesOf } from '../search/snippets/sentences.ts';
import type { HeadingRecord } from '../store/types.ts';

/** Characters of a line that are shown whole; of a longer one, the sentence, and of a longer sentence, a part. */
const LONGEST = 280;
/** What a window around a place has before it. */
const BEFORE = 100;
/** Characters of source that are read on either side: lines of megabytes exist. */
const MOST_SOURCE = 2_000;

export type Context = Pick<Place, 'text' | 'mark'>;

/** What a person reads around a place in Markdown: its line, or the sentence in a long one, without markup. */
export function contextOf(source: string, place: Span, language: string): Context {
  const line = lineAround(source, place);
  const text = source.slice(line.start, line.end);
  const { markup } = parseBody(text, 0, { mdx: false });
  const piece = (start: number, end: number) =>
    render({ text, markup }, { start: start - line.start, end: end - line.start }).text;
  const said = piece(place.start, place.end);
  return shortened(
    piece(line.start, place.start).replace(/^[\s>#*+-]*(?:\[.\]\s|\d+[.)]\s)?/, ''),
    said || source.slice(place.start, place.end),
    piece(place.end, line.end),
    language,
  );
}

/** The line that a place stands in, cut where it is very long. */
function lineAround(source: string, { start, end }: Span): Span {
  const before = Math.max(source.lastIndexOf('\n', start - 1) + 1, start - MOST_SOURCE);
  const next = source.indexOf('\n', end);
  return {
    start: start === 0 ? 0 : before,
    end: Math.min(next < 0 ? source.length : next, end + MOST_SOURCE),
  };
}

/** Blanks made single, and no more of it than fits. */
export function shortened(before: string, said: string, after: string, language: string): Context {
  const lead = /\S\s+$/.test(before) ? ' ' : '';
  const trail = /^\s+\S/.test(after) ? ' ' : '';
  const [a, b, c] = [tidyProse(before) + lead, tidyProse(said), trail + tidyProse(after)];
  const whole = (a + b + c).replaceAll('\n', ' ');
  const mark = { start: a.length, end: a.length + b.length };
  if (whole.length <= LONGEST) return { text: whole, mark };
  const sentence = sentencesOf(whole, language).find((s) => s.start <= mark.start && s.end >= mark.end);
  if (sentence && sentence.end - sentence.start <= LONGEST) return cut(whole, mark, sentence);
  return cut(whole, mark, windowAround(whole, mark));
}

/** Whole words around the mark, about as many as fit. */
function windowAround(text: string, mark: Span): Span {
  const from = Math.max(0, mark.start - BEFORE);
  const to = Math.min(text.length, Math.max(mark.end, from + LONGEST));
  const start = from === 0 ? 0 : Math.min(mark.start, text.indexOf(' ', from) + 1 || from);
  const last = text.lastIndexOf(' ', to);
  return { start, end: to === text.length || last < mark.end ? to : last };
}

function cut(text: string, mark: Span, { start, end }: Span): Context {
  const before = start > 0 ? '…' : '';
  const by = before.length - start;
  return {
    text: before + text.slice(start, end) + (end < text.length ? '…' : ''),
    mark: { start: mark.start + by, end: mark.end + by },
  };
}

/** The headings that a place stands below, outermost first. */
export function headingsAbove(headings: readonly HeadingRecord[], { start }: Span): string[] {
  const path: HeadingRecord[] = [];
  for (const heading of headings) {
    if (heading.start >= start) break;
    while (path.length > 0 && path.at(-1)!.level >= heading.level) path.pop();
    path.push(heading);
  }
  return path.map(({ text }) => text);
}
