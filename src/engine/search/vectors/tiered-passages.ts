import type { NoteTable } from '../note-table.ts';
import type { Centring } from './centring.ts';
import { type NearRows, PassageIndex, type ShareOf } from './passage-index.ts';
import { topIndexes } from './top.ts';

export type Tier = 'contextual' | 'static' | 'words';

/**
 * A static cosine as a contextual one: what the latter is on average where the former is 1, over passages that are
 * near each other. docs/tiers.md has the figures.
 */
const STATIC_SCALE = 0.8;

/**
 * The passages of both tiers as one. The static tier is there for as long as passages wait for the model, and then
 * holds all of them: vectors of two models cannot be compared, so a passage that has only a static vector is compared
 * with everything by static vectors.
 *
 * A vector is `dimensions` numbers long, contextual, or `width` numbers: the same followed by the static one, either
 * part all 0 where it is missing. Rows at or above 0 are passages with a contextual vector, those below 0 passages
 * with a static one. A row is valid until the next change.
 */
export class TieredPassages {
  readonly dimensions: number;
  readonly #contextual: PassageIndex;
  readonly #notes: NoteTable;
  readonly #shareOf: ShareOf;
  #statics: PassageIndex | null = null;

  /** `shareOf`: what a passage counts in its note's mean. */
  constructor(dimensions: number, notes: NoteTable, shareOf?: ShareOf) {
    this.dimensions = dimensions;
    this.#notes = notes;
    this.#shareOf = shareOf ?? (() => 1);
    this.#contextual = new PassageIndex(dimensions, notes, this.#shareOf);
  }

  /** The contextual tier alone. */
  get contextual(): PassageIndex {
    return this.#contextual;
  }

  /** The static tier; null when all passages have contextual vectors. */
  get statics(): PassageIndex | null {
    return this.#statics;
  }

  /** Length of a vector of both tiers. */
  get width(): number {
    return this.dimensions + (this.#statics?.dimensions ?? 0);
  }

  /** Passages with a contextual vector. */
  get count(): number {
    return this.#contextual.count;
  }

  get bytes(): number {
    return this.#contextual.bytes + (this.#statics?.bytes ?? 0);
  }

  /** Begins an empty static tier, to which every passage must then be added. */
  beginStatics(dimensions: number): void {
    this.#statics = new PassageIndex(dimensions, this.#notes, this.#shareOf);
  }

  dropStatics(): void {
    this.#statics = null;
  }

  /** Adds a contextual vector; the passage's static one is then looked at no more but by those that have none. */
  addContextual(slot: number, chunkId: number, vector: Float32Array): void {
    this.#contextual.add(slot, chunkId, vector);
    const row = this.#statics?.rowOf(slot, chunkId) ?? -1;
    if (row >= 0) this.#statics!.mark(row);
  }

  addStatic(slot: number, chunkId: number, vector: Int8Array): void {
    const statics = this.#statics;
    if (!statics || vector.length !== statics.dimensions) return;
    statics.add(slot, chunkId, unit(vector));
    if (this.#contextual.rowOf(slot, chunkId) >= 0) statics.mark(statics.count - 1);
  }

  /** Passages of a note count otherwise in its mean now. */
  weighAnew(slot: number): void {
    this.#contextual.weighAnew(slot);
    this.#statics?.weighAnew(slot);
  }

  removeNote(slot: number): void {
    this.#contextual.removeNote(slot);
    this.#statics?.removeNote(slot);
  }

  get stale(): boolean {
    return this.#contextual.stale || (this.#statics?.stale ?? false);
  }

  *recentre(): Generator<void> {
    if (this.#contextual.stale) yield* this.#contextual.recentre();
    const statics = this.#statics;
    if (statics?.stale) yield* statics.recentre();
  }

  /** Does step by step what the next question would have to wait for. */
  *prepare(): Generator<void> {
    yield* this.#contextual.prepare();
    const statics = this.#statics;
    if (statics) yield* statics.prepare();
  }

  /** What vectors are to be centred by before they are compared: each tier by its own means. */
  get centring(): Pick<Centring, 'centre' | 'meanOf'> {
    const { centring } = this.#contextual;
    return {
      meanOf: (language) => centring.meanOf(language),
      centre: (vector, language, out = new Float32Array(vector.length)) => {
        if (vector.length <= this.dimensions) return centring.centre(vector, language, out);
        const [contextual, still] = this.#parts(vector);
        if (contextual) centring.centre(contextual, language, out.subarray(0, this.dimensions));
        if (still) this.#statics!.centring.centre(still, language, out.subarray(this.dimensions));
        return out;
      },
    };
  }

  /** A vector of both tiers, not centred: either part may be missing. Without a static tier, the contextual one. */
  joined(contextual: Float32Array | undefined, still: Int8Array | null | undefined): Float32Array {
    const out = new Float32Array(this.width);
    if (contextual) out.set(contextual);
    if (still && still.length === this.width - this.dimensions) out.set(unit(still), this.dimensions);
    return out;
  }

  /**
   * A question of both tiers, centred: its contextual vector as `queryVector` gives it, its static one less the mean of
   * passages of its language. Null when there is neither.
   */
  question(
    contextual: Float32Array | null,
    still: Int8Array | null | undefined,
    language: string,
  ): Float32Array | null {
    const part = this.#statics && still?.length === this.#statics.dimensions ? unit(still) : null;
    if (!part) return contextual;
    const out = new Float32Array(this.width);
    if (contextual) out.set(contextual);
    this.#statics!.centring.centre(part, language, out.subarray(this.dimensions));
    return out;
  }

  /** How much of what a question is compared with is by the model's own vectors, 0..1. */
  contextualShare(question: Float32Array): number {
    if (!this.#statics) return 1;
    return this.#parts(question)[0] ? this.#contextual.count / Math.max(1, this.#statics.count) : 0;
  }

  rowsOf(slot: number): number[] {
    const rows = this.#contextual.rowsOf(slot);
    const statics = this.#statics;
    if (statics) for (const row of statics.rowsOf(slot)) if (!statics.isMarked(row)) rows.push(~row);
    return rows;
  }

  noteOf(row: number): number {
    return row < 0 ? this.#statics!.noteOf(~row) : this.#contextual.noteOf(row);
  }

  chunkOf(row: number): number {
    return row < 0 ? this.#statics!.chunkOf(~row) : this.#contextual.chunkOf(row);
  }

  /** By what the passages of a note are compared: what most of them have. */
  tierOf(slot: number): Tier {
    const contextual = this.#contextual.sizeOf(slot);
    const all = Math.max(contextual, this.#statics?.sizeOf(slot) ?? 0);
    if (all === 0) return 'words';
    return contextual * 2 >= all ? 'contextual' : 'static';
  }

  /** About the `scan` rows most similar to a centred vector, by their bits, in no order; cosines from their bytes. */
  near(query: Float32Array, scan?: number): { rows: Int32Array; cosines: Float32Array } {
    const [contextual, still] = this.#parts(query);
    const near = contextual ? this.#contextual.near(contextual, scan) : NOTHING;
    if (!still) return near;
    const statics = this.#statics!;
    const others = statics.near(still, scan);
    const rows: number[] = [...near.rows];
    const cosines: number[] = [...near.cosines];
    for (let i = 0; i < others.rows.length; i++) {
      const row = others.rows[i]!;
      if (contextual && statics.isMarked(row)) continue;
      rows.push(~row);
      cosines.push(others.cosines[i]! * STATIC_SCALE);
    }
    return { rows: Int32Array.from(rows), cosines: Float32Array.from(cosines) };
  }

  /** The `k` rows most similar to a centred vector, most similar first. */
  nearest(query: Float32Array, k: number, scan?: number): NearRows {
    if (!this.#statics || query.length <= this.dimensions) return this.#contextual.nearest(query, k, scan);
    const { rows, cosines } = this.near(query, scan);
    const best = topIndexes(cosines, k, -2);
    return { rows: best.map((i) => rows[i]!), cosines: best.map((i) => cosines[i]!) };
  }

  /** Cosines of listed rows with a centred vector, in their order. */
  cosinesAt(query: Float32Array, rows: Int32Array): Float32Array {
    if (!this.#statics) return this.#contextual.cosinesAt(query, rows);
    const [contextual, still] = this.#parts(query);
    const out = new Float32Array(rows.length);
    const [own, other]: [number[], number[]] = [[], []];
    const there: number[] = [];
    for (let i = 0; i < rows.length; i++) {
      if (rows[i]! >= 0 && contextual) own.push(i);
      else if (still && this.#staticRow(rows[i]!) >= 0) {
        other.push(i);
        there.push(this.#staticRow(rows[i]!));
      }
    }
    if (contextual && own.length > 0) {
      const cosines = this.#contextual.cosinesAt(
        contextual,
        Int32Array.from(own, (i) => rows[i]!),
      );
      for (const [n, i] of own.entries()) out[i] = cosines[n]!;
    }
    if (still && other.length > 0) {
      const cosines = this.#statics.cosinesAt(still, Int32Array.from(there));
      for (const [n, i] of other.entries()) out[i] = cosines[n]! * STATIC_SCALE;
    }
    return out;
  }

  /** Cosine of every note's mean vector with a centred vector, by slot; 0 for notes without vectors. */
  noteCosines(query: Float32Array): Float32Array {
    const [contextual, still] = this.#parts(query);
    if (!still)
      return contextual ? this.#contextual.noteCosines(contextual) : new Float32Array(this.#notes.slots);
    const statics = this.#statics!.noteCosines(still);
    const out = contextual ? this.#contextual.noteCosines(contextual) : statics;
    for (let slot = 0; slot < out.length; slot++)
      if (!contextual || this.tierOf(slot) === 'static') out[slot] = statics[slot]! * STATIC_SCALE;
    return out;
  }

  /** The same for listed slots. */
  noteCosinesAt(query: Float32Array, slots: Int32Array): Float32Array {
    const [contextual, still] = this.#parts(query);
    if (!still)
      return contextual ? this.#contextual.noteCosinesAt(contextual, slots) : new Float32Array(slots.length);
    const statics = this.#statics!.noteCosinesAt(still, slots);
    const out = contextual ? this.#contextual.noteCosinesAt(contextual, slots) : statics;
    for (const [i, slot] of slots.entries())
      if (!contextual || this.tierOf(slot) === 'static') out[i] = statics[i]! * STATIC_SCALE;
    return out;
  }

  /** About the `wanted` notes most similar to a centred vector in each tier, by their bits, in no order. */
  nearNotes(query: Float32Array, wanted: number): Iterable<number> {
    const [contextual, still] = this.#parts(query);
    const near = contextual ? this.#contextual.nearNotes(contextual, wanted) : NOTHING.rows;
    return still ? [...near, ...this.#statics!.nearNotes(still, wanted)] : near;
  }

  /** The sum of a note's centred vectors, of either tier: its mean in direction. */
  sumOf(slot: number): Float32Array {
    if (!this.#statics) return this.#contextual.sumOf(slot);
    const out = new Float32Array(this.width);
    out.set(this.#contextual.sumOf(slot));
    out.set(this.#statics.sumOf(slot), this.dimensions);
    return out;
  }

  /** Cosine of two centred vectors, by the tier that both have; 0 where there is none. */
  similarity(a: Float32Array, b: Float32Array): number {
    const [contextualA, staticA] = this.#parts(a);
    const [contextualB, staticB] = this.#parts(b);
    if (contextualA && contextualB) return dot(contextualA, contextualB);
    return staticA && staticB ? dot(staticA, staticB) * STATIC_SCALE : 0;
  }

  /** The static row of any row's passage; -1 for a passage without. */
  #staticRow(row: number): number {
    if (row < 0) return ~row;
    return this.#statics!.rowOf(this.#contextual.noteOf(row), this.#contextual.chunkOf(row));
  }

  /** A vector's parts; undefined where one is missing. */
  #parts(vector: Float32Array): [contextual: Float32Array | undefined, still: Float32Array | undefined] {
    const contextual = vector.subarray(0, this.dimensions);
    const still = this.#statics ? vector.subarray(this.dimensions, this.width) : undefined;
    return [isThere(contextual) ? contextual : undefined, still && isThere(still) ? still : undefined];
  }
}

const NOTHING = { rows: new Int32Array(0), cosines: new Float32Array(0) };

function isThere(vector: Float32Array): boolean {
  for (let i = 0; i < vector.length; i++) if (vector[i] !== 0) return true;
  return false;
}

function unit(codes: Int8Array): Float32Array {
  let squares = 0;
  for (let i = 0; i < codes.length; i++) squares += codes[i]! * codes[i]!;
  const factor = squares > 0 ? 1 / Math.sqrt(squares) : 0;
  return Float32Array.from(codes, (code) => code * factor);
}

function dot(a: Float32Array, b: Float32Array): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += a[i]! * b[i]!;
  return sum;
}
