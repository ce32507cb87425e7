import type { LocalEmbedder } from './embed/local-embedder.ts';

/** The embedder, started when it is first asked for and shared by all who ask. A failed start is tried again. */
export class EmbedderHandle {
  readonly #start: () => Promise<LocalEmbedder>;
  #started: Promise<LocalEmbedder> | null = null;
  #ready: LocalEmbedder | null = null;
  #closed = false;

  constructor(start: () => Promise<LocalEmbedder>) {
    this.#start = start;
  }

  /** Null until a start has succeeded. */
  get ready(): LocalEmbedder | null {
    return this.#ready;
  }

  get(): Promise<LocalEmbedder> {
    this.#started ??= this.#start().then(
      (embedder) => {
        this.#ready = embedder;
        return embedder;
      },
      (error: unknown) => {
        this.#started = null;
        throw error;
      },
    );
    return this.#started;
  }

  async close(): Promise<void> {
    if (this.#closed) return;
    this.#closed = true;
    const started = await this.#started?.catch(() => null);
    await started?.close();
  }
}
