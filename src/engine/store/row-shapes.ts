/** Columns of a note's own row. */
export const COLUMNS = [
  'path',
  'raw_path',
  'kind',
  'title',
  'aliases',
  'tags',
  'language',
  'date',
  'content_hash',
  'size',
  'mtime',
  'birthtime',
  'encoding',
  'bom',
  'oddities',
  'indexed_at',
  'headings',
  'words_by',
  'properties',
] as const;

export type NoteRow = Record<(typeof COLUMNS)[number], string | number | Uint8Array | null>;

export interface ChunkRow {
  readonly ordinal: number;
  readonly start: number;
  readonly stop: number;
  readonly tokens: number;
  readonly hash: string;
  readonly headingPath: string;
  /** What the model reads is the head followed by the text, or the head alone where it does not end in the text. */
  readonly head: string;
  readonly whole: boolean;
  readonly text: string;
  /** As the index of words has it. */
  readonly words: readonly [text: string, headingPath: string, forms: string];
  /** The passage's vector of the static tier; null where none of its words is known. */
  readonly static: Uint8Array | null;
  /** The counts that its tokens were weighed by; 0 for none. */
  readonly basis: number;
}

export type LinkRow = readonly [
  kind: string,
  target: string,
  heading: string | null,
  block: string | null,
  alias: string | null,
  start: number,
  stop: number,
];

/**
 * A note as the database takes it: nothing is left to be worked out, and everything survives `postMessage`. Made where
 * the note was read, so that the thread that writes only writes.
 */
export interface NoteRows {
  readonly note: NoteRow;
  /** Title, file name, aliases, headings, tags and forms, as the index of words has them. */
  readonly words: readonly string[];
  readonly links: readonly LinkRow[];
  readonly chunks: readonly ChunkRow[];
  readonly terms: string;
  /** How the note writes its terms: JSON. */
  readonly forms: string;
}
