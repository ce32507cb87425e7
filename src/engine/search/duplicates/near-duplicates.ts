import { throwIfCancelled } from '../../../common/cancel.ts';
import { breathe } from '../../base/breathe.ts';
import type { NoteRecord } from '../../store/types.ts';
import type { CorpusSource } from '../corpus.ts';
import { type Comparison, compare, FEWEST_WORDS, isCandidate, shinglesOf } from './compare.ts';
import { fingerprint, type Shingled } from './shingles.ts';
import { Sketches, weightOf } from './sketches.ts';

export interface FoundPair extends Comparison {
  /** Note ids; `a` has the path that sorts first. */
  readonly a: number;
  readonly b: number;
}

interface Known {
  readonly contentHash: string;
  readonly path: string;
  readonly words: number;
  /** Same for notes whose shingles are all the same; null for stubs. */
  readonly print: string | null;
}

/** Shingle sets kept while pairs are compared: a note is often in several. */
const KEPT = 64;
/** Comparisons remembered by the texts compared, so that an edit costs only its own note's. */
const REMEMBERED = 50_000;

/**
 * Notes of a vault whose texts are largely the same. It reads every note once and after that those that changed; it
 * holds about a byte of every four of their text.
 */
export class NearDuplicates {
  readonly #source: CorpusSource;
  readonly #sketches = new Sketches();
  readonly #known = new Map<number, Known>();
  readonly #shingles = new Map<number, Shingled>();
  readonly #compared = new Map<string, Comparison | null>();
  #pairs: FoundPair[] | null = null;
  #busy: Promise<unknown> = Promise.resolve();

  constructor(source: CorpusSource) {
    this.#source = source;
  }

  /** All pairs of the vault. In steps that leave the thread free; rejects with CANCELLED. */
  all(signal?: AbortSignal): Promise<readonly FoundPair[]> {
    return this.#alone(async () => {
      await this.#refresh(signal);
      this.#pairs ??= await this.#findAll(signal);
      return this.#pairs;
    });
  }

  /** The pairs of one note, without those of others. */
  of(id: number, signal?: AbortSignal): Promise<readonly FoundPair[]> {
    return this.#alone(async () => {
      await this.#refresh(signal);
      if (this.#pairs) return this.#pairs.filter(({ a, b }) => a === id || b === id);
      const overlaps = await this.#sketches.pairsOf(id, signal);
      const others = overlaps.filter(isCandidate).map(({ b }) => [id, b] as const);
      return this.#compareAll([...others, ...this.#twins().filter((pair) => pair.includes(id))], signal);
    });
  }

  /** Takes in what changed. */
  refresh(signal?: AbortSignal): Promise<void> {
    return this.#alone(() => this.#refresh(signal));
  }

  /** Notes with enough text of their own to be compared. */
  has(id: number): boolean {
    return this.#known.get(id)?.print != null;
  }

  /** Words of a note's own text. */
  wordsOf(id: number): number {
    return this.#known.get(id)?.words ?? 0;
  }

  /** One after the other: what is known must not change under a question. */
  #alone<T>(work: () => Promise<T>): Promise<T> {
    const done = this.#busy.then(work, work);
    this.#busy = done.catch(() => {});
    return done;
  }

  async #refresh(signal?: AbortSignal): Promise<void> {
    const records = this.#source.notes.all();
    const gone = new Set(this.#known.keys());
    for (const record of records) {
      gone.delete(record.id);
      const known = this.#known.get(record.id);
      if (known?.contentHash === record.contentHash && known.path === record.path) continue;
      this.#read(record);
      throwIfCancelled(signal);
      await breathe();
    }
    for (const id of gone) {
      this.#sketches.remove(id);
      this.#known.delete(id);
      this.#pairs = null;
    }
  }

  #read({ id, path, contentHash }: NoteRecord): void {
    const read = shinglesOf(this.#source, id);
    const stub = read.words < FEWEST_WORDS;
    this.#sketches.put(id, stub ? new Uint32Array() : read.hashes);
    this.#known.set(id, {
      contentHash,
      path,
      words: read.words,
      print: stub ? null : fingerprint(read.hashes),
    });
    this.#shingles.delete(id);
    this.#pairs = null;
  }

  async #findAll(signal?: AbortSignal): Promise<FoundPair[]> {
    const overlaps = await this.#sketches.pairs(signal);
    const candidates = overlaps.filter(isCandidate).map(({ a, b }) => [a, b] as const);
    return this.#compareAll([...candidates, ...this.#twins()], signal);
  }

  /**
   * Each of the notes with all shingles the same beside the first of them: copies may be thousands. A short text in
   * many notes is a template's.
   */
  #twins(): (readonly [number, number])[] {
    const groups = Map.groupBy(
      [...this.#known].filter(([, { print }]) => print !== null),
      ([, { print }]) => print,
    );
    return [...groups.values()].flatMap(([first, ...others]) => {
      const own = first![1].words * weightOf(others.length + 1);
      return own < FEWEST_WORDS ? [] : others.map(([id]) => [first![0], id] as const);
    });
  }

  async #compareAll(
    pairs: readonly (readonly [number, number])[],
    signal?: AbortSignal,
  ): Promise<FoundPair[]> {
    const found = new Map<string, FoundPair>();
    for (const [x, y] of pairs) {
      const [a, b] = this.#pathOf(x) <= this.#pathOf(y) ? [x, y] : [y, x];
      if (found.has(`${a} ${b}`)) continue;
      const comparison = this.#compare(a, b);
      if (comparison) found.set(`${a} ${b}`, { a, b, ...comparison });
      throwIfCancelled(signal);
      await breathe();
    }
    return [...found.values()];
  }

  #pathOf = (id: number): string => this.#known.get(id)?.path ?? '';

  #compare(a: number, b: number): Comparison | null {
    const key = `${this.#known.get(a)?.print} ${this.#known.get(b)?.print}`;
    const before = this.#compared.get(key);
    if (before !== undefined) return before;
    const comparison = compare(this.#shinglesOf(a), this.#shinglesOf(b));
    if (this.#compared.size >= REMEMBERED) this.#compared.clear();
    this.#compared.set(key, comparison);
    return comparison;
  }

  #shinglesOf(id: number): Shingled {
    const kept = this.#shingles.get(id);
    if (kept) return kept;
    if (this.#shingles.size >= KEPT) this.#shingles.delete(this.#shingles.keys().next().value!);
    const read = shinglesOf(this.#source, id);
    this.#shingles.set(id, read);
    return read;
  }
}
