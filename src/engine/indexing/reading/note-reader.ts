import { availableParallelism } from 'node:os';
import type { OpenTextTools } from '../../embed/text-tools.ts';
import type { ReadNote, Source } from './read-rows.ts';
import { ReaderPool } from './reader-pool.ts';

export interface NoteReaderOptions {
  /** The vault's folder. */
  readonly root: string;
  /** Opened when they are first needed. */
  readonly tools: () => Promise<OpenTextTools>;
  /** Threads at most; one per core, and never more than three, by default: the writer is the next to be too slow. */
  readonly threads?: number;
}

/** Bytes of files that are read on the engine's own thread: a thread of their own would take longer to start. */
const SMALL = 256 * 1024;
const MOST_THREADS = 3;

/** Reads and prepares notes: a few small ones here, many or large ones in threads of their own. */
export class NoteReader {
  readonly #o: NoteReaderOptions;
  #pool: ReaderPool | null = null;

  constructor(options: NoteReaderOptions) {
    this.#o = options;
  }

  /** Batches that may be under way, so that no thread waits for this one. */
  get ahead(): number {
    return 2 * this.#threads;
  }

  /** What became of each file, in their order. `many`: more will follow. Rejects with MODEL_* only. */
  async read(sources: readonly Source[], many: boolean): Promise<readonly ReadNote[]> {
    const { root, tools } = this.#o;
    const bytes = sources.reduce((sum, { file }) => sum + file.size, 0);
    if (many || bytes > SMALL) {
      const { setup } = await tools();
      this.#pool ??= new ReaderPool({ root, tools: setup }, this.#threads);
      return this.#pool.read(sources);
    }
    // Loaded when the first note is read: an index that is up to date opens without a parser.
    const { readRows } = await import('./read-rows.ts');
    const notes: ReadNote[] = [];
    for (const source of sources) notes.push(await readRows(root, source, await tools()));
    return notes;
  }

  /** Ends the threads, and with them the memory that they hold, until they are needed again. */
  async rest(): Promise<void> {
    const pool = this.#pool;
    this.#pool = null;
    await pool?.close();
  }

  get #threads(): number {
    return this.#o.threads ?? Math.min(MOST_THREADS, availableParallelism());
  }
}
