import { Beginnings } from './beginnings.ts';
import { ForwardIndex } from './forward-index.ts';
import { bulkOf, SATURATION, tf } from './saturation.ts';
import { TermReader } from './term-reader.ts';
import { TermTable } from './term-table.ts';

/** Changed notes from which on the inverted lists are written anew rather than looked past. */
const MANY_CHANGES = 64;
/** Notes written to the lists in one step. */
const STEP = 512;
/** A term in more than this share of the notes says too little to be shown as shared, or to be looked up. */
const COMMON = 0.2;

/** Terms with weights, brought to length 1: what a note is compared by. */
export interface TermVector {
  readonly terms: readonly number[];
  readonly weights: readonly number[];
}

export interface SharedTerm {
  readonly term: string;
  /** Its share of the cosine, 0..1. */
  readonly weight: number;
}

/**
 * Whole-note TF-IDF: tf = 1 + log count, idf = log(notes / notes with the term), cosine. Inverted lists are built from
 * the notes' own lists; notes changed since are scanned one by one until there are many of them.
 */
export class WordIndex {
  readonly #terms = new TermTable();
  readonly #notes = new ForwardIndex();
  readonly #beginnings = new Beginnings();
  /** 1 / length of every note's weights, by slot. */
  #inverse = new Float32Array(0);
  /** What BM25 divides by beside the count, by slot. */
  #bulk = new Float32Array(0);
  #idf = new Float32Array(0);
  /** Weights of the terms that are asked about, by their numbers; all 0 between questions. */
  #asked = new Float32Array(0);
  #parts = new Float32Array(0);
  #touched: readonly number[] = [];
  /** Where each term's list starts in `#slots` and `#tfs`. */
  #starts = new Uint32Array(1);
  #slots = new Uint32Array(0);
  #tfs = new Float32Array(0);
  #listedTerms = 0;
  readonly #changed = new Set<number>();
  #slotCount = 0;
  #noteCount = 0;
  #fresh = true;

  /** Notes with at least one term. */
  get noteCount(): number {
    return this.#noteCount;
  }

  get bytes(): number {
    return (
      this.#notes.bytes +
      this.#inverse.byteLength +
      this.#bulk.byteLength +
      this.#beginnings.bytes +
      this.#idf.byteLength +
      this.#starts.byteLength +
      this.#slots.byteLength +
      this.#tfs.byteLength
    );
  }

  /** Adds or replaces a note's terms with their counts. */
  set(slot: number, terms: ReadonlyMap<string, number>): void {
    this.remove(slot);
    const ids: number[] = [];
    const counts: number[] = [];
    for (const [term, count] of terms) {
      if (!(count > 0)) continue;
      ids.push(this.#terms.count(term));
      counts.push(count);
    }
    this.#put(slot, ids, counts);
  }

  /** The same for many notes, as the store has their terms: the function that it returns takes one after the other. */
  reader(): (slot: number, encoded: Uint8Array) => void {
    const reader = new TermReader(this.#terms);
    return (slot, encoded) => {
      this.remove(slot);
      const { ids, counts } = reader.read(encoded);
      for (let i = 0; i < ids.length; i++) this.#terms.countNumber(ids[i]!);
      this.#put(slot, ids, counts);
    };
  }

  #put(slot: number, ids: ArrayLike<number>, counts: ArrayLike<number>): void {
    this.#notes.set(slot, ids, counts);
    this.#slotCount = Math.max(this.#slotCount, slot + 1);
    if (ids.length > 0) this.#noteCount++;
  }

  remove(slot: number): void {
    this.#changed.add(slot);
    this.#fresh = false;
    if (this.#notes.length(slot) === 0) return;
    for (const id of this.#notes.terms(slot)) this.#terms.discount(id);
    this.#notes.clear(slot);
    this.#noteCount--;
  }

  /** Whether the note in a slot holds a term. */
  holds(slot: number, term: string): boolean {
    const id = this.#terms.idOf(term);
    return id !== undefined && this.#notes.terms(slot).includes(id);
  }

  /** True for a term in so many notes that it tells them little apart. In a vault of a few notes, only one in all. */
  isCommon(term: string): boolean {
    const id = this.#terms.idOf(term);
    return id !== undefined && this.#common(id);
  }

  #common(id: number): boolean {
    return this.#terms.df(id) > Math.max(this.#noteCount * COMMON, Math.min(this.#noteCount - 1, 3));
  }

  /** Whether `prepare` has something to do. */
  get stale(): boolean {
    return !this.#fresh;
  }

  /** Does in steps what the next question would have to wait for. The index must not change between them. */
  *prepare(): Generator<void> {
    yield* this.#weigh();
    if (this.#changed.size >= MANY_CHANGES) yield* this.#invert();
  }

  /** A text's terms as a note's would be weighted; those that no note holds count for its length only. */
  vectorOf(terms: ReadonlyMap<string, number>): TermVector {
    this.#refresh();
    const ids: number[] = [];
    const weights: number[] = [];
    let squares = 0;
    for (const [term, count] of terms) {
      if (!(count > 0)) continue;
      const id = this.#terms.idOf(term);
      const known = id !== undefined && this.#terms.df(id) > 0;
      const weight = tf(count) * (known ? this.#idf[id]! : Math.log(Math.max(1, this.#noteCount)));
      squares += weight * weight;
      if (!known || weight === 0) continue;
      ids.push(id);
      weights.push(weight);
    }
    const factor = squares > 0 ? 1 / Math.sqrt(squares) : 0;
    return { terms: ids, weights: weights.map((w) => w * factor) };
  }

  /** Cosine of the notes in slots 0 to `slots` with a term vector. */
  cosines(query: TermVector, slots = this.#slotCount): Float32Array {
    this.#refresh();
    const out = new Float32Array(Math.max(slots, this.#slotCount));
    for (let t = 0; t < query.terms.length; t++) {
      const id = query.terms[t]!;
      if (id >= this.#listedTerms) continue;
      const weight = query.weights[t]! * this.#idf[id]!;
      const end = this.#starts[id + 1]!;
      for (let i = this.#starts[id]!; i < end; i++) out[this.#slots[i]!]! += weight * this.#tfs[i]!;
    }
    this.#addChanged(query, out);
    for (let slot = 0; slot < this.#slotCount; slot++) out[slot]! *= this.#inverse[slot]!;
    return out.subarray(0, slots);
  }

  /** The terms of a note as they are weighted. */
  vectorAt(slot: number): TermVector {
    this.#refresh();
    const terms = this.#notes.terms(slot);
    const counts = this.#notes.counts(slot);
    const factor = this.#inverse[slot]!;
    return {
      terms: Array.from(terms),
      weights: Array.from(terms, (id, i) => this.#idf[id]! * tf(counts[i]!) * factor),
    };
  }

  /** Cosines of the notes in listed slots with a term vector, in their order. */
  cosinesAt(query: TermVector, slots: ArrayLike<number>): Float32Array {
    this.#refresh();
    if (this.#asked.length < this.#idf.length) this.#asked = new Float32Array(this.#idf.length);
    for (const [t, id] of query.terms.entries()) this.#asked[id] = query.weights[t]! * this.#idf[id]!;
    const out = new Float32Array(slots.length);
    for (let n = 0; n < out.length; n++) {
      const terms = this.#notes.terms(slots[n]!);
      const counts = this.#notes.counts(slots[n]!);
      let sum = 0;
      for (let i = 0; i < terms.length; i++) {
        const weight = this.#asked[terms[i]!]!;
        if (weight !== 0) sum += weight * tf(counts[i]!);
      }
      out[n] = sum * this.#inverse[slots[n]!]!;
    }
    for (const id of query.terms) this.#asked[id] = 0;
    return out;
  }

  /**
   * What a term vector's rarest terms alone make of its cosine with each note, by slot, as far as `postings` entries of
   * their lists go; and the notes that any of them is in. Valid until the next call.
   */
  byRarest(query: TermVector, postings: number): { readonly parts: Float32Array; readonly slots: number[] } {
    this.#refresh();
    for (const slot of this.#touched) this.#parts[slot] = 0;
    if (this.#parts.length < this.#slotCount) this.#parts = new Float32Array(this.#slotCount);
    const [parts, slots]: [Float32Array, number[]] = [this.#parts, []];
    const listed = query.terms.map((id, t) => ({ id, t })).filter(({ id }) => id < this.#listedTerms);
    const length = (id: number) => this.#starts[id + 1]! - this.#starts[id]!;
    for (const { id, t } of listed.sort((a, b) => length(a.id) - length(b.id))) {
      postings -= length(id);
      if (postings < 0) break;
      const weight = query.weights[t]! * this.#idf[id]!;
      for (let i = this.#starts[id]!; i < this.#starts[id + 1]!; i++) {
        const slot = this.#slots[i]!;
        if (parts[slot] === 0) slots.push(slot);
        parts[slot]! += weight * this.#tfs[i]!;
      }
    }
    for (const slot of slots) parts[slot]! *= this.#inverse[slot]!;
    // The lists know nothing of what has changed since.
    for (const slot of this.#changed) if (parts[slot] === 0) slots.push(slot);
    this.#touched = slots;
    return { parts, slots };
  }

  /** log(notes / notes with the term); of a term that no note holds, that of one that a single note would hold. */
  idfOf(term: string): number {
    this.#refresh();
    const id = this.#terms.idOf(term);
    const known = id !== undefined && this.#terms.df(id) > 0;
    return known ? this.#idf[id]! : Math.log(Math.max(1, this.#noteCount));
  }

  /** How much of some terms the notes in slots 0 to `slots` hold, each term counting by its rarity: 0..1. */
  coverage(terms: readonly string[], slots = this.#slotCount): Float32Array {
    this.#refresh();
    const out = new Float32Array(Math.max(slots, this.#slotCount));
    const whole = terms.reduce((sum, term) => sum + this.idfOf(term), 0);
    if (whole === 0) return out.subarray(0, slots);
    for (const term of terms) {
      const id = this.#terms.idOf(term);
      if (id === undefined) continue;
      const share = this.#idf[id]! / whole;
      if (id < this.#listedTerms)
        for (let i = this.#starts[id]!; i < this.#starts[id + 1]!; i++)
          if (!this.#changed.has(this.#slots[i]!)) out[this.#slots[i]!]! += share;
      for (const slot of this.#changed) if (this.#notes.terms(slot).includes(id)) out[slot]! += share;
    }
    return out.subarray(0, slots);
  }

  /**
   * BM25 of the whole notes in slots 0 to `slots`, as a share of what a note would score that says every word again and
   * again: 0..1. A word is given by its forms in the vault's languages, and stands for all terms that begin as they do:
   * together they are one word, as often in a note and as rare as all of them. One that no note says is the rarest.
   */
  bm25(words: readonly (readonly string[])[], slots = this.#slotCount): Float32Array {
    this.#refresh();
    const out = new Float32Array(Math.max(slots, this.#slotCount));
    const counts = new Float32Array(out.length);
    let most = 0;
    for (const forms of words) {
      const holders = this.#count(this.#alike(forms), counts);
      const idf = Math.log(1 + (this.#noteCount - holders.length + 0.5) / (holders.length + 0.5));
      most += idf * (SATURATION + 1);
      for (const slot of holders) {
        out[slot]! += (idf * counts[slot]! * (SATURATION + 1)) / (counts[slot]! + this.#bulk[slot]!);
        counts[slot] = 0;
      }
    }
    if (most > 0) for (let slot = 0; slot < out.length; slot++) out[slot]! /= most;
    return out.subarray(0, slots);
  }

  #alike(forms: readonly string[]): Set<number> {
    const { size } = this.#terms;
    for (let id = this.#beginnings.size; id < size; id++) this.#beginnings.add(this.#terms.termOf(id));
    return new Set(forms.flatMap((form) => this.#beginnings.like(form, (id) => this.#terms.termOf(id))));
  }

  /** Adds to `counts`, by slot, how often notes hold any of some terms; returns the slots of those that do. */
  #count(terms: ReadonlySet<number>, counts: Float32Array): number[] {
    const holders: number[] = [];
    const add = (slot: number, count: number) => {
      if (counts[slot] === 0) holders.push(slot);
      counts[slot]! += count;
    };
    for (const id of terms) {
      if (id >= this.#listedTerms) continue;
      for (let i = this.#starts[id]!; i < this.#starts[id + 1]!; i++)
        if (!this.#changed.has(this.#slots[i]!)) add(this.#slots[i]!, Math.exp(this.#tfs[i]! - 1));
    }
    for (const slot of this.#changed) {
      const held = this.#notes.terms(slot);
      for (let i = 0; i < held.length; i++) if (terms.has(held[i]!)) add(slot, this.#notes.counts(slot)[i]!);
    }
    return holders;
  }

  /** The terms that add most to a note's cosine with `query`, best first, without those that are everywhere. */
  shared(query: TermVector, slot: number, limit: number): SharedTerm[] {
    this.#refresh();
    const weights = new Map(query.terms.map((id, t) => [id, query.weights[t]!]));
    const terms = this.#notes.terms(slot);
    const counts = this.#notes.counts(slot);
    const found: { id: number; part: number }[] = [];
    let total = 0;
    for (let i = 0; i < terms.length; i++) {
      const weight = weights.get(terms[i]!);
      if (weight === undefined) continue;
      const part = weight * this.#idf[terms[i]!]! * tf(counts[i]!);
      total += part;
      if (!this.#common(terms[i]!)) found.push({ id: terms[i]!, part });
    }
    found.sort((a, b) => b.part - a.part || a.id - b.id);
    return found
      .slice(0, limit)
      .map(({ id, part }) => ({ term: this.#terms.termOf(id), weight: part / total }));
  }

  /** Writes over what the lists, which are of before, say about changed notes. */
  #addChanged(query: TermVector, out: Float32Array): void {
    if (this.#changed.size === 0) return;
    const weights = new Map(query.terms.map((id, t) => [id, query.weights[t]! * this.#idf[id]!]));
    for (const slot of this.#changed) {
      const terms = this.#notes.terms(slot);
      const counts = this.#notes.counts(slot);
      let sum = 0;
      for (let i = 0; i < terms.length; i++) {
        const weight = weights.get(terms[i]!);
        if (weight !== undefined) sum += weight * tf(counts[i]!);
      }
      out[slot] = sum;
    }
  }

  /** Weights depend on all notes: they are worked out when they are next needed. A million postings take 10 ms. */
  #refresh(): void {
    if (this.#fresh) return;
    for (const _ of this.#weigh());
    if (this.#changed.size >= MANY_CHANGES) for (const _ of this.#invert());
  }

  *#weigh(): Generator<void> {
    if (this.#fresh) return;
    if (this.#idf.length < this.#terms.size) this.#idf = new Float32Array(Math.ceil(this.#terms.size * 1.25));
    for (let id = 0; id < this.#terms.size; id++) {
      const df = this.#terms.df(id);
      this.#idf[id] = df > 0 ? Math.log(this.#noteCount / df) : 0;
    }
    this.#inverse = new Float32Array(this.#slotCount);
    const words = new Float64Array(this.#slotCount);
    for (let slot = 0; slot < this.#slotCount; slot++) {
      if (slot % STEP === STEP - 1) yield;
      const terms = this.#notes.terms(slot);
      const counts = this.#notes.counts(slot);
      let squares = 0;
      for (let i = 0; i < terms.length; i++) {
        squares += (this.#idf[terms[i]!]! * tf(counts[i]!)) ** 2;
        words[slot]! += counts[i]!;
      }
      this.#inverse[slot] = squares > 0 ? 1 / Math.sqrt(squares) : 0;
    }
    this.#bulk = bulkOf(words, this.#noteCount);
    this.#fresh = true;
  }

  *#invert(): Generator<void> {
    const size = this.#terms.size;
    const starts = new Uint32Array(size + 1);
    for (let id = 0; id < size; id++) starts[id + 1] = starts[id]! + this.#terms.df(id);
    const next = starts.slice();
    const slots = new Uint32Array(this.#notes.size);
    const tfs = new Float32Array(this.#notes.size);
    for (let slot = 0; slot < this.#slotCount; slot++) {
      if (slot % STEP === STEP - 1) yield;
      const terms = this.#notes.terms(slot);
      const counts = this.#notes.counts(slot);
      for (let i = 0; i < terms.length; i++) {
        const at = next[terms[i]!]!++;
        slots[at] = slot;
        tfs[at] = tf(counts[i]!);
      }
    }
    this.#slots = slots;
    this.#tfs = tfs;
    this.#starts = starts;
    this.#listedTerms = size;
    this.#changed.clear();
  }
}
