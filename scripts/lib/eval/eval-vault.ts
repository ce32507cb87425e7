import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { asNotePath } from '../../../src/common/ids.ts';
import type { Embedder } from '../../../src/engine/embed/embedder.ts';
import { prepareNote } from '../../../src/engine/indexing/prepare.ts';
import { createResolver } from '../../../src/engine/parse/resolve.ts';
import { type Corpus, loadCorpus } from '../../../src/engine/search/corpus.ts';
import { spread } from '../../../src/engine/search/query-note.ts';
import { openStore } from '../../../src/engine/store/open.ts';
import type { LinkResolver, NoteWrite, Store } from '../../../src/engine/store/types.ts';
import type { NoteContent, NoteFile } from '../../../src/engine/vault/note-file.ts';
import { readNote } from '../../../src/engine/vault/read-note.ts';
import { scanVault } from '../../../src/engine/vault/scanner.ts';
import { HiddenLinks } from './hidden-links.ts';
import { placesOfLinks, withoutLinks } from './strip-links.ts';
import type { VectorCache } from './vector-cache.ts';

/** What making an index for the evaluation needs of a model. */
export interface EvalModel {
  readonly embedder: Embedder;
  readonly cache: VectorCache;
  readonly progress: (what: string, done: number, total: number) => void;
  /** Weighs tokens by those of a vault's passages, where the model does not say what they weigh. */
  readonly weigh?: ((texts: Iterable<string>) => void) | undefined;
  /** Percentages of passages, ascending: what is ranked while the model has read so many. */
  readonly read?: readonly number[];
}

/** Notes that a vault's tokens are counted in, as the product does. */
const COUNTED = 256;

/** An index that is asked. What answers sees links only through `links`. */
export interface EvalVault {
  readonly store: Store;
  readonly corpus: Corpus;
  readonly links: HiddenLinks;
  /** Every note by its id. */
  readonly notes: ReadonlyMap<number, IndexedNote>;
  readonly resolver: LinkResolver;
  close(): void;
}

export interface IndexedNote {
  readonly source: SourceNote;
  /** As it would be written with all that is in it. */
  readonly whole: NoteWrite;
  /** As it was written. */
  readonly write: NoteWrite;
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

/** A note as indexed after its links were taken out of its text; they stay links, at the places where they stood. */
export function withoutLinksInText(source: SourceNote, { note }: NoteWrite, embedder: Embedder): NoteWrite {
  const bare = prepareNote(source.file, rewritten(source, withoutLinks(note)).content, embedder);
  return { ...bare, note: { ...bare.note, links: placesOfLinks(note.links) } };
}

/** Embeds what of these notes is not known yet; vectors by the hash of their text. */
export async function vectorsOf(
  writes: readonly NoteWrite[],
  { embedder, cache, progress }: EvalModel,
): Promise<{ hash: string; vector: Float32Array }[]> {
  const texts = new Map(writes.flatMap(({ chunks }) => chunks.map(({ hash, input }) => [hash, input])));
  await cache.fill(
    texts,
    async () => embedder,
    (done, total) => progress('embedding', done, total),
  );
  return [...texts.keys()].flatMap((hash) => {
    const vector = cache.get(hash);
    return vector ? [{ hash, vector }] : [];
  });
}

/** Gives an index that was made without vectors those that it wants, or those of so many hundredths, chosen by chance. */
export async function addVectors(
  { store, corpus, notes }: EvalVault,
  model: EvalModel,
  percent = 100,
): Promise<void> {
  corpus.vectorsAdded(await putVectors(store, [...notes.values()], model, percent));
  await corpus.settled();
}

/** By its hash, a passage is always among the same hundredths. */
const hundredthOf = (hash: string): number => (parseInt(hash.slice(0, 8), 16) / 2 ** 32) * 100;

async function putVectors(
  store: Store,
  notes: readonly IndexedNote[],
  model: EvalModel,
  percent = 100,
): Promise<string[]> {
  const all = await vectorsOf(
    notes.map(({ write }) => write),
    model,
  );
  const rows = all.filter(({ hash }) => hundredthOf(hash) < percent);
  for (let from = 0; from < rows.length; from += 500) store.vectors.put(rows.slice(from, from + 500));
  return rows.map(({ hash }) => hash);
}

/** Characters of a note that are read, in all its passages. */
export const charactersOf = ({ chunks }: NoteWrite): number =>
  chunks.reduce((sum, chunk) => sum + chunk.text.trim().length, 0);

function* passagesOf(sources: readonly SourceNote[], embedder: Embedder): Generator<string> {
  for (const { file, content } of sources)
    for (const { input } of prepareNote(file, content, embedder).chunks) yield input;
}

/** An index in a temporary folder, made by the product's own stages; vectors come from the cache where it has them. */
export async function indexNotes(
  sources: readonly SourceNote[],
  attachments: readonly string[],
  model: EvalModel,
  { linksInText = true, embed = true } = {},
): Promise<EvalVault> {
  const { embedder, progress } = model;
  model.weigh?.(passagesOf(spread(sources, COUNTED), embedder));
  const folder = mkdtempSync(join(tmpdir(), 'portolan-eval-'));
  const { id, dimensions } = embedder.model;
  const store = openStore({ file: join(folder, 'index.db'), model: { id, dimensions, fingerprint: id } });
  const notes = new Map<number, IndexedNote>();
  for (const [i, source] of sources.entries()) {
    const whole = prepareNote(source.file, source.content, embedder);
    const write = linksInText ? whole : withoutLinksInText(source, whole, embedder);
    notes.set(store.writeNote(write), { source, whole, write });
    if (i % 100 === 99) progress('reading', i + 1, sources.length);
  }
  const known = [...notes.values()].map(({ whole }) => whole.note);
  const resolver = createResolver({ notes: known, attachments });
  store.links.resolveAll(resolver);
  if (embed) await putVectors(store, [...notes.values()], model);
  const links = new HiddenLinks(store.links);
  const seen = {
    notes: store.notes,
    chunks: store.chunks,
    vectors: store.vectors,
    statics: store.statics,
    lexical: store.lexical,
    links,
  };
  const corpus = await loadCorpus(seen, dimensions);
  return {
    store,
    corpus,
    links,
    notes,
    resolver,
    close() {
      corpus.close();
      store.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
