import { throwIfCancelled } from '../../../common/cancel.ts';
import { breathe } from '../../base/breathe.ts';

/** One shingle in so many is kept of a long note, the same ones in every note. */
const SAMPLED = 4;
const SAMPLE_BELOW = 2 ** 32 / SAMPLED;
/** A note with fewer shingles keeps them all. */
const SHORT = 160;
/** Notes up to which a shingle counts fully; in more, it is a template's, and counts so many shares. */
const OWN = 4;
/** Notes that share a shingle, above which it pairs nobody: pairs would be as many as its square. */
const PAIRING = 32;
/** Shingles are sorted in so many parts, with time for others in between. */
const PARTS = 128;
/** Candidates at most; beyond, the vault is made of templates. */
const MOST_PAIRS = 2_000_000;

/** A pair of notes with the weight, in shingles, of those that they share, and of those that each has. */
export interface Overlap {
  readonly a: number;
  readonly b: number;
  readonly shared: number;
  readonly ofA: number;
  readonly ofB: number;
}

/**
 * A sample of every note's shingles. Shingles that many notes have count little: what a template gives to all is not
 * what two of them have in common.
 */
export class Sketches {
  readonly #sketches = new Map<number, Uint32Array>();
  readonly #short = new Set<number>();

  get count(): number {
    return this.#sketches.size;
  }

  /** `hashes` are distinct. A note without any is forgotten. */
  put(id: number, hashes: Uint32Array): void {
    this.remove(id);
    if (hashes.length === 0) return;
    const short = hashes.length < SHORT;
    this.#sketches.set(id, short ? hashes : hashes.filter((hash) => hash < SAMPLE_BELOW));
    if (short) this.#short.add(id);
  }

  remove(id: number): void {
    this.#sketches.delete(id);
    this.#short.delete(id);
  }

  /** All pairs that share any shingle which few have. In steps; rejects with CANCELLED. */
  async pairs(signal?: AbortSignal): Promise<Overlap[]> {
    const ids = [...this.#sketches.keys()];
    const weights = new Weights(ids.length);
    const shared = new Map<number, number>();
    for await (const sorted of this.#parts(ids, signal))
      for (const { hash, indexes } of postings(sorted, ids.length)) {
        const weight = weightOf(indexes.length);
        for (const i of indexes) weights.add(i, weight, hash < SAMPLE_BELOW);
        if (indexes.length >= 2 && indexes.length <= PAIRING) addPairs(shared, indexes, ids.length, weight);
      }
    return [...shared].map(([key, weight]) => {
      const [i, j] = [Math.floor(key / ids.length), key % ids.length];
      const [a, b] = [ids[i]!, ids[j]!];
      // Of a long note only the sample is known: then only the sample of a short one may be compared with it.
      const whole = this.#short.has(a) && this.#short.has(b);
      const each = whole ? 1 : SAMPLED;
      return {
        a,
        b,
        shared: each * weight,
        ofA: each * weights.of(i, whole),
        ofB: each * weights.of(j, whole),
      };
    });
  }

  /** The pairs of one note. In steps; rejects with CANCELLED. */
  async pairsOf(id: number, signal?: AbortSignal): Promise<Overlap[]> {
    const own = this.#sketches.get(id);
    if (!own) return [];
    const ids = [...this.#sketches.keys()];
    const holders = new Map([...own].map((hash) => [hash, [] as number[]]));
    for (const [i, other] of ids.entries()) {
      for (const hash of this.#sketches.get(other)!) holders.get(hash)?.push(i);
      if (i % 64 === 0) await step(signal);
    }
    const self = ids.indexOf(id);
    const weights = new Weights(1);
    const shared = new Map<number, { whole: number; sampled: number }>();
    for (const [hash, indexes] of holders) {
      const weight = weightOf(indexes.length);
      const sampled = hash < SAMPLE_BELOW;
      weights.add(0, weight, sampled);
      for (const i of indexes) {
        if (i === self) continue;
        const sum = shared.get(i) ?? { whole: 0, sampled: 0 };
        sum.whole += weight;
        if (sampled) sum.sampled += weight;
        shared.set(i, sum);
      }
    }
    return [...shared].map(([i, sum]) => {
      const b = ids[i]!;
      const whole = this.#short.has(id) && this.#short.has(b);
      const each = whole ? 1 : SAMPLED;
      const both = each * (whole ? sum.whole : sum.sampled);
      // What the other one's own shingles weigh is not known here: they count as its own.
      const rest = each * (this.#countOf(b, whole) - this.#sharedCount(own, b, whole));
      return { a: id, b, shared: both, ofA: each * weights.of(0, whole), ofB: both + rest };
    });
  }

  #countOf(id: number, whole: boolean): number {
    const sketch = this.#sketches.get(id)!;
    return whole || !this.#short.has(id)
      ? sketch.length
      : sketch.filter((hash) => hash < SAMPLE_BELOW).length;
  }

  #sharedCount(own: Uint32Array, id: number, whole: boolean): number {
    const mine = new Set(own);
    return this.#sketches.get(id)!.filter((hash) => mine.has(hash) && (whole || hash < SAMPLE_BELOW)).length;
  }

  /** All shingles with their notes' indexes, as one number each, in parts that are sorted and ascend. */
  async *#parts(ids: readonly number[], signal?: AbortSignal): AsyncGenerator<Float64Array> {
    const width = 2 ** 32 / PARTS;
    const cursors = new Uint32Array(ids.length);
    for (let part = 0; part < PARTS; part++) {
      const end = (part + 1) * width;
      const keys: number[] = [];
      // Sketches ascend: a part of the hashes is a stretch of every sketch.
      for (const [i, id] of ids.entries()) {
        const sketch = this.#sketches.get(id)!;
        let at = cursors[i]!;
        for (; at < sketch.length && sketch[at]! < end; at++) keys.push(sketch[at]! * ids.length + i);
        cursors[i] = at;
        if (i % 4096 === 0) await step(signal);
      }
      yield Float64Array.from(keys).sort();
      await step(signal);
    }
  }
}

/** Every shingle of a sorted part with the indexes of the notes that have it. */
function* postings(sorted: Float64Array, notes: number): Generator<{ hash: number; indexes: number[] }> {
  for (let from = 0; from < sorted.length; ) {
    const hash = Math.floor(sorted[from]! / notes);
    const indexes: number[] = [];
    for (; from < sorted.length && Math.floor(sorted[from]! / notes) === hash; from++)
      indexes.push(sorted[from]! % notes);
    yield { hash, indexes };
  }
}

function addPairs(
  shared: Map<number, number>,
  indexes: readonly number[],
  notes: number,
  weight: number,
): void {
  for (let x = 1; x < indexes.length; x++)
    for (let y = 0; y < x; y++) {
      const key = indexes[y]! * notes + indexes[x]!;
      const before = shared.get(key);
      if (before !== undefined || shared.size < MOST_PAIRS) shared.set(key, (before ?? 0) + weight);
    }
}

/** What a shingle counts that so many notes have. */
export const weightOf = (holders: number): number => Math.min(1, OWN / holders);

async function step(signal?: AbortSignal): Promise<void> {
  throwIfCancelled(signal);
  await breathe();
}

/** Weights of whole sketches, and of the sampled part of each. */
class Weights {
  readonly #whole: Float64Array;
  readonly #sampled: Float64Array;

  constructor(count: number) {
    this.#whole = new Float64Array(count);
    this.#sampled = new Float64Array(count);
  }

  add(i: number, weight: number, sampled: boolean): void {
    this.#whole[i]! += weight;
    if (sampled) this.#sampled[i]! += weight;
  }

  of(i: number, whole: boolean): number {
    return (whole ? this.#whole : this.#sampled)[i]!;
  }
}
