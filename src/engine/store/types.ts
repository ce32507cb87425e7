import type { ErrorCode, ErrorParams } from '../../common/error-codes.ts';
import type { NotePath } from '../../common/ids.ts';
import type { Chunk } from '../chunk/chunk.ts';
import type { LinkKind, Note } from '../parse/note.ts';
import type { LinkResolver } from '../parse/resolve.ts';
import type { NoteContent, NoteFile, NoteKind } from '../vault/note-file.ts';

export type { LinkResolver } from '../parse/resolve.ts';

/** The slices of the store that other stages use. Ids are SQLite rowids: stable for a note across edits and renames. */

export interface NoteRecord {
  readonly id: number;
  readonly path: NotePath;
  readonly rawPath: Buffer;
  readonly kind: NoteKind;
  readonly title: string;
  readonly aliases: readonly string[];
  /** Distinct tag names without '#'. */
  readonly tags: readonly string[];
  readonly language: string;
  readonly date: string | null;
  readonly contentHash: string;
  readonly size: number;
  readonly mtimeMs: number;
  readonly birthtimeMs: number;
}

export interface ChunkRecord {
  readonly id: number;
  readonly noteId: number;
  readonly ordinal: number;
  readonly start: number;
  readonly end: number;
  readonly headingPath: readonly string[];
  readonly text: string;
  readonly hash: string;
}

export interface LinkRecord {
  readonly fromId: number;
  readonly kind: LinkKind;
  readonly target: string;
  readonly alias: string | null;
  readonly start: number;
  readonly end: number;
  /** The note it resolves to; null when unresolved or an attachment. */
  readonly toId: number | null;
  /** Identity path of the attachment it resolves to. */
  readonly attachment: string | null;
}

/** Everything of a note that one transaction writes; vectors follow on their own, keyed by hash. */
export interface NoteWrite {
  readonly file: NoteFile;
  readonly content: Pick<
    NoteContent,
    'contentHash' | 'size' | 'mtimeMs' | 'birthtimeMs' | 'encoding' | 'bom'
  >;
  readonly note: Note;
  readonly chunks: readonly Chunk[];
  /** Folded terms of title (counted twice), and body, with counts: what whole-note TF-IDF reads. */
  readonly terms: ReadonlyMap<string, number>;
  readonly oddities: readonly string[];
}

export interface LedgerRecord {
  readonly path: string;
  /** 'waiting': its words are indexed, but not all of its passages have vectors yet. Derived when read. */
  readonly outcome: 'indexed' | 'waiting' | 'skipped' | 'failed';
  readonly code: ErrorCode | null;
  readonly params: ErrorParams;
  readonly oddities: readonly string[];
  /** Milliseconds since the epoch. */
  readonly at: number;
}

export interface Notes {
  all(): NoteRecord[];
  byId(id: number): NoteRecord | undefined;
  byPath(path: string): NoteRecord | undefined;
  /** Headings, outermost first by position, for outlines and switchers. */
  headings(id: number): { level: number; text: string; start: number; end: number }[];
}

export interface Chunks {
  ofNote(noteId: number): ChunkRecord[];
  byIds(ids: readonly number[]): ChunkRecord[];
  /** id, note and hash of every chunk in id order: what in-memory indexes are built from. */
  all(): Iterable<{ id: number; noteId: number; hash: string }>;
}

export interface Links {
  /** Note→note pairs, each once per direction, self-links left out. */
  pairs(): { fromId: number; toId: number }[];
  ofNote(noteId: number): LinkRecord[];
  to(noteId: number): LinkRecord[];
  /** Resolves all links anew and writes those whose target changed; returns the ids of notes whose links changed. */
  resolveAll(resolver: LinkResolver): number[];
}

export interface Vectors {
  /** Those hashes that have no vector of the model yet and are not marked impossible, each once, in order. */
  missing(hashes: Iterable<string>): string[];
  /** Hashes of chunks without a vector of the model and not marked impossible, in the order in which they should be embedded. */
  pending(limit: number): { hash: string; input: string; path: NotePath; tokens: number }[];
  pendingCount(): number;
  /** One transaction. `null` marks a text the model could not embed, so that it is not tried for ever. */
  put(rows: readonly { hash: string; vector: Float32Array | null }[]): void;
  /** Unit vectors as the model gave them (not centred), keyed by hash; those missing are left out. */
  get(hashes: readonly string[]): Map<string, Float32Array>;
  /** Every vector that some chunk uses; the array is only valid until the next step. */
  each(): Iterable<{ hash: string; vector: Float32Array }>;
  /**
   * The exact nearest by cosine among those that some chunk uses, nearest first: one pass over all of them. What fast
   * scans are measured against.
   */
  nearest(vector: Float32Array, k: number): { hash: string; cosine: number }[];
  /** Distinct texts of chunks that have a vector of the model. */
  count(): number;
}

export interface Lexical {
  /** Term counts of every note. */
  each(): Iterable<{ noteId: number; terms: ReadonlyMap<string, number> }>;
  ofNote(noteId: number): ReadonlyMap<string, number>;
  /**
   * Passages that match any of the words (accents and case folded, prefix for the last word, CJK by trigram or
   * substring), best BM25 first; `score` > 0, higher is better. Never throws on odd queries.
   */
  match(words: readonly string[], limit: number): { chunkId: number; noteId: number; score: number }[];
  /** The same over titles, aliases, headings and tags. */
  matchTitles(words: readonly string[], limit: number): { noteId: number; score: number }[];
}

export interface Ledger {
  all(filter?: { outcome?: LedgerRecord['outcome']; notable?: boolean }): LedgerRecord[];
  counts(): { indexed: number; waiting: number; skipped: number; failed: number };
  /** Replaces the entries of what the last scan left out and of notes that failed. */
  record(entries: readonly Omit<LedgerRecord, 'outcome'>[], outcome: 'skipped' | 'failed'): void;
  remove(paths: readonly string[]): void;
}

/** Small facts about the index itself, such as the recipe its chunks were made by. */
export interface Meta {
  get(key: string): string | undefined;
  set(key: string, value: string): void;
}

/** One vault's index, open for one model. All calls are synchronous; every write is one transaction. */
export interface Store {
  readonly file: string;
  readonly readOnly: boolean;
  readonly notes: Notes;
  readonly chunks: Chunks;
  readonly links: Links;
  readonly vectors: Vectors;
  readonly lexical: Lexical;
  readonly ledger: Ledger;
  readonly meta: Meta;
  /** Grows whenever another connection has committed: a reader reloads when it changes (`PRAGMA data_version`). */
  dataVersion(): number;
  /** Adds or replaces a note with its chunks, links, terms and ledger entry; returns its id. */
  writeNote(write: NoteWrite): number;
  /** The file moved; its content did not change. Title and link names follow the new path (`note`). */
  moveNote(id: number, write: NoteWrite): void;
  /** Only size and times changed on disk. */
  touchNote(id: number, file: NoteFile): void;
  removeNote(id: number): void;
  /** Drops vectors that no chunk has used for a while, oldest first, above `keepBytes`. */
  sweep(keepBytes: number): void;
  counts(): { notes: number; chunks: number; vectors: number; links: number; unresolvedLinks: number };
  close(): void;
}
