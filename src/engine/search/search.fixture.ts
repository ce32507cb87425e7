import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { asNotePath } from '../../common/ids.ts';
import { fold } from '../../common/text.ts';
import { bytesHash, textHash } from '../base/hash.ts';
import { chunkNote } from '../chunk/chunk-note.ts';
import { noteTerms } from '../lexicon/note-terms.ts';
import { bodyText } from '../parse/body-text.ts';
import { withLanguage } from '../parse/language.ts';
import { parse } from '../parse/parse.ts';
import { createResolver } from '../parse/resolve.ts';
import { openStore } from '../store/open.ts';
import type { NoteWrite, Store } from '../store/types.ts';
import { Corpus } from './corpus.ts';
import type { QueryEmbedder } from './meaning.ts';
import { seeded } from './vectors/made-vectors.ts';

/**
 * A model that understands synonyms: words of one line mean the same, all others mean themselves. Like a real one, its
 * vectors share a direction, and queries another.
 */
const SYNONYMS = ['barco nave buque ship vessel', 'mar océano sea ocean', 'pan bread', 'gato cat felino'];

const STATIC_DIMENSIONS = 64;

export class TinyModel implements QueryEmbedder {
  readonly dimensions: number;
  readonly queryMean: Float32Array;
  readonly passageBudget = 60;
  /** Set to make `embed` fail. */
  failure: Error | null = null;

  constructor(dimensions = 96) {
    this.dimensions = dimensions;
    this.queryMean = this.#unit(this.#direction('#queries').map((x) => x * 2));
  }

  countTokens(text: string): number {
    return text.split(/\s+/).filter(Boolean).length;
  }

  async embed(texts: readonly string[], { kind }: { kind: 'query' | 'passage' }): Promise<Float32Array[]> {
    if (this.failure) throw this.failure;
    return texts.map((text) => this.vector(text, kind));
  }

  /** Its words alone, in fewer dimensions: a static tier. */
  staticVector(text: string): Int8Array<ArrayBuffer> {
    const vector = this.vector(text).subarray(0, STATIC_DIMENSIONS);
    return Int8Array.from(vector, (x) => Math.round(x * 127));
  }

  vector(text: string, kind: 'query' | 'passage' = 'passage'): Float32Array {
    const sum = new Float32Array(this.dimensions);
    const add = (vector: Float32Array, weight: number) => {
      for (let i = 0; i < sum.length; i++) sum[i]! += weight * vector[i]!;
    };
    for (const [word] of fold(text).matchAll(/[\p{L}\p{N}]{3,}/gu))
      add(this.#direction(SYNONYMS.find((line) => fold(line).split(' ').includes(word)) ?? word), 1);
    const length = Math.hypot(...sum) || 1;
    for (let i = 0; i < sum.length; i++) sum[i]! /= length;
    add(this.#direction(kind === 'query' ? '#queries' : '#passages'), 2);
    return this.#unit(sum);
  }

  #direction(seed: string): Float32Array {
    const random = seeded(Number.parseInt(textHash(seed).slice(0, 8), 16));
    return this.#unit(
      Float32Array.from({ length: this.dimensions }, () => random() + random() + random() - 1.5),
    );
  }

  #unit(vector: Float32Array): Float32Array {
    const length = Math.hypot(...vector);
    return vector.map((x) => x / length);
  }
}

/** A store in a temporary folder that holds notes given as path → Markdown, and a corpus that is told of changes. */
export class SearchBench {
  readonly model: TinyModel;
  readonly store: Store;
  readonly corpus: Corpus;
  /** Whether passages get static vectors when they are written. */
  readonly #statics: boolean;
  /** Files that are not notes: what links may also lead to. */
  attachments: readonly string[] = [];
  readonly #folder = mkdtempSync(join(tmpdir(), 'portolan-search-'));

  constructor(dimensions?: number, { statics = false } = {}) {
    this.model = new TinyModel(dimensions);
    this.#statics = statics;
    const model = { id: 'tiny', dimensions: this.model.dimensions, fingerprint: 'tiny' };
    this.store = openStore({ file: join(this.#folder, 'index.db'), model });
    this.corpus = new Corpus(this.store, this.model.dimensions);
  }

  /** Writes notes and tells the corpus. Vectors of their passages follow only with `embed`. */
  write(notes: Record<string, string>): void {
    for (const [path, text] of Object.entries(notes))
      this.corpus.noteChanged(this.store.writeNote(this.prepare(path, text)));
    this.#resolveLinks();
  }

  remove(path: string): void {
    const id = this.id(path);
    this.store.removeNote(id);
    this.corpus.noteRemoved(id);
    this.#resolveLinks();
  }

  /** Embeds the first `limit` passages that wait for it. */
  embed(limit = 1_000_000): void {
    const rows = this.store.vectors
      .pending(limit)
      .map(({ hash, input }) => ({ hash, vector: this.model.vector(input) }));
    this.store.vectors.put(rows);
    this.corpus.vectorsAdded(rows.map((row) => row.hash));
  }

  id(path: string): number {
    return this.store.notes.byPath(path)!.id;
  }

  /** A corpus made anew from the store. */
  async fresh(): Promise<Corpus> {
    const corpus = new Corpus(this.store, this.model.dimensions);
    await corpus.load();
    return corpus;
  }

  prepare(path: string, text: string): NoteWrite {
    const kind = path.endsWith('.canvas') ? 'canvas' : 'markdown';
    const note = withLanguage(parse(kind, asNotePath(path), text));
    const { model } = this;
    const chunks = chunkNote(note, {
      budget: model.passageBudget,
      countTokens: model.countTokens,
      targetTokens: 20,
    });
    const times = { size: text.length, mtimeMs: 1, birthtimeMs: 1 };
    return {
      file: { path: note.path, rawPath: Buffer.from(path), kind: 'markdown', ...times },
      content: { contentHash: bytesHash(Buffer.from(text)), encoding: 'utf-8', bom: false, ...times },
      note,
      chunks,
      ...noteTerms(note, bodyText(note), ...note.properties.map(({ text }) => text)),
      ...(this.#statics ? { statics: chunks.map((chunk) => model.staticVector(chunk.input)) } : {}),
      oddities: [],
    };
  }

  async close(): Promise<void> {
    this.corpus.close();
    await this.corpus.settled();
    this.store.close();
    rmSync(this.#folder, { recursive: true, force: true });
  }

  #resolveLinks(): void {
    this.corpus.linksChanged(
      this.store.links.resolveAll(
        createResolver({ notes: this.store.notes.all(), attachments: this.attachments }),
      ),
    );
  }
}

/** Notes about the sea and about baking, in two languages, some linked. */
export const SEA_AND_BREAD = {
  'Barcos.md': 'El barco cruza el mar con velas blancas.\n\nLa quilla y el timón gobiernan la nave.',
  'Ships.md': 'A vessel with white sails crosses the ocean.\n\nSee [[Puerto]] for mooring and [[Barcos]].',
  'Puerto.md': 'En el puerto el buque amarra junto al faro.\n\nEl faro guía desde la costa.',
  'Faro.md': 'El faro ilumina la costa cada noche. Enlaza con [[Puerto]].',
  'Pan.md': 'Para el pan hace falta harina, agua, sal y levadura.\n\nLa masa fermenta doce horas.',
  'Bread.md': 'Flour, water, salt and yeast make bread.\n\nSourdough ferments overnight. [[Pan]]',
  'Horno.md': 'El horno calienta la masa del pan. [[Pan]] [[Bread]]',
} as const;
