/** Milliseconds without a question that a page's first sight waits for. */
const QUIET = 300;

/**
 * The time after opening. What a page shows first goes first: the engine's own work (loading what it compares notes
 * with, looking at the vault, starting the model) would take the processor from it.
 */
export class Settling {
  readonly #over = Promise.withResolvers<void>();
  #working = 0;
  #timer: NodeJS.Timeout;

  /** @param patience milliseconds that a first question is waited for */
  constructor(patience: number) {
    this.#timer = setTimeout(this.#over.resolve, patience);
  }

  /** Resolves when the first questions are answered, or none came. */
  get over(): Promise<void> {
    return this.#over.promise;
  }

  /** Does something that a page's first sight waits for. */
  async first<T>(work: () => Promise<T>): Promise<T> {
    clearTimeout(this.#timer);
    this.#working++;
    try {
      return await work();
    } finally {
      if (--this.#working === 0) this.#timer = setTimeout(this.#over.resolve, QUIET);
    }
  }

  close(): void {
    clearTimeout(this.#timer);
  }
}
