import { hasCode } from '../../common/errors.ts';
import type { Embedder } from '../embed/embedder.ts';
import type { Corpus } from './corpus.ts';
import { dot } from './evidence.ts';
import type { Keep } from './filter.ts';
import { unitDifference } from './vectors/centring.ts';
import type { NearRows } from './vectors/passage-index.ts';
import { topIndexes } from './vectors/top.ts';

/** What search needs of an embedder. */
export type QueryEmbedder = Pick<Embedder, 'embed' | 'queryMean' | 'countTokens' | 'passageBudget'> &
  Partial<Pick<Embedder, 'staticVector'>>;

export interface PassageMeaning {
  readonly chunkId: number;
  readonly noteId: number;
  /** Cosine of the centred vectors. */
  readonly score: number;
}

/** Passages that are taken from the scan, and those of them whose cosine is worked out exactly. */
const NEAR = 300;
const EXACT = 40;
/** As many times more are taken where some notes are left out. */
const WIDER = 4;

/**
 * A question's vector, centred by a mean of questions (the passages' mean would ruin it), of length 1. Null when the
 * model could not be asked: words still answer. Rejects with CANCELLED only.
 */
export async function queryVector(
  embedder: QueryEmbedder,
  text: string,
  signal?: AbortSignal,
  mean: Float32Array = embedder.queryMean,
): Promise<Float32Array | null> {
  try {
    const options = { kind: 'query', priority: 'interactive', ...(signal && { signal }) } as const;
    const [vector] = await embedder.embed([text], options);
    return vector ? unitDifference(vector, mean) : null;
  } catch (error) {
    if (hasCode(error, 'CANCELLED')) throw error;
    return null;
  }
}

/**
 * Cosines of the passages nearest to a question, of those notes that are kept, and of all passages of the notes that
 * its words found.
 */
export function byMeaning(
  corpus: Corpus,
  query: Float32Array,
  wordNotes: Iterable<number>,
  keep?: Keep,
): PassageMeaning[] {
  const { passages, notes } = corpus;
  const cosines = new Map<number, number>();
  const wordRows = Int32Array.from(
    [...new Set(wordNotes)].flatMap((id) => {
      const slot = notes.slotOf(id);
      return slot === undefined ? [] : passages.rowsOf(slot);
    }),
  );
  const found = passages.cosinesAt(query, wordRows);
  for (let i = 0; i < wordRows.length; i++) cosines.set(wordRows[i]!, found[i]!);
  const near = keep ? nearestKept(corpus, query, keep) : passages.nearest(query, NEAR);
  for (let i = 0; i < near.rows.length; i++) cosines.set(near.rows[i]!, near.cosines[i]!);
  const exact = exactCosines(corpus, query, near.rows.slice(0, EXACT));
  return [...cosines].map(([row, score]) => {
    const chunkId = passages.chunkOf(row);
    return { chunkId, noteId: notes.idOf(passages.noteOf(row)), score: exact.get(chunkId) ?? score };
  });
}

/**
 * Cosines of what notes begin with, their properties' sentences or the first passage of their body, whichever is nearer;
 * a note for which neither has a vector is left out.
 */
export function leadsOf(
  { source, passages, notes }: Corpus,
  query: Float32Array,
  noteIds: ReadonlySet<number>,
): { readonly noteId: number; readonly score: number }[] {
  const found = source.chunks.beginnings([...noteIds]).flatMap(({ noteId, id }) => {
    const slot = notes.slotOf(noteId);
    const row =
      slot === undefined ? undefined : passages.rowsOf(slot).find((r) => passages.chunkOf(r) === id);
    return row === undefined ? [] : [{ noteId, row }];
  });
  const cosines = passages.cosinesAt(
    query,
    Int32Array.from(found, ({ row }) => row),
  );
  const best = new Map<number, number>();
  for (const [i, { noteId }] of found.entries())
    best.set(noteId, Math.max(cosines[i]!, best.get(noteId) ?? -1));
  return [...best].map(([noteId, score]) => ({ noteId, score }));
}

/**
 * The nearest passages of the notes that are kept. Where the nearest of all hold too few of them, every passage of
 * these notes is compared: that the vault has others that are nearer must not leave them out.
 */
export function nearestKept({ passages, notes }: Corpus, query: Float32Array, keep: Keep): NearRows {
  const near = passages.nearest(query, NEAR * WIDER);
  const kept = near.rows.flatMap((row, i) => (keep(passages.noteOf(row)) ? [i] : []));
  if (kept.length >= NEAR || near.rows.length < NEAR * WIDER)
    return { rows: kept.map((i) => near.rows[i]!), cosines: kept.map((i) => near.cosines[i]!) };
  const rows: number[] = [];
  for (let slot = 0; slot < notes.slots; slot++)
    if (notes.idOf(slot) >= 0 && keep(slot)) for (const row of passages.rowsOf(slot)) rows.push(row);
  const cosines = passages.cosinesAt(query, Int32Array.from(rows));
  const best = topIndexes(cosines, NEAR, -2);
  return { rows: best.map((i) => rows[i]!), cosines: best.map((i) => cosines[i]!) };
}

/** Cosines from the vectors in the store, by chunk. */
function exactCosines(corpus: Corpus, query: Float32Array, rows: readonly number[]): Map<number, number> {
  const { source, passages, notes } = corpus;
  const chunks = source.chunks.byIds(rows.map((row) => passages.chunkOf(row)));
  const vectors = source.vectors.get(chunks.map((chunk) => chunk.hash));
  const exact = new Map<number, number>();
  for (const { id, noteId, hash } of chunks) {
    const [vector, slot] = [vectors.get(hash), notes.slotOf(noteId)];
    if (!vector || slot === undefined) continue;
    exact.set(id, dot(query, passages.centring.centre(vector, notes.languageOf(slot))));
  }
  return exact;
}
