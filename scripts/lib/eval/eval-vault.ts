import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { asNotePath } from '../../../src/common/ids.ts';
import type { Embedder } from '../../../src/engine/embed/embedder.ts';
import { prepareNote } from '../../../src/engine/indexing/prepare.ts';
import { createResolver } from '../../../src/engine/parse/resolve.ts';
import { type Corpus, loadCorpus } from '../../../src/engine/search/corpus.ts';
import { openStore } from '../../../src/engine/store/open.ts';
import type { NoteWrite, Store } from '../../../src/engine/store/types.ts';
import type { NoteContent, NoteFile } from '../../../src/engine/vault/note-file.ts';
import { readNote } from '../../../src/engine/vault/read-note.ts';
import { scanVault } from '../../../src/engine/vault/scanner.ts';
import { withoutLinks } from './strip-links.ts';
import type { VectorCache } from './vector-cache.ts';

/** What making an index for the evaluation needs of a model. */
export interface EvalModel {
  readonly embedder: Embedder;
  readonly cache: VectorCache;
  readonly progress: (what: string, done: number, total: number) => void;
}

export interface EvalVault {
  readonly store: Store;
  readonly corpus: Corpus;
  /** Every note by its id: as it was read, and as the product would write it to the store. */
  readonly notes: ReadonlyMap<number, { readonly source: SourceNote; readonly write: NoteWrite }>;
  close(): void;
}

export interface SourceNote {
  readonly file: NoteFile;
  readonly content: NoteContent;
}

/** The notes of a vault that can be read, as they are on the disk, and its attachments. */
export async function readVault(
  root: string,
): Promise<{ notes: SourceNote[]; attachments: readonly string[] }> {
  const { notes, attachments } = await scanVault(root);
  const read: SourceNote[] = [];
  for (const file of notes) {
    const content = await readNote(root, file).catch(() => null);
    if (content) read.push({ file, content });
  }
  return { notes: read, attachments };
}

/** A note with another text (and path), as the index would hold it. */
export function rewritten({ file, content }: SourceNote, text: string, path: string = file.path): SourceNote {
  return {
    file: { ...file, path: asNotePath(path), rawPath: Buffer.from(path) },
    content: { ...content, text },
  };
}

/** A note as indexed after its links were taken out of its text; the links themselves stay links. */
export function withoutLinksInText(source: SourceNote, { note }: NoteWrite, embedder: Embedder): NoteWrite {
  const bare = prepareNote(source.file, rewritten(source, withoutLinks(note)).content, embedder);
  return { ...bare, note: { ...bare.note, links: note.links } };
}

/** An index in a temporary folder, made by the product's own stages; vectors come from the cache where it has them. */
export async function indexNotes(
  notes: readonly SourceNote[],
  attachments: readonly string[],
  { embedder, cache, progress }: EvalModel,
  { linksInText = true } = {},
): Promise<EvalVault> {
  const folder = mkdtempSync(join(tmpdir(), 'portolan-eval-'));
  const { id, dimensions } = embedder.model;
  const store = openStore({ file: join(folder, 'index.db'), model: { id, dimensions, fingerprint: id } });
  const indexed = new Map<number, { source: SourceNote; write: NoteWrite }>();
  const texts = new Map<string, string>();
  for (const [i, source] of notes.entries()) {
    const whole = prepareNote(source.file, source.content, embedder);
    const write = linksInText ? whole : withoutLinksInText(source, whole, embedder);
    for (const chunk of write.chunks) texts.set(chunk.hash, chunk.input);
    indexed.set(store.writeNote(write), { source, write: whole });
    if (i % 100 === 99) progress('reading', i + 1, notes.length);
  }
  const known = [...indexed.values()].map(({ write }) => write.note);
  store.links.resolveAll(createResolver({ notes: known, attachments }));
  await cache.fill(
    texts,
    async () => embedder,
    (done, total) => progress('embedding', done, total),
  );
  const rows = [...texts.keys()].flatMap((hash) => {
    const vector = cache.get(hash);
    return vector ? [{ hash, vector }] : [];
  });
  for (let from = 0; from < rows.length; from += 500) store.vectors.put(rows.slice(from, from + 500));
  const corpus = await loadCorpus(store, dimensions);
  return {
    store,
    corpus,
    notes: indexed,
    close() {
      corpus.close();
      store.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
