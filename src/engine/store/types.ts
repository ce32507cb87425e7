import type { ErrorCode, ErrorParams } from '../../common/error-codes.ts';
import type { NotePath } from '../../common/ids.ts';
import type { Span } from '../../common/span.ts';
import type { Chunk } from '../chunk/chunk.ts';
import type { LinkKind, Note } from '../parse/note.ts';
import type { LinkResolver } from '../parse/resolve.ts';
import type { NoteContent, NoteFile, NoteKind } from '../vault/note-file.ts';
import type { NoteRows } from './row-shapes.ts';

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
  /** When its bytes were last read or compared, in milliseconds since the epoch. */
  readonly readAtMs: number;
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
  readonly heading: string | null;
  readonly block: string | null;
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
  /** Terms of title (counted twice) and body, with counts: what whole-note TF-IDF reads. */
  readonly terms: ReadonlyMap<string, number>;
  /** How the note writes those terms that are not words as they stand. */
  readonly forms: readonly string[];
  readonly oddities: readonly string[];
  /** The chunks' vectors of the static tier, in order; null where there is none. */
  readonly statics?: readonly (Int8Array | null)[];
  /** The counts that their tokens were weighed by; 0, or nothing, for none. */
  readonly staticBasis?: number;
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
  /** The same, read in pages, in order of id. */
  each(): Iterable<NoteRecord>;
  byId(id: number): NoteRecord | undefined;
  byPath(path: string): NoteRecord | undefined;
  /** Headings, outermost first by position, for outlines and switchers. */
  headings(id: number): HeadingRecord[];
  /** Survivable oddities, as the ledger has them. */
  oddities(id: number): string[];
  /** Of all notes that have any, by path. */
  allHeadings(): { path: NotePath; headings: HeadingRecord[] }[];
  /** All notes as lists show them, by path. */
  entries(): NoteListing[];
  /** What changes when a note does, in order of id. */
  versions(): { id: number; path: NotePath; contentHash: string }[];
  /** How many notes are in each language, the commonest first. */
  languages(): { language: string; notes: number }[];
}

export interface HeadingRecord {
  readonly level: number;
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/** What lists show of a note: less to read than the whole record. */
export type NoteListing = Pick<
  NoteRecord,
  'path' | 'kind' | 'title' | 'aliases' | 'tags' | 'language' | 'date' | 'size' | 'mtimeMs' | 'birthtimeMs'
>;

/** How often each token was counted, in a vault of so many notes. */
export interface TokenCounts {
  /** Above 0, and of no other counts in this index before or after. */
  readonly id: number;
  readonly notes: number;
  readonly counts: Uint32Array<ArrayBuffer>;
}

/**
 * Vectors of the static tier: signed bytes, of any length, by chunk. Only those weighed by the model's present counts
 * are read (or by none, while nothing was counted): vectors of different weights are never compared.
 */
export interface Statics {
  /** What the vectors of this model are weighed by; null for a model that brings its weights, and before the first. */
  counts(): TokenCounts | null;
  /** From now on these are the present counts; returns their id. */
  putCounts(notes: number, counts: Uint32Array): number;
  /** Up to `limit` passages evenly spread over the index, as the model reads them. */
  sample(limit: number): string[];
  /** Passages after a chunk whose vectors are weighed by other counts, in order of chunk. */
  outdated(after: number, limit: number): { chunkId: number; input: string }[];
  /** Vectors by the present counts in the place of others; those of chunks that are gone are left out. */
  renew(rows: readonly { chunkId: number; vector: Int8Array }[]): void;
  /** Those of the chunks listed that have one. */
  get(chunkIds: readonly number[]): Map<number, Int8Array>;
  /** All in order of chunk; the array is only valid until the next step. */
  each(): Iterable<{ chunkId: number; vector: Int8Array }>;
}

export interface Chunks {
  ofNote(noteId: number): ChunkRecord[];
  /** The same without what they say. */
  keysOf(noteId: number): { id: number; hash: string }[];
  /** What each of these notes begins with: what its properties say, and the first passage of its body. */
  beginnings(noteIds: readonly number[]): { noteId: number; id: number }[];
  /** The passage that holds most of a span of the note, else the one that is nearest to it. */
  at(noteId: number, span: Span): ChunkRecord | undefined;
  byIds(ids: readonly number[]): ChunkRecord[];
  /** id and note of every chunk, note by note: little is read for it. */
  owners(): Iterable<{ id: number; noteId: number }>;
  /** id, note and hash of the chunks of which at least so many are the same. */
  repeated(least: number): { id: number; noteId: number; hash: string }[];
  /** id, note and hash of every chunk in id order: what in-memory indexes are built from. */
  all(): Iterable<{ id: number; noteId: number; hash: string }>;
}

export interface Links {
  /** Note→note pairs, each once per direction, self-links left out, in order of the linking note; of all, or of some ids. */
  pairs(above?: number, upTo?: number): { fromId: number; toId: number }[];
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
  /** Passages of these notes without a vector come first among those pending, for as long as this store is open. */
  prefer(noteIds: readonly number[]): void;
  pendingCount(): number;
  /** Texts that the model could not embed are wanting again. */
  tryAgain(): void;
  /** One transaction. `null` marks a text the model could not embed, so that it is not tried for ever. */
  put(rows: readonly { hash: string; vector: Float32Array | null }[]): void;
  /** Unit vectors as the model gave them (not centred), keyed by hash; those missing are left out. */
  get(hashes: readonly string[]): Map<string, Float32Array>;
  /** Every vector that some chunk uses; the array is only valid until the next step. */
  each(): Iterable<{ hash: string; vector: Float32Array }>;
  /** The same for every chunk that has one, by its id. */
  ofChunks(): Iterable<{ chunkId: number; vector: Float32Array }>;
  /** About `wanted` of these, evenly spread, and for how many each stands. */
  sample(wanted: number): Iterable<{ chunkId: number; vector: Float32Array; each: number }>;
  /**
   * The exact nearest by cosine among those that some chunk uses, nearest first: one pass over all of them. What fast
   * scans are measured against.
   */
  nearest(vector: Float32Array, k: number): { hash: string; cosine: number }[];
  /** Distinct texts of chunks that have a vector of the model. */
  count(): number;
}

export interface Lexical {
  /** Term counts of every note, in order of id, as they lie in the index: `visitTerms` reads them. */
  encoded(): Iterable<{ noteId: number; terms: Uint8Array }>;
  ofNote(noteId: number): ReadonlyMap<string, number>;
  /** How the note writes those of its terms that are not words as they stand. */
  formsOf(noteId: number): readonly string[];
  /**
   * Passages that match any of the words (accents, case and endings folded, scripts without spaces by pairs of
   * characters), best BM25 first; `score` > 0, higher is better. Never throws on odd queries.
   */
  match(
    words: readonly string[],
    limit: number,
    options?: MatchOptions,
  ): { chunkId: number; noteId: number; score: number }[];
  /** The same over titles, aliases, headings and tags. */
  matchTitles(
    words: readonly string[],
    limit: number,
    options?: MatchOptions,
  ): { noteId: number; score: number }[];
  /** Every note that says the word, in whatever form, in a passage, a heading, a name or a tag. */
  holders(word: string): ReadonlySet<number>;
  /** Every passage that says these words one after the other, in exactly these forms but for case and accents. */
  phrase(phrase: string): readonly SayingPassage[];
  /** The same; null where more than `most` passages may say it, which are then not read. */
  phrase(phrase: string, most: number): readonly SayingPassage[] | null;
  /** The same over titles, file names, aliases, headings and tags. */
  phraseInTitles(phrase: string): readonly number[];
}

export interface SayingPassage {
  readonly chunkId: number;
  readonly noteId: number;
}

export interface MatchOptions {
  /** The last word is still being typed: it may be the beginning of a longer one. */
  readonly prefix?: boolean;
  /** Asked for besides the words; each counts like one of them. */
  readonly phrases?: readonly string[];
  /** Notes that may match. It is asked before anything is ranked. */
  readonly keep?: (noteId: number) => boolean;
  /** About how large a share of all notes `keep` lets through, 0..1: of few, commoner words can be looked up. */
  readonly share?: number;
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

export interface PlaceRow {
  readonly noteId: number;
  readonly x: number;
  readonly y: number;
  /** Ids of the region and of the part of it that the note lies in; null where in none. */
  readonly region: number | null;
  readonly part: number | null;
}

export interface RegionRow {
  readonly id: number;
  /** The region that it is a part of; null for a region. */
  readonly parent: number | null;
  /** The words that set it apart, best first. */
  readonly words: readonly string[];
  /** What a person called it, its colour's number, whether it is not to be shown. */
  readonly name: string | null;
  readonly colour: number | null;
  readonly hidden: boolean;
}

/** The chart of the store's model. Places go with their notes. */
export interface ChartSlice {
  places(): PlaceRow[];
  /** Where one note lies; null where it has no place. */
  place(noteId: number): { readonly x: number; readonly y: number } | null;
  /** Regions that there are now. */
  regions(): RegionRow[];
  /** The first id that no region has ever had. */
  nextRegion(): number;
  /** One transaction: these places, and of regions these; earlier ones are kept, unseen, for when they come back. */
  save(places: readonly PlaceRow[], regions: readonly Pick<RegionRow, 'id' | 'parent' | 'words'>[]): void;
  /** Only places, beside those that are there. */
  savePlaces(places: readonly PlaceRow[]): void;
  /** What a person says of a region; false when there is none of that id. */
  changeRegion(id: number, change: Partial<Pick<RegionRow, 'name' | 'colour' | 'hidden'>>): boolean;
}

/** One vault's index, open for one model. All calls are synchronous; every write is one transaction. */
export interface Store {
  readonly file: string;
  readonly readOnly: boolean;
  readonly notes: Notes;
  readonly chunks: Chunks;
  readonly links: Links;
  readonly vectors: Vectors;
  readonly statics: Statics;
  readonly lexical: Lexical;
  readonly ledger: Ledger;
  readonly meta: Meta;
  readonly chart: ChartSlice;
  /** Grows whenever another connection has committed: a reader reloads when it changes (`PRAGMA data_version`). */
  dataVersion(): number;
  /** Another one whenever anything in the index may have changed, whoever wrote. */
  stamp(): string;
  /** Adds or replaces a note with its chunks, links, terms and ledger entry; returns its id. */
  writeNote(write: NoteWrite): number;
  /** The same for a note that is rows already (`noteRows`). */
  writeRows(rows: NoteRows): number;
  /** The file moved; its content did not change. Title and link names follow the new path (`note`). */
  moveNote(id: number, write: NoteWrite): void;
  moveRows(id: number, rows: NoteRows): void;
  /** Only size and times changed on disk. */
  touchNote(id: number, file: NoteFile): void;
  removeNote(id: number): void;
  /**
   * One transaction of several writes: all of them or, when it throws, none. Many small notes are written so several
   * times faster than one by one.
   */
  together<T>(work: () => T): T;
  /** Drops vectors that no chunk has used for a while, oldest first, above `keepBytes`. */
  sweep(keepBytes: number): void;
  counts(): { notes: number; chunks: number; vectors: number; links: number; unresolvedLinks: number };
  close(): void;
}
