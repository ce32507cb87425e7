import type { IndexListener } from './indexing/ports.ts';
import { Corpus } from './search/corpus.ts';
import type { Store } from './store/types.ts';

/** How often a reader looks anew at an index that another process writes, at most, in milliseconds. */
const REFRESH_AFTER = 3_000;

/**
 * The corpus that questions are answered from. A writer's own corpus follows its store by itself; a reader's is
 * loaded again when another process has written.
 */
export class CorpusView {
  readonly #store: Store;
  readonly #dimensions: number;
  readonly #onReload: () => void;
  readonly #begun = Promise.withResolvers<void>();
  #corpus: Corpus;
  #loading: Promise<unknown> | null = null;
  #version: number;
  #loadedAt = 0;
  #readying: Promise<void> = Promise.resolve();
  readonly #closing = new AbortController();
  #closed = false;

  /**
   * Loads the corpus when it is first asked for, or else when `due` resolves.
   * @param onReload told when a reader is about to load it again
   */
  constructor(store: Store, dimensions: number, due: Promise<void>, onReload: () => void = () => {}) {
    this.#store = store;
    this.#dimensions = dimensions;
    this.#onReload = onReload;
    this.#version = store.readOnly ? store.dataVersion() : 0;
    this.#corpus = new Corpus(store, dimensions);
    void due.then(() => this.#begin());
  }

  /** Resolves when loading begins; never where the vault is closed before. */
  get begun(): Promise<void> {
    return this.#begun.promise;
  }

  /** Resolves when the first load is done; rejects when the store cannot be read. */
  get loaded(): Promise<unknown> {
    return this.begun.then(() => this.#loading);
  }

  /** Does in the background what the next question would have to wait for. */
  getReady(): void {
    if (this.#closed || !this.#loading) return;
    const corpus = this.#corpus;
    this.#readying = import('./search/related.ts').then(({ getReady }) => getReady(corpus)).catch(() => {}); // whoever asks hears of it
  }

  /** The writer tells this one of its changes. */
  get listener(): IndexListener {
    // What is told before the load begins is among what it reads.
    const told = (tell: (corpus: Corpus) => void) => {
      if (this.#loading) tell(this.#corpus);
    };
    return {
      noteChanged: (id) => told((corpus) => corpus.noteChanged(id)),
      noteRemoved: (id) => told((corpus) => corpus.noteRemoved(id)),
      linksChanged: (ids) => told((corpus) => corpus.linksChanged(ids)),
      vectorsAdded: (hashes) => told((corpus) => corpus.vectorsAdded(hashes)),
      staticsChanged: () => told((corpus) => corpus.staticsChanged()),
      idle: () => this.getReady(),
    };
  }

  /** The corpus, loaded and, for a reader, not older than a few seconds. Rejects when the store cannot be read. */
  async ready(): Promise<Corpus> {
    this.#begin();
    await this.#loading;
    if (this.#store.readOnly && performance.now() - this.#loadedAt > REFRESH_AFTER) await this.#refresh();
    return this.#corpus;
  }

  async close(): Promise<void> {
    this.#closed = true;
    this.#closing.abort();
    this.#corpus.close();
    await this.#readying;
    await Promise.allSettled([this.#loading]);
    await this.#corpus.settled().catch(() => {}); // a store that cannot be read has nothing to settle
  }

  #begin(): void {
    if (this.#loading || this.#closed) return;
    this.#loading = this.#corpus.load(this.#closing.signal);
    this.#loadedAt = performance.now();
    this.#loading.then(
      () => this.getReady(),
      () => {}, // whoever asks first hears of it
    );
    this.#begun.resolve();
  }

  async #refresh(): Promise<void> {
    this.#loadedAt = performance.now();
    const version = this.#store.dataVersion();
    if (version === this.#version) return;
    this.#version = version;
    this.#onReload();
    const next = new Corpus(this.#store, this.#dimensions);
    this.#loading = next.load(this.#closing.signal);
    await this.#loading;
    this.#corpus.close();
    this.#corpus = next;
    this.#loadedAt = performance.now();
  }
}
