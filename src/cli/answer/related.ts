import type { RelatedNote, RelatedResult } from '../../contract/related.ts';
import { harmless, harmlessProse } from '../terminal/harmless.ts';
import type { Style } from '../terminal/style.ts';
import { clip, padStart } from '../terminal/width.ts';
import { factsLine, NUMBER, resultHeading } from './heading.ts';
import { passageLines } from './passage.ts';
import { reasonLines } from './reasons.ts';

export interface Layout {
  readonly style: Style;
  /** Columns to lay out in. */
  readonly columns: number;
}

/** How many lines of each passage are quoted. */
const LINES = 2;
/** Where quoted text begins: room for the labels 'here' and 'there'. */
const INDENT = 12;

/** Related notes for a person: each with its nearness, whether it is linked, and the best pair of passages. */
export function relatedLines(result: RelatedResult, layout: Layout): string[] {
  const { style, columns } = layout;
  const lines = [style.title(clip(harmlessProse(result.note.title), columns))];
  lines.push(factsLine(harmless(result.note.path), [], 0, columns, style), '');
  if (result.results.length === 0) return [...lines, 'No related notes.'];
  const top = Math.max(...result.results.map((r) => r.score));
  const quoted = new Map<string, number>();
  for (const [i, related] of result.results.entries()) {
    const share = top > 0 ? related.score / top : 0;
    lines.push(...relatedNoteLines(i + 1, related, share, { title: result.note.title, quoted }, layout), '');
  }
  return lines.slice(0, -1);
}

/** The note that was asked about; `quoted` says at which rank a passage of it was quoted: once is enough to read. */
interface Asked {
  readonly title: string;
  readonly quoted: Map<string, number>;
}

function relatedNoteLines(
  rank: number,
  related: RelatedNote,
  share: number,
  asked: Asked,
  layout: Layout,
): string[] {
  const { style, columns } = layout;
  const terms = related.sharedTerms.map((t) => t.term);
  const facts = [linkedness(related), closeness(related), readSo(related)];
  const lines = [
    resultHeading(rank, related.note, share, columns, style),
    factsLine(harmless(related.note.path), facts, NUMBER, columns, style),
    ...reasonLines(related, asked.title, NUMBER, columns).map(style.dim),
  ];
  const [best] = related.evidence;
  if (best) {
    const passage = { style, columns, indent: INDENT, lines: LINES };
    const key = `${best.here.start}-${best.here.end}`;
    const before = asked.quoted.get(key);
    asked.quoted.set(key, before ?? rank);
    if (before === undefined) lines.push(...passageLines(best.here, asked.title, terms, 'here', passage));
    else lines.push(style.dim(`${padStart('here', INDENT - 2)}  as for ${before}`));
    lines.push(...passageLines(best.there, related.note.title, terms, 'there', passage));
  }
  return lines;
}

/** Never 100: there is always the pair itself. */
function closeness({ percentile }: RelatedNote): string {
  const shown = Math.min(99.9, Math.floor(percentile * 10) / 10);
  return `closer than ${shown.toFixed(1)} % of pairs`;
}

function readSo({ tier }: RelatedNote): string {
  if (tier === 'contextual') return '';
  return tier === 'static' ? 'first impression' : 'by words alone';
}

function linkedness({ linked }: RelatedNote): string {
  if (linked.to && linked.from) return 'linked both ways';
  if (linked.to) return 'linked from here';
  return linked.from ? 'links to here' : 'not linked';
}
