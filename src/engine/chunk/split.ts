import type { Span } from '../../common/span.ts';
import type { Block } from '../parse/note.ts';
import { sentenceParts, slices, structuralParts } from './boundaries.ts';
import { longest, type Measure, type Piece } from './piece.ts';

export interface Sizes {
  /** Tokens that a chunk's text aims at. */
  readonly target: number;
  /** Tokens that it may have: what is larger is split. */
  readonly limit: number;
}

/** Share of the limit that a table's header may take when it is repeated. */
const LEAD_SHARE = 1 / 3;

/** A block as one piece, or as several no larger than the limit. Pieces without visible text are left out. */
export function splitBlock(measure: Measure, block: Block, index: number, sizes: Sizes): Piece[] {
  const of = { kind: block.kind, block: index, lead: '' };
  const whole = measure.piece(block, of, sizes.limit);
  if (!whole) return [];
  if (whole.tokens <= sizes.limit) return [whole];
  const out: Piece[] = [];
  const parts = structuralParts(measure.note, block, block.kind);
  const lead = block.kind === 'table' ? header(measure, parts[0], sizes.limit) : { text: '', tokens: 0 };
  const inner = { target: sizes.target, limit: sizes.limit - lead.tokens };
  parts.forEach((part, i) => {
    splitPart(measure, part, { ...of, lead: i > 0 ? lead.text : '' }, inner, out);
  });
  return out;
}

function header(measure: Measure, row: Span | undefined, limit: number): { text: string; tokens: number } {
  const text = row ? measure.text(row, 'table') : '';
  const tokens = text ? measure.tokens(`${text}\n`, limit) : 0;
  return tokens <= limit * LEAD_SHARE ? { text, tokens } : { text: '', tokens: 0 };
}

type Of = Pick<Piece, 'kind' | 'block' | 'lead'>;

function splitPart(measure: Measure, part: Span, of: Of, sizes: Sizes, out: Piece[]): void {
  const piece = measure.piece(part, of, sizes.limit);
  if (!piece) return;
  if (piece.tokens <= sizes.limit) {
    out.push(piece);
    return;
  }
  const sentences = sentenceParts(measure.note, part);
  for (const sentence of sentences) {
    const whole = sentences.length === 1 ? piece : measure.piece(sentence, of, sizes.limit);
    if (!whole) continue;
    if (whole.tokens <= sizes.limit) out.push(whole);
    else slice(measure, whole, sizes, out);
  }
}

/** By length, on the way to the target; what still is too large, because its tokens are denser, is halved. */
export function slice(measure: Measure, piece: Piece, sizes: Sizes, out: Piece[]): void {
  const tokens = Number.isFinite(piece.tokens) ? piece.tokens : piece.text.length / 4;
  const parts = Math.max(
    2,
    Math.ceil(tokens / sizes.target),
    Math.ceil(piece.text.length / longest(sizes.limit)),
  );
  const cut = slices(measure.note, piece, parts);
  if (cut.length < 2) {
    out.push(piece);
    return;
  }
  for (const part of cut) {
    const smaller = measure.piece(part, piece, sizes.limit);
    if (!smaller) continue;
    if (smaller.tokens <= sizes.limit) out.push(smaller);
    else slice(measure, smaller, sizes, out);
  }
}
