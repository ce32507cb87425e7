import type { NoteTable } from '../note-table.ts';
import { type Centring, LanguageMeans } from './centring.ts';
import { Int32List } from './growing.ts';
import { Arena, createKernels } from './kernels.ts';
import { nearestRows, topIndexes } from './top.ts';
import { SEGMENT_ROWS, VectorRows } from './vector-rows.ts';

/** Drift of the means above which the rows are centred anew: their cosines are then off by about 1 %. */
const DRIFT = 0.03;
/** Up to so many rows they are centred anew at every change: it takes no time, and few rows have unsteady means. */
const FEW_ROWS = 64;
/**
 * Rows that the scan of bits hands on to the bytes, at 384 dimensions: enough for a recall@10 above .99. Fewer
 * dimensions have fewer bits, which tell less: then it is more rows. And of more rows than so many, more come as near
 * by chance: then it is the same share of them.
 */
const SCAN = 800;
const SCAN_DIMENSIONS = 384;
const SCAN_ROWS = 250_000;

/** Rows from which on the nearest are guessed from a sample first, of four segments at least and an eighth of all. */
const SAMPLED = 8 * SEGMENT_ROWS;
const SAMPLE_STRIDE = 8;
/** Notes whose means are worked out in one step. */
const NOTES_AT_A_TIME = 256;

/** Rows of a `nearest`, most similar first, with the cosine of each as the signed bytes give it. */
export interface NearRows {
  readonly rows: readonly number[];
  readonly cosines: readonly number[];
}

/** What a passage counts in its note's mean, above 0 to 1, by its chunk's id. */
export type ShareOf = (chunkId: number) => number;

/**
 * All passage vectors in memory, centred, and a mean vector for every note. A passage takes about 450 bytes at 384
 * dimensions. Rows have no order and move when others are removed: a row is valid until the next change.
 */
export class PassageIndex {
  readonly dimensions: number;
  readonly #notes: NoteTable;
  readonly #shareOf: ShareOf;
  readonly #arena: Arena;
  readonly #rows: VectorRows;
  /** One row for every note slot. */
  readonly #noteRows: VectorRows;
  readonly #means: LanguageMeans;
  readonly #noteOfRow = new Int32List(-1);
  readonly #chunkOfRow = new Int32List(-1);
  /** The rows of a note are a chain: first by note slot, next by row; -1 ends it. */
  readonly #firstOfNote = new Int32List(-1);
  readonly #nextOfRow = new Int32List(-1);
  readonly #sizeOfNote = new Int32List(0);
  readonly #marks = new Int32List(0);
  #centring: Centring;
  #centredAt = 0;
  #checkAt = 0;
  #changed = false;
  readonly #scratch: Float32Array;
  readonly #staleNotes = new Set<number>();

  constructor(dimensions: number, notes: NoteTable, shareOf: ShareOf = () => 1) {
    this.#shareOf = shareOf;
    this.dimensions = dimensions;
    this.#scratch = new Float32Array(dimensions);
    this.#notes = notes;
    const kernels = createKernels(dimensions);
    this.#arena = new Arena(kernels.memory);
    this.#rows = new VectorRows(dimensions, kernels, this.#arena);
    this.#noteRows = new VectorRows(dimensions, kernels, this.#arena);
    this.#means = new LanguageMeans(dimensions);
    this.#centring = this.#means.centring();
  }

  get count(): number {
    return this.#rows.count;
  }

  /** What vectors are to be centred by before they are compared with rows. */
  get centring(): Centring {
    return this.#centring;
  }

  /** Bytes held, spare room included. */
  get bytes(): number {
    const lists = [this.#noteOfRow, this.#chunkOfRow, this.#firstOfNote, this.#nextOfRow];
    return this.#arena.bytes + lists.reduce((sum, list) => sum + list.bytes, 0);
  }

  /** Before the first `add`: means of a sample of the `expected` vectors to come, so that they are centred only once. */
  presetMeans(sample: LanguageMeans, expected: number): void {
    this.#centring = sample.centring(expected / Math.max(1, sample.count));
    this.#centredAt = expected;
    this.#checkAt = expected;
  }

  /** Adds a passage of a note: its unit vector as the model gave it. */
  add(slot: number, chunkId: number, vector: Float32Array): void {
    const language = this.#notes.languageOf(slot);
    this.#means.add(language, vector);
    this.#changed = true;
    const row = this.#rows.count;
    this.#rows.resize(row + 1);
    this.#rows.set(row, this.#centring.centre(vector, language, this.#scratch));
    this.#noteOfRow.set(row, slot);
    this.#chunkOfRow.set(row, chunkId);
    this.#nextOfRow.set(row, this.#firstOfNote.get(slot));
    this.#firstOfNote.set(slot, row);
    this.#sizeOfNote.set(slot, this.#sizeOfNote.get(slot) + 1);
    if (this.#marks.get(row) !== 0) this.#marks.set(row, 0);
    this.#staleNotes.add(slot);
  }

  /** What passages of a note count has changed. */
  weighAnew(slot: number): void {
    this.#staleNotes.add(slot);
  }

  /** Passages of a note. */
  sizeOf(slot: number): number {
    return this.#sizeOfNote.get(slot);
  }

  /** The row of a note's passage; -1 where there is none. */
  rowOf(slot: number, chunkId: number): number {
    let row = this.#firstOfNote.get(slot);
    while (row >= 0 && this.#chunkOfRow.get(row) !== chunkId) row = this.#nextOfRow.get(row);
    return row;
  }

  /** A mark of the caller's, which goes with the row. */
  mark(row: number): void {
    this.#marks.set(row, 1);
  }

  isMarked(row: number): boolean {
    return this.#marks.get(row) !== 0;
  }

  /** Removes all passages of a note. Call it while the note table still knows the language they were added with. */
  removeNote(slot: number): void {
    const rows = this.rowsOf(slot).sort((a, b) => b - a);
    if (rows.length === 0) return;
    this.#changed = true;
    const language = this.#notes.languageOf(slot);
    for (const row of rows)
      this.#means.remove(language, this.#vectorOf(row, this.#centring.meanOf(language)));
    this.#firstOfNote.set(slot, -1);
    this.#sizeOfNote.set(slot, 0);
    for (const row of rows) this.#fill(row, this.#rows.count - 1);
    this.#staleNotes.add(slot);
  }

  rowsOf(slot: number): number[] {
    const rows: number[] = [];
    for (let row = this.#firstOfNote.get(slot); row >= 0; row = this.#nextOfRow.get(row)) rows.push(row);
    return rows;
  }

  noteOf(row: number): number {
    return this.#noteOfRow.get(row);
  }

  chunkOf(row: number): number {
    return this.#chunkOfRow.get(row);
  }

  /** About the `wanted` notes whose mean vectors are most similar to a centred vector, by their bits, in no order. */
  nearNotes(query: Float32Array, wanted: number): Int32Array {
    this.#refreshNotes();
    this.#noteRows.ask(query);
    return this.#nearestByBits(this.#noteRows, wanted);
  }

  /** About the `scan` rows most similar to a centred vector, by their bits, in no order; cosines from their bytes. */
  near(query: Float32Array, scan = SCAN): { rows: Int32Array; cosines: Float32Array } {
    this.#rows.ask(query);
    const rows = this.#nearestByBits(this.#rows, scan);
    const cosines = new Float32Array(rows.length);
    this.#rows.cosinesAt(rows, cosines);
    return { rows, cosines };
  }

  /**
   * About the `wanted` rows that differ from what was asked in the fewest signs. Of many rows, only those within a limit
   * are looked at twice; the limit is guessed from a sample, and raised where the guess was too low.
   */
  #nearestByBits(all: VectorRows, wanted: number): Int32Array {
    const { count } = all;
    const more = Math.max(1, SCAN_DIMENSIONS / this.dimensions) * Math.max(1, count / SCAN_ROWS);
    const few = Math.min(Math.ceil(wanted * more), count);
    const stride = Math.min(SAMPLE_STRIDE, Math.floor(count / SEGMENT_ROWS / 4));
    let limit = count < SAMPLED ? this.dimensions : all.likelyLimit(few, stride);
    for (;;) {
      const { rows, distances } = all.within(limit);
      if (rows.length < few) limit += Math.max(1, this.dimensions >> 6);
      else return nearestRows(distances, rows.length, this.dimensions, few).map((i) => rows[i]!);
    }
  }

  /** The `k` rows most similar to a centred vector, most similar first. */
  nearest(query: Float32Array, k: number, scan = SCAN): NearRows {
    const { rows, cosines } = this.near(query, Math.max(scan, k));
    const best = topIndexes(cosines, k, -2);
    return { rows: best.map((i) => rows[i]!), cosines: best.map((i) => cosines[i]!) };
  }

  /** Cosines of listed rows with a centred vector, in their order. */
  cosinesAt(query: Float32Array, rows: Int32Array): Float32Array {
    const out = new Float32Array(rows.length);
    this.#rows.ask(query);
    this.#rows.cosinesAt(rows, out);
    return out;
  }

  /** Cosine of every note's mean vector with a centred vector, by slot; 0 for notes without vectors. */
  noteCosines(query: Float32Array): Float32Array {
    this.#refreshNotes();
    const out = new Float32Array(this.#notes.slots);
    this.#noteRows.ask(query);
    this.#noteRows.cosines(out);
    return out;
  }

  /** Cosines of listed notes' mean vectors with a centred vector, in their order; 0 for notes without vectors. */
  noteCosinesAt(query: Float32Array, slots: Int32Array): Float32Array {
    this.#refreshNotes();
    const out = new Float32Array(slots.length);
    this.#noteRows.ask(query);
    this.#noteRows.cosinesAt(slots, out);
    return out;
  }

  /** The sum of a note's centred passages, which is its mean in direction; all 0 for a note without vectors. */
  sumOf(slot: number): Float32Array {
    const sum = new Float32Array(this.dimensions);
    for (const row of this.rowsOf(slot)) this.#rows.addTo(sum, row, this.#shareOf(this.#chunkOfRow.get(row)));
    return sum;
  }

  /** True when the means have moved so far, or the passages become so many, that the rows should be centred anew. */
  get stale(): boolean {
    const { count } = this.#means;
    if (count === 0) return false;
    if (count <= FEW_ROWS) return this.#changed;
    if (count >= 2 * this.#centredAt || 2 * count <= this.#centredAt) return true;
    if (Math.abs(count - this.#checkAt) * 16 < count) return false;
    this.#checkAt = count;
    return this.#means.drift(this.#centring) > DRIFT;
  }

  /**
   * Centres all rows anew, step by step; the index must not change between the steps. The model's vectors have length
   * 1, so a row and the mean it was centred by give back the vector: the store is not read.
   */
  *recentre(): Generator<void> {
    const next = this.#means.centring();
    for (let row = 0; row < this.#rows.count; row++) {
      if (row % SEGMENT_ROWS === SEGMENT_ROWS - 1) yield;
      const language = this.#notes.languageOf(this.#noteOfRow.get(row));
      const vector = this.#vectorOf(row, this.#centring.meanOf(language));
      this.#rows.set(row, next.centre(vector, language, vector));
    }
    this.#centring = next;
    this.#changed = false;
    this.#centredAt = this.#means.count;
    this.#checkAt = this.#centredAt;
    for (let slot = 0; slot < this.#notes.slots; slot++) {
      this.#staleNotes.add(slot);
      if (slot % SEGMENT_ROWS === SEGMENT_ROWS - 1) {
        yield;
        this.#refreshNotes();
      }
    }
    this.#refreshNotes();
  }

  /** The vector that the model gave for a row: its mean plus as much of the row's direction as makes length 1. */
  #vectorOf(row: number, mean: Float32Array): Float32Array {
    const direction = new Float32Array(this.dimensions);
    this.#rows.addTo(direction, row, 1);
    let along = 0;
    let squares = 0;
    for (let i = 0; i < direction.length; i++) {
      along += mean[i]! * direction[i]!;
      squares += mean[i]! * mean[i]!;
    }
    const length = -along + Math.sqrt(Math.max(0, along * along + 1 - squares));
    for (let i = 0; i < direction.length; i++) direction[i] = mean[i]! + length * direction[i]!;
    return direction;
  }

  /** Takes the last row's passage to `hole`, whose own is gone. */
  #fill(hole: number, last: number): void {
    if (hole !== last) {
      const slot = this.#noteOfRow.get(last);
      this.#rows.copy(last, hole);
      this.#noteOfRow.set(hole, slot);
      this.#chunkOfRow.set(hole, this.#chunkOfRow.get(last));
      if (this.#marks.get(hole) !== this.#marks.get(last)) this.#marks.set(hole, this.#marks.get(last));
      this.#nextOfRow.set(hole, this.#nextOfRow.get(last));
      let row = this.#firstOfNote.get(slot);
      if (row === last) this.#firstOfNote.set(slot, hole);
      else {
        while (this.#nextOfRow.get(row) !== last) row = this.#nextOfRow.get(row);
        this.#nextOfRow.set(row, hole);
      }
    }
    this.#rows.resize(last);
  }

  #refreshNotes(): void {
    for (const _ of this.prepare());
  }

  /** Works out the notes' mean vectors that the next question would have to wait for, step by step. */
  *prepare(): Generator<void> {
    this.#noteRows.resize(this.#notes.slots);
    let done = 0;
    for (const slot of this.#staleNotes) {
      if (++done % NOTES_AT_A_TIME === 0) yield;
      this.#staleNotes.delete(slot);
      if (slot >= this.#notes.slots) continue;
      const sum = new Float64Array(this.dimensions);
      // In the passages' order: the same note gives the same sum, however its rows came about.
      const rows = this.rowsOf(slot).sort((a, b) => this.#chunkOfRow.get(a) - this.#chunkOfRow.get(b));
      for (const row of rows) this.#rows.addTo(sum, row, this.#shareOf(this.#chunkOfRow.get(row)));
      this.#noteRows.set(slot, sum);
    }
  }
}
