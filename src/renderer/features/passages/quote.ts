import { lineGaps } from '../../../common/one-line.ts';
import type { Span } from '../../../common/span.ts';
import { graphemeFloor } from '../../../common/text.ts';

/** A run of a quoted passage. */
export interface Run {
  readonly text: string;
  /** A word that the two sides share, or that was asked for. */
  readonly marked: boolean;
  /** Part of the sentence that says it best. */
  readonly lead: boolean;
}

interface QuoteOptions {
  /** What stands out: offsets into the text, in order, not overlapping. */
  readonly marks?: readonly Span[];
  readonly sentence?: Span | null;
  /** Characters that there is room for. */
  readonly room?: number;
}

/** A sentence may begin after these, which lets a quote begin there too. */
const SENTENCE_END = /[.!?…。！？]["”’)\]]*\s+|[。！？]|\n\s*/gu;
/** Share of a quote that may stand before its first marked word. */
const LEAD = 0.3;

/**
 * A passage as it is quoted: in one line, cut to the stretch that says most where there is no room for all of it, in runs
 * that stand out or do not. An ellipsis says where it was cut.
 */
export function quoteOf(text: string, { marks = [], sentence = null, room = Infinity }: QuoteOptions): Run[] {
  const from = windowStart(text, marks, sentence, room);
  const to = windowEnd(text, from, room);
  const edges = new Set([from, to]);
  const gaps = lineGaps(text).filter((gap) => gap.start >= from && gap.end <= to);
  for (const { start, end } of [...marks, ...(sentence ? [sentence] : []), ...gaps])
    for (const at of [start, end]) if (at > from && at < to) edges.add(at);
  const stops = [...edges].sort((a, b) => a - b);
  const runs: Run[] = [];
  if (from > 0) add(runs, { text: '… ', marked: false, lead: false });
  for (let i = 1; i < stops.length; i++) {
    const [start, end] = [stops[i - 1]!, stops[i]!];
    const gap = gaps.find((g) => start >= g.start && end <= g.end);
    if (gap && start > gap.start) continue;
    add(runs, {
      text: gap ? gap.shown : text.slice(start, end),
      marked: marks.some((m) => m.start <= start && end <= m.end),
      lead: sentence !== null && sentence.start <= start && end <= sentence.end,
    });
  }
  if (to < text.trimEnd().length) add(runs, { text: ' …', marked: false, lead: false });
  return runs;
}

/** Runs of one kind are one run. */
function add(runs: Run[], run: Run): void {
  const last = runs.at(-1);
  if (last && last.marked === run.marked && last.lead === run.lead)
    runs[runs.length - 1] = { ...last, text: last.text + run.text };
  else runs.push(run);
}

function windowStart(text: string, marks: readonly Span[], sentence: Span | null, room: number): number {
  const first = text.length - text.trimStart().length;
  if (text.length - first <= room) return first;
  const starts = [
    ...(sentence ? [sentence.start] : []),
    first,
    ...marks.map(({ start }) => startBefore(text, start, room)),
  ];
  let best = { start: first, value: -1 };
  for (const start of starts) {
    const value = worth(text, marks, start, start + room);
    if (value > best.value) best = { start, value };
  }
  return best.start;
}

/** Different words count fully, repetitions little: variety explains a match better. */
function worth(text: string, marks: readonly Span[], from: number, to: number): number {
  const seen = new Set<string>();
  let repeated = 0;
  for (const { start, end } of marks) {
    if (start < from || end > to) continue;
    const word = text.slice(start, end).toLowerCase();
    if (seen.has(word)) repeated++;
    seen.add(word);
  }
  return seen.size + repeated * 0.1;
}

/** A good place to begin at or before `at`: a sentence's begin within reach, else a word's. */
function startBefore(text: string, at: number, room: number): number {
  const reach = graphemeFloor(text, Math.max(0, at - Math.round(room * LEAD)));
  if (reach === 0) return 0;
  const window = text.slice(reach, at);
  const sentence = window.matchAll(SENTENCE_END).next().value;
  if (sentence) return reach + sentence.index + sentence[0].length;
  const space = window.search(/\s/u);
  return space < 0 ? reach : reach + space + 1;
}

/** Without the word that would be cut in two; texts without blanks are cut where they must. */
function windowEnd(text: string, from: number, room: number): number {
  const last = text.trimEnd().length;
  if (last - from <= room) return last;
  const cut = graphemeFloor(text, from + room);
  const space = text.slice(from, cut).search(/\s\S*$/u);
  const end = space > (cut - from) * 0.6 ? from + space : cut;
  return from + text.slice(from, end).replace(/[\s,;:–—-]+$/u, '').length;
}
