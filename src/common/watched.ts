/** A value whose changes many can follow. Who is slow gets the newest value only, never a backlog. */
export class Watched<T> {
  #value: T;
  readonly #waiting = new Set<() => void>();

  constructor(value: T) {
    this.#value = value;
  }

  get value(): T {
    return this.#value;
  }

  set(value: T): void {
    this.#value = value;
    for (const wake of [...this.#waiting]) wake();
  }

  /** The value now and at every change, until the signal aborts. */
  async *listen(signal?: AbortSignal): AsyncGenerator<T, void> {
    while (!signal?.aborted) {
      const given = this.#value;
      // Set up before the value is handed out: a change meanwhile is not missed.
      const changed = this.#next(signal);
      yield given;
      if (this.#value === given) await changed;
    }
  }

  #next(signal: AbortSignal | undefined): Promise<void> {
    return new Promise((resolve) => {
      const wake = () => {
        this.#waiting.delete(wake);
        signal?.removeEventListener('abort', wake);
        resolve();
      };
      this.#waiting.add(wake);
      signal?.addEventListener('abort', wake, { once: true });
    });
  }
}
