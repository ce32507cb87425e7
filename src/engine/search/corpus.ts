import { throwIfCancelled } from '../../common/cancel.ts';
import { breathe } from '../base/breathe.ts';
import type { Store } from '../store/types.ts';
import { LinkGraph } from './links/link-graph.ts';
import { NoteTable } from './note-table.ts';
import { LanguageMeans } from './vectors/centring.ts';
import { PassageIndex } from './vectors/passage-index.ts';
import { WordIndex } from './words/word-index.ts';

/** What the corpus reads of the store. */
export type CorpusSource = Pick<Store, 'notes' | 'chunks' | 'links' | 'vectors' | 'lexical'>;

/** Vectors read from the store at a time. */
const BATCH = 256;
/** Vectors from which the means are first taken. */
const SAMPLE = 8192;
/** Passages of a changed note that are taken in at once; those of a longer one follow in batches. */
const AT_ONCE = 512;

interface Waiting {
  readonly noteId: number;
  readonly chunkId: number;
}

/**
 * What `related` and `search` need in memory: vectors, words and links of every note. It is made from the store and
 * follows its changes; it is never written back. Changes are taken in between other work, not when they are told.
 */
export class Corpus {
  readonly source: CorpusSource;
  readonly notes = new NoteTable();
  readonly words = new WordIndex();
  readonly links = new LinkGraph(this.notes);
  readonly passages: PassageIndex;
  readonly #changedNotes = new Set<number>();
  readonly #changedLinks = new Set<number>();
  readonly #newVectors = new Set<string>();
  /** Passages whose text has no vector yet. */
  readonly #waiting = new Map<string, Waiting[]>();
  readonly #waitingOf = new Map<number, Set<string>>();
  #waitingCount = 0;
  #round: Promise<void> | null = null;
  #closed = false;

  /** Empty; `loadCorpus` fills it. `dimensions` are the model's. */
  constructor(source: CorpusSource, dimensions: number) {
    this.source = source;
    this.passages = new PassageIndex(dimensions, this.notes);
  }

  /** A note was added, or its text, title or path changed. */
  noteChanged(noteId: number): void {
    this.#changedNotes.add(noteId);
    this.#start();
  }

  noteRemoved(noteId: number): void {
    this.#changedNotes.add(noteId);
    this.#start();
  }

  /** Links that go out from these notes lead somewhere else now. */
  linksChanged(noteIds: readonly number[]): void {
    for (const id of noteIds) this.#changedLinks.add(id);
    this.#start();
  }

  vectorsAdded(hashes: readonly string[]): void {
    for (const hash of hashes) this.#newVectors.add(hash);
    this.#start();
  }

  /** Resolves when all that was told before the call is taken in; rejects when the store could not be read. */
  async settled(): Promise<void> {
    if (this.#round) await this.#round;
    if (this.#pending) {
      this.#start();
      await this.#round;
    }
    // Only now: while many notes are indexed, it would be done over and over for nobody.
    if (!this.#round && this.words.stale) await this.#run(this.#prepareWords());
  }

  async #prepareWords(): Promise<void> {
    for (const _ of this.words.prepare()) await breathe();
  }

  /** Share of the passages that have vectors, 0..1; 1 when there are none. */
  get coverage(): number {
    const known = this.passages.count;
    return known + this.#waitingCount === 0 ? 1 : known / (known + this.#waitingCount);
  }

  /** Stops taking in changes: the store may be closed once `settled` has resolved. */
  close(): void {
    this.#closed = true;
  }

  /** Reads everything. Changes told meanwhile are taken in afterwards. */
  load(signal?: AbortSignal): Promise<void> {
    return this.#run(this.#load(signal));
  }

  async #load(signal: AbortSignal | undefined): Promise<void> {
    const step = async () => {
      throwIfCancelled(signal);
      await breathe();
    };
    const records = this.source.notes.all();
    for (const record of records) this.notes.put(record.id, record.language, record);
    await this.#loadVectors(step);
    for (const { noteId, terms } of this.source.lexical.each()) {
      const slot = this.notes.slotOf(noteId);
      if (slot !== undefined) this.words.set(slot, terms);
      await step();
    }
    for (const _ of this.words.prepare()) await step();
    const targets = Map.groupBy(this.source.links.pairs(), (pair) => pair.fromId);
    await step();
    for (const [id, pairs] of targets)
      this.links.set(
        id,
        pairs.map((pair) => pair.toId),
      );
    this.links.touch();
  }

  async #loadVectors(step: () => Promise<void>): Promise<void> {
    const byHash = new Map<string, { id: number; noteId: number }[]>();
    let count = 0;
    for (const { id, noteId, hash } of this.source.chunks.all()) {
      const same = byHash.get(hash);
      if (same) same.push({ id, noteId });
      else byHash.set(hash, [{ id, noteId }]);
      if (++count % BATCH === 0) await step();
    }
    await this.#sampleMeans(byHash, step);
    for (const { hash, vector } of this.source.vectors.each()) {
      for (const { id, noteId } of byHash.get(hash) ?? []) this.#addPassage(noteId, id, hash, vector);
      byHash.delete(hash);
      await step();
    }
    for (const [hash, without] of byHash) {
      for (const { id, noteId } of without) this.#addPassage(noteId, id, hash, undefined);
      await step();
    }
  }

  /** The means of evenly spread passages, so that all are centred but once while they are read. */
  async #sampleMeans(
    byHash: ReadonlyMap<string, readonly { noteId: number }[]>,
    step: () => Promise<void>,
  ): Promise<void> {
    const means = new LanguageMeans(this.passages.dimensions);
    const stride = Math.max(1, Math.floor(byHash.size / SAMPLE));
    let batch: string[] = [];
    const take = () => {
      for (const [hash, vector] of this.source.vectors.get(batch))
        for (const { noteId } of byHash.get(hash)!) {
          const slot = this.notes.slotOf(noteId);
          if (slot !== undefined) means.add(this.notes.languageOf(slot), vector);
        }
      batch = [];
    };
    let at = 0;
    for (const hash of byHash.keys()) {
      if (at++ % stride === 0) batch.push(hash);
      if (batch.length < BATCH) continue;
      take();
      await step();
    }
    take();
    this.passages.presetMeans(means, Math.round(means.count * stride));
  }

  get #pending(): boolean {
    return this.#changedNotes.size + this.#changedLinks.size + this.#newVectors.size > 0;
  }

  #start(): void {
    if (!this.#round && !this.#closed) this.#run(this.#takeIn());
  }

  #run(work: Promise<void>): Promise<void> {
    const round = work.finally(() => {
      this.#round = null;
    });
    this.#round = round;
    round.then(
      () => this.#pending && this.#start(),
      () => {}, // whoever waits for it hears of it; the next change or question tries again
    );
    return round;
  }

  /** One round: everything told so far, each thing read from the store as it is now. */
  async #takeIn(): Promise<void> {
    await new Promise<void>((resolve) => setImmediate(resolve));
    for (const id of [...this.#changedNotes]) {
      if (this.#closed) return;
      this.#refreshNote(id);
      this.#changedNotes.delete(id);
      await breathe();
    }
    for (const id of [...this.#changedLinks]) {
      if (this.#closed) return;
      this.#refreshLinks(id);
      this.#changedLinks.delete(id);
      await breathe();
    }
    for (const batch of batches([...this.#newVectors])) {
      if (this.#closed) return;
      this.#takeVectors(batch);
      for (const hash of batch) this.#newVectors.delete(hash);
      await breathe();
    }
    if (this.passages.stale) for (const _ of this.passages.recentre()) await breathe();
  }

  #refreshNote(id: number): void {
    const known = this.notes.slotOf(id);
    if (known !== undefined) this.passages.removeNote(known);
    this.#stopWaiting(id);
    const record = this.source.notes.byId(id);
    this.links.touch();
    if (!record) {
      if (known !== undefined) this.words.remove(known);
      this.notes.remove(id);
      this.links.set(id, []);
      return;
    }
    const slot = this.notes.put(id, record.language, record);
    const chunks = this.source.chunks.ofNote(id);
    const vectors = this.source.vectors.get(chunks.slice(0, AT_ONCE).map((chunk) => chunk.hash));
    for (const chunk of chunks) this.#addPassage(id, chunk.id, chunk.hash, vectors.get(chunk.hash));
    for (const chunk of chunks.slice(AT_ONCE)) this.#newVectors.add(chunk.hash);
    this.words.set(slot, this.source.lexical.ofNote(id));
    this.#refreshLinks(id);
  }

  #refreshLinks(id: number): void {
    const targets = this.source.links.ofNote(id).map((link) => link.toId);
    this.links.set(
      id,
      targets.filter((target) => target !== null),
    );
  }

  #takeVectors(hashes: readonly string[]): void {
    const wanted = hashes.filter((hash) => this.#waiting.has(hash));
    for (const [hash, vector] of this.source.vectors.get(wanted)) {
      const passages = this.#waiting.get(hash) ?? [];
      this.#waiting.delete(hash);
      this.#waitingCount -= passages.length;
      for (const { noteId, chunkId } of passages) {
        this.#waitingOf.get(noteId)?.delete(hash);
        this.#addPassage(noteId, chunkId, hash, vector);
      }
    }
  }

  #addPassage(noteId: number, chunkId: number, hash: string, vector: Float32Array | undefined): void {
    const slot = this.notes.slotOf(noteId);
    if (slot === undefined) return;
    if (vector) {
      this.passages.add(slot, chunkId, vector);
      return;
    }
    this.#waiting.set(hash, [...(this.#waiting.get(hash) ?? []), { noteId, chunkId }]);
    this.#waitingOf.set(noteId, (this.#waitingOf.get(noteId) ?? new Set()).add(hash));
    this.#waitingCount++;
  }

  /** The note's passages are gone or will be read anew. */
  #stopWaiting(id: number): void {
    for (const hash of this.#waitingOf.get(id) ?? []) {
      const passages = this.#waiting.get(hash);
      if (!passages) continue;
      const others = passages.filter((passage) => passage.noteId !== id);
      this.#waitingCount -= passages.length - others.length;
      if (others.length > 0) this.#waiting.set(hash, others);
      else this.#waiting.delete(hash);
    }
    this.#waitingOf.delete(id);
  }
}

/** The corpus of a store, loaded in steps that leave the thread free for other work. Rejects with CANCELLED. */
export async function loadCorpus(
  source: CorpusSource,
  dimensions: number,
  signal?: AbortSignal,
): Promise<Corpus> {
  const corpus = new Corpus(source, dimensions);
  await corpus.load(signal);
  return corpus;
}

function* batches<T>(items: readonly T[]): Generator<readonly T[]> {
  for (let from = 0; from < items.length; from += BATCH) yield items.slice(from, from + BATCH);
}
