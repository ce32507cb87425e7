import { throwIfCancelled } from '../../common/cancel.ts';
import { breathe } from '../base/breathe.ts';
import type { NoteRecord, Store } from '../store/types.ts';
import { Hubs } from './features/hubs.ts';
import { NameIndex, namesOf } from './features/names.ts';
import { LinkGraph } from './links/link-graph.ts';
import { NoteTable } from './note-table.ts';
import { Repeated } from './passages/repeated.ts';
import { LanguageMeans } from './vectors/centring.ts';
import { Int32List } from './vectors/growing.ts';
import { type Tier, TieredPassages } from './vectors/tiered-passages.ts';
import { Waiting } from './waiting.ts';
import { WordIndex } from './words/word-index.ts';

/** What the corpus reads of the store. */
export type CorpusSource = Pick<Store, 'notes' | 'chunks' | 'links' | 'vectors' | 'statics' | 'lexical'>;

/** Vectors read from the store at a time. */
const BATCH = 256;
/** Vectors taken in between two looks at the clock. */
const AT_A_TIME = 16;
/** Vectors from which the means are first taken. */
const SAMPLE = 8192;
/**
 * Share of passages that wait for the model above which the static tier comes in, and below which it goes: some texts
 * wait for ever, because the model cannot read them.
 */
export const MANY_WAITING = 0.02;
const HARDLY_ANY = 0.002;
/** Passages of a changed note that are taken in at once; those of a longer one follow in batches. */
const AT_ONCE = 512;

/**
 * What `related` and `search` need in memory: vectors, words and links of every note. It is made from the store and
 * follows its changes; it is never written back. Changes are taken in between other work, not when they are told.
 */
export class Corpus {
  readonly source: CorpusSource;
  readonly notes = new NoteTable();
  readonly words = new WordIndex();
  readonly links = new LinkGraph(this.notes);
  readonly names = new NameIndex();
  readonly hubs = new Hubs();
  readonly repeated = new Repeated();
  readonly passages: TieredPassages;
  readonly #changedNotes = new Set<number>();
  readonly #changedLinks = new Set<number>();
  readonly #newVectors = new Set<string>();
  readonly #waiting = new Waiting();
  #staticsChanged = false;
  #round: Promise<void> | null = null;
  #closed = false;

  /** Empty; `loadCorpus` fills it. `dimensions` are the model's. */
  constructor(source: CorpusSource, dimensions: number) {
    this.source = source;
    this.passages = new TieredPassages(dimensions, this.notes, (chunkId) => this.repeated.shareOf(chunkId));
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

  /** The static vectors are weighed by other counts now. */
  staticsChanged(): void {
    this.#staticsChanged = true;
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
    if (!this.#round && (this.words.stale || this.hubs.stale)) await this.#run(this.#prepare());
  }

  async #prepare(): Promise<void> {
    this.#countRepeated();
    for (const part of [this.words.prepare(), this.#refreshHubs()])
      for (const _ of part) {
        if (this.#closed) return; // whoever closes does not wait for what nobody will ask
        await breathe();
      }
  }

  #countRepeated(): void {
    const { notes, repeated, source, passages } = this;
    if (!repeated.isStale(notes.version, notes.count)) return;
    for (const noteId of repeated.count(notes, source.chunks)) {
      const slot = notes.slotOf(noteId);
      if (slot !== undefined) passages.weighAnew(slot);
    }
  }

  #refreshHubs(): Iterable<void> {
    const { notes, words, passages, source } = this;
    return this.hubs.refresh({
      slots: () =>
        notes
          .ids()
          .sort((a, b) => a - b)
          .map((id) => notes.slotOf(id)!),
      rowsOf: (slot) => ({
        words: words.cosines(words.vectorOf(source.lexical.ofNote(notes.idOf(slot))), notes.slots),
        notes: passages.noteCosines(passages.sumOf(slot)),
      }),
    });
  }

  #put(record: NoteRecord): number {
    const slot = this.notes.put(record.id, record.language, record);
    this.names.set(slot, namesOf(record));
    this.hubs.touch(slot);
    return slot;
  }

  /** Share of the passages that have vectors, 0..1; 1 when there are none. */
  get coverage(): number {
    const known = this.passages.count;
    return known + this.#waiting.count === 0 ? 1 : known / (known + this.#waiting.count);
  }

  /** By what a note is compared with others: what most of its passages have. */
  tierOf(slot: number): Tier {
    return this.passages.tierOf(slot);
  }

  /** Whether passages of a note have no vector of the model yet. */
  waits(noteId: number): boolean {
    return this.#waiting.hasNote(noteId);
  }

  /**
   * Vectors of passages as the model (and, while passages wait for it, the static tier) gave them, by chunk: as
   * `passages` takes them, once centred. Passages that have none are left out.
   */
  vectorsOf(chunks: readonly { readonly id: number; readonly hash: string }[]): Map<number, Float32Array> {
    const contextual = this.source.vectors.get(chunks.map((chunk) => chunk.hash));
    const still = this.passages.statics ? this.source.statics.get(chunks.map((chunk) => chunk.id)) : null;
    const found = new Map<number, Float32Array>();
    for (const { id, hash } of chunks) {
      const [vector, codes] = [contextual.get(hash), still?.get(id)];
      if (!still && vector) found.set(id, vector);
      else if (vector || codes) found.set(id, this.passages.joined(vector, codes));
    }
    return found;
  }

  get closed(): boolean {
    return this.#closed;
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
    for (const record of this.source.notes.each()) {
      this.#put(record);
      await step();
    }
    await this.#loadVectors(step);
    await this.#judgeTiers(step);
    this.#countRepeated();
    for (const _ of this.passages.prepare()) await step();
    const read = this.words.reader();
    for (const { noteId, terms } of this.source.lexical.encoded()) {
      const slot = this.notes.slotOf(noteId);
      if (slot !== undefined) read(slot, terms);
      await step();
    }
    for (const _ of this.words.prepare()) await step();
    await this.#loadLinks(step);
    for (const _ of this.#refreshHubs()) await step();
  }

  async #loadVectors(step: () => Promise<void>): Promise<void> {
    const { chunks, vectors } = this.source;
    const owners = await this.#owners(step);
    let waiting = 0;
    for (const owner of owners.values()) if (owner >= 0) waiting++;
    await this.#sampleMeans((chunkId) => owners.get(chunkId), step);
    for (const { chunkId, vector } of vectors.ofChunks()) {
      const slot = this.notes.slotOf(owners.get(chunkId));
      if (slot !== undefined) {
        this.#addVector(slot, chunkId, vector);
        owners.set(chunkId, -1);
        waiting--;
      }
      if (waiting % AT_A_TIME === 0) await step();
    }
    if (this.passages.stale) for (const _ of this.passages.recentre()) await step();
    if (waiting === 0) return;
    for (const { id, noteId, hash } of chunks.all()) {
      if (owners.get(id) === noteId) this.#waiting.add(hash, { noteId, chunkId: id });
      await step();
    }
  }

  /** The note of every chunk, by the chunk's id. */
  async #owners(step: () => Promise<void>): Promise<Int32List> {
    const owners = new Int32List(-1);
    for (const { id, noteId } of this.source.chunks.owners()) {
      owners.set(id, noteId);
      if (id % BATCH === 0) await step();
    }
    return owners;
  }

  /** The means of evenly spread passages, so that all are centred but once while they are read. */
  async #sampleMeans(ownerOf: (chunkId: number) => number, step: () => Promise<void>): Promise<void> {
    const means = new LanguageMeans(this.passages.dimensions);
    let expected = 0;
    for (const { chunkId, vector, each } of this.source.vectors.sample(SAMPLE)) {
      const slot = this.notes.slotOf(ownerOf(chunkId));
      if (slot !== undefined) {
        means.add(this.notes.languageOf(slot), vector);
        expected += each;
      }
      await step();
    }
    this.passages.contextual.presetMeans(means, Math.round(expected));
  }

  async #loadLinks(step: () => Promise<void>): Promise<void> {
    const ids = this.notes.ids().sort((a, b) => a - b);
    for (let at = 0, above = -1; at < ids.length; at += BATCH) {
      const upTo = ids[Math.min(at + BATCH, ids.length) - 1]!;
      const targets = Map.groupBy(this.source.links.pairs(above, upTo), (pair) => pair.fromId);
      for (const [id, pairs] of targets)
        this.links.set(
          id,
          pairs.map((pair) => pair.toId),
        );
      above = upTo;
      await step();
    }
    this.links.touch();
  }

  get #pending(): boolean {
    return (
      this.#staticsChanged || this.#changedNotes.size + this.#changedLinks.size + this.#newVectors.size > 0
    );
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
    if (this.#staticsChanged) this.passages.dropStatics();
    this.#staticsChanged = false;
    await this.#judgeTiers(breathe);
    if (this.passages.stale) for (const _ of this.passages.recentre()) await breathe();
  }

  /** Brings the static tier in while many passages wait for the model, and lets it go when none does. */
  async #judgeTiers(step: () => Promise<void>): Promise<void> {
    const { passages } = this;
    if (this.coverage >= 1 - HARDLY_ANY) passages.dropStatics();
    if (passages.statics || this.coverage >= 1 - MANY_WAITING) return;
    if (this.source.statics.each()[Symbol.iterator]().next().done) return;
    const noteOf = await this.#owners(step);
    for (const { chunkId, vector } of this.source.statics.each()) {
      const slot = this.notes.slotOf(noteOf.get(chunkId));
      if (slot === undefined) continue;
      if (passages.width === passages.dimensions) passages.beginStatics(vector.length);
      passages.addStatic(slot, chunkId, vector);
      await step();
    }
    for (const _ of passages.recentre()) await step();
  }

  #refreshNote(id: number): void {
    const known = this.notes.slotOf(id);
    if (known !== undefined) this.passages.removeNote(known);
    this.#waiting.dropNote(id);
    const record = this.source.notes.byId(id);
    this.links.touch();
    if (!record) {
      if (known !== undefined) {
        this.words.remove(known);
        this.names.remove(known);
        this.hubs.touch(known);
      }
      this.notes.remove(id);
      this.links.set(id, []);
      return;
    }
    const slot = this.#put(record);
    const chunks = this.source.chunks.keysOf(id);
    const vectors = this.source.vectors.get(chunks.slice(0, AT_ONCE).map((chunk) => chunk.hash));
    const still = this.passages.statics && this.source.statics.get(chunks.map((chunk) => chunk.id));
    for (const chunk of chunks) {
      this.repeated.put(chunk.id, chunk.hash);
      const codes = still?.get(chunk.id);
      if (codes) this.passages.addStatic(slot, chunk.id, codes);
      this.#addPassage(id, chunk.id, chunk.hash, vectors.get(chunk.hash));
    }
    for (const chunk of chunks.slice(AT_ONCE)) this.#newVectors.add(chunk.hash);
    this.words.set(slot, this.source.lexical.ofNote(id));
    this.#refreshLinks(id);
  }

  #refreshLinks(id: number): void {
    const targets = this.source.links.ofNote(id).flatMap(({ toId }) => toId ?? []);
    this.links.set(id, targets);
  }

  #takeVectors(hashes: readonly string[]): void {
    const wanted = hashes.filter((hash) => this.#waiting.has(hash));
    for (const [hash, vector] of this.source.vectors.get(wanted))
      for (const { noteId, chunkId } of this.#waiting.take(hash))
        this.#addPassage(noteId, chunkId, hash, vector);
  }

  #addPassage(noteId: number, chunkId: number, hash: string, vector: Float32Array | undefined): void {
    const slot = this.notes.slotOf(noteId);
    if (slot === undefined) return;
    if (vector) this.#addVector(slot, chunkId, vector);
    else this.#waiting.add(hash, { noteId, chunkId });
  }

  #addVector(slot: number, chunkId: number, vector: Float32Array): void {
    this.passages.addContextual(slot, chunkId, vector);
    this.hubs.touch(slot);
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
