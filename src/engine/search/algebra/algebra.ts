import { PortolanError } from '../../../common/errors.ts';
import { parseExpression } from '../../../common/expression.ts';
import type { AlgebraHit, AlgebraResult } from '../../../contract/algebra.ts';
import type { Filter } from '../../../contract/filter.ts';
import type { NoteRecord } from '../../store/types.ts';
import type { Corpus } from '../corpus.ts';
import { keeper } from '../filter.ts';
import { toNoteRef, toPassage } from '../passage.ts';
import { topIndexes } from '../vectors/top.ts';
import { candidates } from './candidates.ts';
import { addTo, type GetEmbedder, type MeantTerm, meaningOf, toTerm } from './meaning-of.ts';

export interface AlgebraOptions {
  readonly limit: number;
  readonly filter?: Filter | undefined;
  readonly signal?: AbortSignal | undefined;
}

/** The note's part of a score; the rest is its best passage's. */
const NOTE_PART = 0.5;
/** Below this length of the sum nothing is left to look for, only rounding. */
const CANCELLED_OUT = 0.02;
/** Passages shown of every note, and how near its best a further one must come. */
const SHOWN = 3;
const WORTH_SHOWING = 0.5;

/**
 * Notes that mean what an expression does, best first. Every term is a centred vector of length 1; weighted, they are
 * summed, and the sum's cosine with a note is therefore itself a sum: the terms' shares. `docs/algebra.md` has what else
 * was tried. Rejects with EXPRESSION_INVALID, EXPRESSION_CANCELS_OUT and all that `meaningOf` does.
 */
export async function algebra(
  corpus: Corpus,
  embedder: GetEmbedder,
  expression: string,
  { limit, filter, signal }: AlgebraOptions,
): Promise<AlgebraResult> {
  const parsed = parseExpression(expression);
  await corpus.settled();
  const terms = await meaningOf(corpus, embedder, parsed, expression, signal);
  const { target, length } = sumOf(terms, corpus.passages.dimensions);
  const leftOut = namedIn(terms);
  const out = new Set(leftOut.map(({ id }) => corpus.notes.slotOf(id)));
  const kept = keeper(corpus, filter);
  const keep = (slot: number) => !out.has(slot) && (kept?.(slot) ?? true);
  const found = candidates(corpus, target, keep, limit, NOTE_PART);
  return {
    terms: terms.map(toTerm),
    hits: hitsOf(corpus, terms, length, found),
    leftOut: leftOut.map(toNoteRef),
    coverage: corpus.coverage,
  };
}

/** The terms' weighted sum brought to length 1, and the length it had. */
function sumOf(terms: readonly MeantTerm[], dimensions: number): { target: Float32Array; length: number } {
  const target = new Float32Array(dimensions);
  for (const { vector, weight } of terms) addTo(target, vector, weight);
  const length = Math.hypot(...target);
  const largest = Math.max(...terms.map(({ weight }) => Math.abs(weight)));
  if (length < CANCELLED_OUT * largest) throw new PortolanError('EXPRESSION_CANCELS_OUT');
  for (let i = 0; i < target.length; i++) target[i]! /= length;
  return { target, length };
}

/** A calculation does not answer with what went into it; a single word may well be answered with its note. */
function namedIn(terms: readonly MeantTerm[]): NoteRecord[] {
  const named = terms.flatMap(({ kind, names }) => (kind === 'note' || terms.length > 1 ? names : []));
  return [...new Map(named.map((note) => [note.id, note])).values()];
}

function hitsOf(
  corpus: Corpus,
  terms: readonly MeantTerm[],
  length: number,
  found: ReturnType<typeof candidates>,
): AlgebraHit[] {
  const slots = Int32Array.from(found, ({ slot }) => slot);
  const rows = Int32Array.from(found, ({ rows: own, best }) => own[best]!);
  const byTerm = terms.map(({ vector, weight }) => {
    const ofNotes = corpus.passages.contextual.noteCosinesAt(vector, slots);
    const ofPassages = corpus.passages.contextual.cosinesAt(vector, rows);
    return found.map(
      (_, i) => (weight / length) * (NOTE_PART * ofNotes[i]! + (1 - NOTE_PART) * ofPassages[i]!),
    );
  });
  const hits = found.flatMap(({ slot, rows: own, cosines }, i) => {
    const record = corpus.source.notes.byId(corpus.notes.idOf(slot));
    if (!record) return [];
    const shares = byTerm.map((ofTerm) => ofTerm[i]!);
    return [
      {
        note: toNoteRef(record),
        score: shares.reduce((sum, share) => sum + share, 0),
        shares,
        passages: passagesOf(corpus, own, cosines),
      },
    ];
  });
  return hits.sort((a, b) => b.score - a.score);
}

function passagesOf(corpus: Corpus, rows: Int32Array, cosines: Float32Array): AlgebraHit['passages'] {
  const best = topIndexes(cosines, SHOWN, -2);
  const scores = new Map(
    best
      .filter((i) => i === best[0] || cosines[i]! >= WORTH_SHOWING * cosines[best[0]!]!)
      .map((i) => [corpus.passages.contextual.chunkOf(rows[i]!), cosines[i]!]),
  );
  return corpus.source.chunks
    .byIds([...scores.keys()])
    .map((chunk) => ({ ...toPassage(chunk), score: scores.get(chunk.id)! }))
    .sort((a, b) => b.score - a.score);
}
