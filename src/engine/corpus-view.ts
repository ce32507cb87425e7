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
  #corpus: Corpus;
  #loading: Promise<unknown>;
  #version: number;
  #loadedAt = performance.now();
  #readying: Promise<void> = Promise.resolve();
  #closed = false;

  constructor(store: Store, dimensions: number) {
    this.#store = store;
    this.#dimensions = dimensions;
    this.#version = store.readOnly ? store.dataVersion() : 0;
    this.#corpus = new Corpus(store, dimensions);
    this.#loading = this.#corpus.load();
    this.#loading.then(
      () => this.getReady(),
      () => {}, // whoever asks first hears of it
    );
  }

  /** Resolves when the first load is done; rejects when the store cannot be read. */
  get loaded(): Promise<unknown> {
    return this.#loading;
  }

  /** Does in the background what the next question would have to wait for. */
  getReady(): void {
    if (this.#closed) return;
    const corpus = this.#corpus;
    this.#readying = import('./search/related.ts').then(({ getReady }) => getReady(corpus)).catch(() => {}); // whoever asks hears of it
  }

  /** The writer tells this one of its changes. */
  get listener(): IndexListener {
    const corpus = this.#corpus;
    return {
      noteChanged: (id) => corpus.noteChanged(id),
      noteRemoved: (id) => corpus.noteRemoved(id),
      linksChanged: (ids) => corpus.linksChanged(ids),
      vectorsAdded: (hashes) => corpus.vectorsAdded(hashes),
      idle: () => this.getReady(),
    };
  }

  /** The corpus, loaded and, for a reader, not older than a few seconds. Rejects when the store cannot be read. */
  async ready(): Promise<Corpus> {
    await this.#loading;
    if (this.#store.readOnly && performance.now() - this.#loadedAt > REFRESH_AFTER) await this.#refresh();
    return this.#corpus;
  }

  async close(): Promise<void> {
    this.#closed = true;
    this.#corpus.close();
    await this.#readying;
    await Promise.allSettled([this.#loading]);
    await this.#corpus.settled().catch(() => {}); // a store that cannot be read has nothing to settle
  }

  async #refresh(): Promise<void> {
    this.#loadedAt = performance.now();
    const version = this.#store.dataVersion();
    if (version === this.#version) return;
    this.#version = version;
    const next = new Corpus(this.#store, this.#dimensions);
    this.#loading = next.load();
    await this.#loading;
    this.#corpus.close();
    this.#corpus = next;
    this.#loadedAt = performance.now();
  }
}
