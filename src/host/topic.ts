/** Events for whoever listens. Those that come while nobody does wait for the first one who will. */
export class Topic<T> {
  readonly #listeners = new Set<(event: T) => void>();
  #early: T[] = [];

  publish(event: T): void {
    if (this.#listeners.size === 0) this.#early = [...this.#early.slice(1 - MOST_KEPT), event];
    for (const listener of this.#listeners) listener(event);
  }

  /** Every event from now on, until the signal aborts. */
  async *listen(signal?: AbortSignal): AsyncGenerator<T, void> {
    const queue = this.#early.splice(0);
    let wake = () => {};
    const listener = (event: T) => {
      queue.push(event);
      wake();
    };
    const stop = () => wake();
    this.#listeners.add(listener);
    signal?.addEventListener('abort', stop);
    try {
      while (!signal?.aborted) {
        const next = queue.shift();
        if (next !== undefined) yield next;
        else
          await new Promise<void>((resolve) => {
            wake = resolve;
          });
      }
    } finally {
      this.#listeners.delete(listener);
      signal?.removeEventListener('abort', stop);
    }
  }
}

const MOST_KEPT = 20;
