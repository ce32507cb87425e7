import { throwIfCancelled } from '../../common/cancel.ts';
import { breathe } from '../base/breathe.ts';
import { weighBy } from '../embed/static/static-encoder.ts';
import type { OpenTextTools } from '../embed/text-tools.ts';
import { MANY_WAITING } from '../search/corpus.ts';
import { inputOf } from '../store/note-rows.ts';
import type { Store } from '../store/types.ts';
import type { NoteFile } from '../vault/note-file.ts';
import { batches } from './batches.ts';
import { isLarge, type Plan } from './plan.ts';
import type { IndexListener } from './ports.ts';
import type { NoteReader } from './reading/note-reader.ts';

export interface StaticWeightsOptions {
  readonly store: Pick<Store, 'statics' | 'vectors'>;
  readonly reader: NoteReader;
  readonly tools: () => Promise<OpenTextTools>;
  readonly listener: Pick<IndexListener, 'staticsChanged'>;
}

/** Notes that are counted before the first are indexed, and passages of an index that has them. */
const NOTES = 256;
const PASSAGES = 2048;
/** One file in a thousand words of a table would stand for a vault. */
const LARGEST_FILE = 128 * 1024;
/** So many times the notes that were there when they were counted make counts worth another look. */
const GROWN = 4;
/** Passages weighed anew in one transaction. */
const BATCH = 64;

/**
 * What a vault's tokens weigh in static vectors, for a model that does not say: the vault's own counts, of a sample.
 * They are counted before the first notes are read, so that the vectors of an index are of the same weights from the
 * first note on. An index that has grown out of its counts, or never had any, is counted from its passages, and its
 * vectors are made anew; but only while passages wait for the model, for else nobody looks at them.
 *
 * To be called where no note is being read or written: then no vector is made half by these weights, half by those.
 */
export class StaticWeights {
  readonly #o: StaticWeightsOptions;
  /** Notes of the vault, as far as plans tell. */
  #notes = 0;
  /** Whether all vectors may be taken to be of the present counts. */
  #checked = false;
  #renewed = false;

  constructor(options: StaticWeightsOptions) {
    this.#o = options;
  }

  /** Told of every plan, also of those that find nothing to be read: they say how large the vault is. */
  sees(plan: Plan): void {
    this.#notes = Math.max(this.#notes, plan.unchanged + plan.read.length);
  }

  /** Rejects with CANCELLED, MODEL_* and errors of the index. */
  async beforeReading(plan: Plan, signal: AbortSignal | undefined): Promise<void> {
    // Of a vault of which more is indexed than not, the passages are there to be counted.
    if (!isLarge(plan) || plan.read.length * 2 < this.#notes || !(await this.#outgrown())) return;
    const { reader } = this.#o;
    const files = evenly(
      plan.read.filter((file) => file.size <= LARGEST_FILE),
      NOTES,
    );
    const read = await Promise.all([...batches(files)].map((batch) => reader.read(sourcesOf(batch), true)));
    throwIfCancelled(signal);
    const rows = read.flat().flatMap((note) => (note.kind === 'rows' ? note.rows.chunks : []));
    await this.#count(rows.map(inputOf));
  }

  /** Puts right what is left of earlier weights, for as long as `goOn` says; the next call goes on from there. */
  async renew(goOn: () => boolean): Promise<void> {
    const { store, listener } = this.#o;
    const waiting = store.vectors.pendingCount();
    if (waiting === 0 || waiting <= this.#notes * MANY_WAITING) return;
    if (await this.#outgrown()) await this.#count(store.statics.sample(PASSAGES));
    if (this.#checked) return;
    for (let after = -1; ; ) {
      const rows = store.statics.outdated(after, BATCH);
      if (rows.length === 0) break;
      after = rows.at(-1)!.chunkId;
      await this.#weighAnew(rows);
      if (!goOn()) return;
    }
    this.#checked = true;
    if (this.#renewed) listener.staticsChanged?.();
    this.#renewed = false;
  }

  async #weighAnew(rows: readonly { chunkId: number; input: string }[]): Promise<void> {
    const { staticVector } = await this.#o.tools();
    const made: { chunkId: number; vector: Int8Array }[] = [];
    for (const { chunkId, input } of rows) {
      const vector = staticVector(input);
      if (vector) made.push({ chunkId, vector });
      await breathe();
    }
    this.#o.store.statics.renew(made);
    this.#renewed ||= made.length > 0;
  }

  /** Whether the vault was never counted, or was much smaller then. */
  async #outgrown(): Promise<boolean> {
    const counts = this.#o.store.statics.counts();
    if (!counts) return true;
    const { setup } = await this.#o.tools();
    return (
      counts.counts.length !== setup.static.weights.length || this.#notes >= GROWN * Math.max(1, counts.notes)
    );
  }

  async #count(texts: readonly string[]): Promise<void> {
    const { setup, tokenizer } = await this.#o.tools();
    const counts = new Uint32Array(setup.static.weights.length);
    let tokens = 0;
    for (const text of texts) {
      const ids = tokenizer.encode(text);
      tokens += ids.length;
      for (let i = 0; i < ids.length; i++) counts[ids[i]!]!++;
      await breathe();
    }
    if (tokens === 0) return;
    const id = this.#o.store.statics.putCounts(this.#notes, counts);
    weighBy(setup.static, { id, counts });
    this.#checked = false;
  }
}

/** Whatever the index knows of them. */
const sourcesOf = (files: readonly NoteFile[]) => files.map((file) => ({ file, known: null }));

function evenly<T>(items: readonly T[], wanted: number): T[] {
  if (items.length <= wanted) return [...items];
  return Array.from({ length: wanted }, (_, i) => items[Math.floor((i * items.length) / wanted)]!);
}
