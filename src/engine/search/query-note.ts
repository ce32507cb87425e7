import type { ChunkRecord } from '../store/types.ts';
import type { Corpus } from './corpus.ts';
import { type Names, namesOf } from './features/names.ts';
import { countsOf, piecesOf } from './links/pieces.ts';
import { ASKED_PASSAGES } from './weights.ts';

/**
 * The note that others are ranked for. It need not be in the corpus: a draft, or a note with its links taken out, is
 * asked for in the same way.
 */
export interface QueryNote {
  /** Folded terms with counts, as the store keeps them. */
  readonly terms: ReadonlyMap<string, number>;
  /** Its passages' unit vectors as the model gave them; passages without one are left out. */
  readonly vectors: readonly Float32Array[];
  /** What each of these passages counts, above 0 to 1; all of them fully where absent. */
  readonly shares?: readonly number[];
  readonly language: string;
  /** Telling words of each of its sentences, with counts. */
  readonly pieces: readonly ReadonlyMap<string, number>[];
  /** What it is called by; a draft may have no name. */
  readonly names: Names;
  /** Its own slot, which is never an answer and whose links are not used; -1 when it is not in the corpus. */
  readonly slot: number;
}

/** `chunks[i]` has `vectors[i]`. */
export interface StoredQueryNote extends QueryNote {
  readonly chunks: readonly ChunkRecord[];
}

/** A note of the corpus as the store has it, with at most `ASKED_PASSAGES` of its passages. */
export function queryNoteOf(corpus: Corpus, noteId: number): StoredQueryNote {
  const { source } = corpus;
  const chunks = source.chunks.ofNote(noteId);
  const vectors = corpus.vectorsOf(spread(chunks, ASKED_PASSAGES * 4));
  const asked = spread(
    chunks.filter((chunk) => vectors.has(chunk.id)),
    ASKED_PASSAGES,
  );
  const record = source.notes.byId(noteId);
  const language = record?.language ?? 'und';
  return {
    names: record ? namesOf(record) : { terms: [], names: [] },
    terms: source.lexical.ofNote(noteId),
    vectors: asked.map((chunk) => vectors.get(chunk.id)!),
    shares: asked.map((chunk) => corpus.repeated.shareOf(chunk.id)),
    chunks: asked,
    language,
    pieces: asked.flatMap(({ text }) =>
      piecesOf(text).map(({ start, end }) => countsOf(text.slice(start, end), language)),
    ),
    slot: corpus.notes.slotOf(noteId) ?? -1,
  };
}

/** At most `n` of the items, evenly spread, in order. */
export function spread<T>(items: readonly T[], n: number): T[] {
  if (items.length <= n) return [...items];
  return Array.from({ length: n }, (_, i) => items[Math.floor((i * items.length) / n)]!);
}
