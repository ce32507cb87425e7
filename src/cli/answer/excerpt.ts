import { type Mark, marksOf } from '../../common/emphasis.ts';
import { graphemeFloor } from '../../common/text.ts';
import { head, width } from '../terminal/width.ts';

/** A sentence may begin after these, which lets an excerpt begin there too. */
const SENTENCE_END = /[.!?…。！？]["”’)\]]*\s+|[。！？]/gu;
/** Share of an excerpt that may stand before its first marked word. */
const LEAD = 0.3;

/**
 * The part of a passage worth showing in `columns` columns: all of it if it fits, else the stretch in which most
 * different terms stand, begun at a sentence where one begins near, with an ellipsis at each cut. Of stretches that are
 * as good, the one that begins with `from`.
 */
export function excerpt(text: string, terms: readonly string[], columns: number, from = ''): string {
  if (width(text) <= columns) return text;
  const marks = marksOf(text, terms);
  const sentence = from ? Math.max(0, text.indexOf(from)) : 0;
  const starts = [...new Set([sentence, 0, ...marks.map((mark) => startBefore(text, mark.start, columns))])];
  let best = { start: 0, value: -1 };
  for (const start of starts) {
    const value = worth(marks, start, start + columns);
    if (value > best.value) best = { start, value };
  }
  const before = best.start > 0 ? '… ' : '';
  const rest = text.slice(best.start);
  const room = columns - width(before);
  if (width(rest) <= room) return before + rest;
  return `${before}${cutAtWord(head(rest, room - 2))} …`;
}

/** Different terms count fully, repetitions little: variety explains a match better. */
function worth(marks: readonly Mark[], from: number, to: number): number {
  const seen = new Set<string>();
  let repeated = 0;
  for (const mark of marks) {
    if (mark.start < from || mark.end > to) continue;
    if (seen.has(mark.term)) repeated++;
    seen.add(mark.term);
  }
  return seen.size + repeated * 0.1;
}

/** A good place to begin at or before `at`: a sentence's begin within reach, else a word's. */
function startBefore(text: string, at: number, columns: number): number {
  const reach = graphemeFloor(text, Math.max(0, at - Math.round(columns * LEAD)));
  if (reach === 0) return 0;
  const window = text.slice(reach, at);
  const sentence = window.matchAll(SENTENCE_END).next().value;
  if (sentence) return reach + sentence.index + sentence[0].length;
  const space = window.indexOf(' ');
  return space < 0 ? reach : reach + space + 1;
}

/** Without the word that was cut in two at the end; texts without spaces stay as they are. */
function cutAtWord(text: string): string {
  const space = text.lastIndexOf(' ');
  return (space > text.length * 0.6 ? text.slice(0, space) : text).replace(/[\s,;:–—-]+$/u, '');
}
