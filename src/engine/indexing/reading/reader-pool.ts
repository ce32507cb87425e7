import { Worker } from 'node:worker_threads';
import type { ReadDone, ReaderSetup, ReadJob } from './protocol.ts';
import type { ReadNote, Source } from './read-rows.ts';

const SCRIPT = new URL('./worker.ts', import.meta.url);

/**
 * What a thread may take, in MB. A note of 20 MB needs half of it; one that needs more fails alone, where on the
 * engine's own thread it would end the process. A small nursery: see ADR 0067.
 */
const LIMITS = { maxOldGenerationSizeMb: 1024, maxYoungGenerationSizeMb: 16 } as const;

/** Null when the thread died first. */
type Answer = readonly ReadNote[] | null;

/** Threads that read notes. They hold nothing but files open for reading, so they may be ended at any time. */
export class ReaderPool {
  readonly #setup: ReaderSetup;
  readonly #threads: (Thread | null)[];
  #jobs = 0;

  constructor(setup: ReaderSetup, threads: number) {
    this.#setup = setup;
    this.#threads = Array.from({ length: Math.max(1, threads) }, () => null);
  }

  /** What became of each file, in their order. Never rejects: a thread that dies fails the files that it died of. */
  async read(sources: readonly Source[]): Promise<readonly ReadNote[]> {
    const job = { id: this.#jobs++, sources: sources.map(plain) };
    const notes = await this.#leastBusy().run(job);
    if (notes) return notes.map((note, i) => own(note, sources[i]!));
    if (sources.length > 1) {
      const each: ReadNote[] = [];
      for (const source of sources) each.push(...(await this.read([source])));
      return each;
    }
    const { path } = sources[0]!.file;
    const reason = 'reading it took more memory than there is';
    return [{ kind: 'failed', code: 'NOTE_FAILED', params: { path, reason } }];
  }

  async close(): Promise<void> {
    const threads = this.#threads.splice(0);
    await Promise.all(threads.map((thread) => thread?.end()));
  }

  #leastBusy(): Thread {
    let best = 0;
    for (let i = 0; i < this.#threads.length; i++) {
      if (this.#threads[i]?.gone) this.#threads[i] = null;
      if ((this.#threads[i]?.load ?? 0) < (this.#threads[best]?.load ?? 0)) best = i;
    }
    const thread = this.#threads[best] ?? new Thread(this.#setup);
    this.#threads[best] = thread;
    return thread;
  }
}

/** One thread; its jobs come back in the order in which they were given. */
class Thread {
  readonly #worker: Worker;
  readonly #waiting: ((answer: Answer) => void)[] = [];
  gone = false;

  constructor(setup: ReaderSetup) {
    this.#worker = new Worker(SCRIPT, { workerData: setup, resourceLimits: LIMITS });
    this.#worker.on('message', ({ notes }: ReadDone) => this.#waiting.shift()?.(notes));
    this.#worker.on('error', () => this.#lose());
    this.#worker.on('exit', () => this.#lose());
  }

  get load(): number {
    return this.#waiting.length;
  }

  /** Null when the thread died before it was done with it. */
  run(job: ReadJob): Promise<Answer> {
    const { promise, resolve } = Promise.withResolvers<Answer>();
    this.#waiting.push(resolve);
    this.#worker.postMessage(job);
    return promise;
  }

  async end(): Promise<void> {
    await this.#worker.terminate();
  }

  #lose(): void {
    this.gone = true;
    for (const resolve of this.#waiting.splice(0)) resolve(null);
  }
}

/** A copy of the raw path alone: it is a slice of a larger buffer, which would be sent whole. */
const plain = ({ file, known }: Source): Source => ({
  known,
  file: { ...file, rawPath: new Uint8Array(file.rawPath) as Buffer },
});

/** Rows with the raw path that the caller has. */
const own = (note: ReadNote, { file }: Source): ReadNote =>
  note.kind === 'rows'
    ? { kind: 'rows', rows: { ...note.rows, note: { ...note.rows.note, raw_path: file.rawPath } } }
    : note;
