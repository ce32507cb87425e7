import { topIndexes } from '../vectors/top.ts';

/**
 * Some notes are near to everything: long ones, those in everyday words, those about the vault itself. How near a note
 * is to the notes nearest to it says what being near to it is worth.
 */

/**
 * Notes that stand for all; every note of a smaller vault does. Of a larger one fewer do, so that asking them stays
 * within a second or two; fewer than all cost the evaluation .002 to .008.
 */
const MOST_PROBES = 512;
const LEAST_PROBES = 128;
const MOST_SIMILARITIES = 2_000_000;
/** Nearest notes whose mean is taken, where all are probes. */
const NEAREST = 10;
/** Share of the probes that are its nearest, at most: in a vault of twenty notes, ten are no neighbourhood. */
const NEAREST_SHARE = 1 / 4;
const LEAST_NEAREST = 3;
/** Up to so many notes everything is made anew at every change: it takes no time. */
const FEW_NOTES = 256;
/** In a larger vault, the share of notes that may change before all is made anew; till then only they are. */
const CHANGED_SHARE = 1 / 8;

/** Similarity of a note to all, by slot. */
export interface Rows {
  readonly words: Float32Array;
  readonly notes: Float32Array;
}

/** What the notes are asked with; rows are symmetric: what a is to b, b is to a. */
export interface HubSource {
  /** Slots of all notes, in an order that stays. */
  slots(): readonly number[];
  /** A note's similarity to every slot, itself included. */
  rowsOf(slot: number): Rows;
}

/** Mean similarity of every note to the notes nearest to it, by slot, for words and for mean vectors. */
export class Hubs {
  #words: Float32Array = new Float32Array(0);
  #notes: Float32Array = new Float32Array(0);
  #probes: readonly number[] = [];
  /** Notes when all was made, and how many changed since. */
  #count = 0;
  #changes = 0;
  readonly #changed = new Set<number>();

  /** A note's text, vectors or existence changed. */
  touch(slot: number): void {
    this.#changed.add(slot);
  }

  get stale(): boolean {
    return this.#changed.size > 0;
  }

  words(slot: number): number {
    return this.#words[slot] ?? 0;
  }

  notes(slot: number): number {
    return this.#notes[slot] ?? 0;
  }

  /** Takes in what changed, a step for every note asked. The source must not change between the steps. */
  *refresh(source: HubSource): Generator<void> {
    const slots = source.slots();
    const changed = [...this.#changed];
    this.#changed.clear();
    this.#changes += changed.length;
    const few = this.#count > 0 && this.#changes <= this.#count * CHANGED_SHARE && slots.length > FEW_NOTES;
    if (few) yield* this.#some(source, slots, changed);
    else yield* this.#all(source, slots);
  }

  *#all(source: HubSource, slots: readonly number[]): Generator<void> {
    const wanted = Math.max(LEAST_PROBES, Math.min(MOST_PROBES, MOST_SIMILARITIES / slots.length));
    const stride = Math.max(1, slots.length / wanted);
    const probes: number[] = [];
    for (let at = 0; at < slots.length; at += stride) probes.push(slots[Math.floor(at)]!);
    const size = slots.reduce((most, slot) => Math.max(most, slot), 0) + 1;
    const k = nearestOf(probes.length, slots.length);
    const [words, notes] = [new Largest(size, k), new Largest(size, k)];
    for (const probe of probes) {
      const rows = source.rowsOf(probe);
      words.add(rows.words, probe);
      notes.add(rows.notes, probe);
      yield;
    }
    this.#words = words.means();
    this.#notes = notes.means();
    this.#probes = probes;
    this.#count = slots.length;
    this.#changes = 0;
  }

  *#some(source: HubSource, slots: readonly number[], changed: readonly number[]): Generator<void> {
    const live = new Set(slots);
    const size = changed.reduce((most, slot) => Math.max(most, slot + 1), this.#words.length);
    this.#words = resized(this.#words, size);
    this.#notes = resized(this.#notes, size);
    for (const slot of changed) {
      if (!live.has(slot)) continue;
      const probes = this.#probes.filter((probe) => probe !== slot && live.has(probe));
      const k = nearestOf(probes.length, slots.length);
      const rows = source.rowsOf(slot);
      this.#words[slot] = meanOfLargest(probes, rows.words, k);
      this.#notes[slot] = meanOfLargest(probes, rows.notes, k);
      yield;
    }
  }
}

function nearestOf(probes: number, notes: number): number {
  const share = Math.min((NEAREST * probes) / Math.max(1, notes), probes * NEAREST_SHARE);
  return Math.max(1, Math.min(probes, Math.max(LEAST_NEAREST, Math.round(share))));
}

function meanOfLargest(probes: readonly number[], row: Float32Array, k: number): number {
  const values = Float32Array.from(probes, (probe) => row[probe]!);
  return topIndexes(values, k).reduce((sum, i) => sum + values[i]!, 0) / k;
}

/** The k largest values seen of every slot. */
class Largest {
  readonly #size: number;
  readonly #k: number;
  /** k values a slot, the smallest first. */
  readonly #values: Float32Array;

  constructor(size: number, k: number) {
    this.#size = size;
    this.#k = k;
    this.#values = new Float32Array(size * k);
  }

  add(row: Float32Array, except: number): void {
    const [values, k] = [this.#values, this.#k];
    const size = Math.min(this.#size, row.length);
    for (let slot = 0; slot < size; slot++) {
      const value = row[slot]!;
      let at = slot * k;
      if (!(value > values[at]!) || slot === except) continue;
      for (const last = at + k - 1; at < last && values[at + 1]! < value; at++) values[at] = values[at + 1]!;
      values[at] = value;
    }
  }

  means(): Float32Array {
    const out = new Float32Array(this.#size);
    for (let i = 0; i < this.#values.length; i++) out[Math.floor(i / this.#k)]! += this.#values[i]! / this.#k;
    return out;
  }
}

function resized(values: Float32Array, size: number): Float32Array {
  const out = new Float32Array(size);
  out.set(values.subarray(0, size));
  return out;
}
