/** Milliseconds. */
const LONGEST = 3_000;

/**
 * Work that is wanted often and done seldom: at once when it has rested, else after a pause that grows with what the
 * work costs. What is wanted meanwhile is done in one go.
 */
export class Paced {
  readonly #work: () => Promise<void>;
  readonly #pause: number;
  #wanted = false;
  #running = false;
  #ended = false;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(work: () => Promise<void>, pause: number) {
    this.#work = work;
    this.#pause = pause;
  }

  want(): void {
    this.#wanted = true;
    if (!this.#running && this.#timer === undefined) void this.#run();
  }

  end(): void {
    this.#ended = true;
    clearTimeout(this.#timer);
  }

  async #run(): Promise<void> {
    if (this.#ended) return;
    this.#wanted = false;
    this.#running = true;
    const before = performance.now();
    // Whoever failed is asked again at the next change, or when the person asks.
    await this.#work().catch(() => {});
    this.#running = false;
    if (this.#ended) return;
    // A tenth of the time at most; but where it took long because the engine had to start first, nobody waits for that.
    const pause = Math.max(this.#pause, Math.min(LONGEST, (performance.now() - before) * 9));
    this.#timer = setTimeout(() => {
      this.#timer = undefined;
      if (this.#wanted) void this.#run();
    }, pause);
  }
}
