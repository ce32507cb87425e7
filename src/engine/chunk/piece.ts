import type { Span } from '../../common/span.ts';
import type { BlockKind, ParsedNote } from '../parse/note.ts';
import { render, tidyCode, tidyProse } from '../parse/plain-text.ts';

/** A part of one block that stays together: chunks are packed from pieces. */
export interface Piece extends Span {
  readonly kind: BlockKind | 'heading';
  /** Index of the block in the note: neighbouring pieces of one block are joined again. */
  readonly block: number;
  readonly text: string;
  readonly tokens: number;
  /** What the model needs to understand it, repeated from the block's beginning: a table's header row. */
  readonly lead: string;
}

export type Counter = (text: string) => number;

/** Text of this many code units per token of the limit is split without counting: no language is that dense. */
const LONGEST_TOKEN = 16;

/** Renders and counts pieces of a note. */
export class Measure {
  readonly note: ParsedNote;
  readonly count: Counter;

  constructor(note: ParsedNote, count: Counter) {
    this.note = note;
    this.count = count;
  }

  text(span: Span, kind: Piece['kind']): string {
    const { text } = render(this.note, span);
    return kind === 'code' ? tidyCode(text) : tidyProse(text);
  }

  /** Infinite for what is too long to be worth counting. */
  tokens(text: string, limit: number): number {
    return text.length > longest(limit) ? Number.POSITIVE_INFINITY : this.count(text);
  }

  /** The span without blanks at both ends; null where nothing of it is seen. */
  piece(span: Span, of: Pick<Piece, 'kind' | 'block' | 'lead'>, limit: number): Piece | null {
    const text = this.text(span, of.kind);
    if (!text) return null;
    return { ...of, ...trimmed(this.note.text, span, of.kind), text, tokens: this.tokens(text, limit) };
  }
}

/** Code units that a chunk of `limit` tokens may have. */
export const longest = (limit: number): number => limit * LONGEST_TOKEN;

const BLANK = /\s/;
/** What attaches to the character before it: a blank that carries one is no blank. */
const EXTENDS = /[\p{M}\u200d]/u;

function trimmed(text: string, span: Span, kind: Piece['kind']): Span {
  let { start, end } = span;
  while (start < end && BLANK.test(text[start]!) && !EXTENDS.test(text[start + 1] ?? '')) start++;
  // The indentation of code is part of it.
  if (kind === 'code') while (start > span.start && /[ \t]/.test(text[start - 1]!)) start--;
  while (end > start && BLANK.test(text[end - 1]!)) end--;
  return { start, end };
}
