import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { asNotePath, stem } from '../../common/ids.ts';
import { textHash } from '../base/hash.ts';
import type { Chunk } from '../chunk/chunk.ts';
import type { Heading, Link, Note } from '../parse/note.ts';
import type { StoreModel } from './model.ts';
import { type OpenOptions, openStore } from './open.ts';
import type { NoteWrite, Store } from './types.ts';

/** A world for tests of the store: notes as literals, vectors from text, a folder that goes away. */

export const MODEL: StoreModel = { id: 'test-model', dimensions: 8, fingerprint: 'test-model/1' };

export interface NoteSketch {
  readonly title?: string;
  readonly aliases?: readonly string[];
  readonly tags?: readonly string[];
  /** Targets of wikilinks. */
  readonly links?: readonly string[];
  /** Passages: a text, or headings and a text. */
  readonly passages?: readonly (string | readonly [headings: readonly string[], text: string])[];
  readonly terms?: Readonly<Record<string, number>>;
  readonly mtimeMs?: number;
  readonly oddities?: readonly string[];
}

/** What the stages before the store would make of a note like this. */
export function noteWrite(path: string, sketch: NoteSketch = {}): NoteWrite {
  const passages = (sketch.passages ?? []).map((p) =>
    typeof p === 'string' ? ([[], p] as const) : ([p[0], p[1]] as const),
  );
  const text = passages.map(([, passage]) => passage).join('\n\n');
  const contentHash = textHash(JSON.stringify(sketch));
  const times = { size: text.length, mtimeMs: sketch.mtimeMs ?? 1000.25, birthtimeMs: 500.5 };
  const headings = [...new Set(passages.flatMap(([above]) => above))].map(
    (heading, i): Heading => ({ level: 1, text: heading, start: i, end: i + 1 }),
  );
  const links = (sketch.links ?? []).map(
    (target, i): Link => ({ kind: 'wikilink', target, start: i * 10, end: i * 10 + 5 }),
  );
  const note: Note = {
    path: asNotePath(path),
    text,
    title: sketch.title ?? stem(path),
    titleFrom: sketch.title === undefined ? 'filename' : 'frontmatter',
    aliases: sketch.aliases ?? [],
    tags: (sketch.tags ?? []).map((name) => ({ name, source: 'frontmatter' })),
    headings,
    links,
    blocks: [],
    comments: [],
    frontmatter: null,
    properties: [],
    language: 'es',
    problems: [],
  };
  return {
    file: { path: asNotePath(path), rawPath: Buffer.from(path), kind: 'markdown', ...times },
    content: { contentHash, encoding: 'utf-8', bom: false, ...times },
    note,
    chunks: chunksOf(passages),
    terms: new Map(Object.entries(sketch.terms ?? {})),
    forms: [],
    oddities: sketch.oddities ?? [],
  };
}

function chunksOf(passages: readonly (readonly [readonly string[], string])[]): Chunk[] {
  let start = 0;
  return passages.map(([headingPath, text], ordinal) => {
    const input = [...headingPath, text].join('\n');
    const chunk = {
      ordinal,
      start,
      end: start + text.length,
      headingPath,
      text,
      input,
      tokens: text.length,
      hash: textHash(input),
    };
    start += text.length + 2;
    return chunk;
  });
}

/** A unit vector that follows from the text: equal texts, equal vectors. */
export function vectorOf(text: string, dimensions = MODEL.dimensions): Float32Array {
  const bytes = Buffer.from(textHash(text).repeat(Math.ceil(dimensions / 16)), 'hex');
  const vector = Float32Array.from({ length: dimensions }, (_, i) => bytes[i % bytes.length]! - 127.5 + i);
  const norm = Math.hypot(...vector);
  return vector.map((x) => x / norm);
}

/** Gives every pending passage its vector. */
export function embedAll(store: Store, dimensions = MODEL.dimensions): void {
  for (;;) {
    const rows = store.vectors.pending(64);
    if (rows.length === 0) return;
    store.vectors.put(rows.map(({ hash, input }) => ({ hash, vector: vectorOf(input, dimensions) })));
  }
}

/** A temporary folder with stores in it; `close` takes both away. */
export class Bench {
  readonly folder = mkdtempSync(join(tmpdir(), 'portolan-store-'));
  readonly file = join(this.folder, 'index.db');
  readonly #stores: Store[] = [];

  open(options: Partial<OpenOptions> = {}): Store {
    const store = openStore({ file: this.file, model: MODEL, ...options });
    this.#stores.push(store);
    return store;
  }

  /** Forgets the index, so that the next one opened is new. */
  clear(): void {
    for (const store of this.#stores.splice(0)) store.close();
    for (const name of readdirSync(this.folder)) rmSync(join(this.folder, name), { recursive: true });
  }

  close(): void {
    for (const store of this.#stores) store.close();
    rmSync(this.folder, { recursive: true, force: true });
  }
}
