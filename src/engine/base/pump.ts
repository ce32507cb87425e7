/**
 * Runs one task at a time, again whenever it was poked meanwhile. A failure ends the current round and is kept until
 * the next poke.
 */
export class Pump {
  readonly #task: () => Promise<void>;
  #running: Promise<void> | null = null;
  #again = false;
  #failure: { error: unknown } | null = null;

  constructor(task: () => Promise<void>) {
    this.#task = task;
  }

  get busy(): boolean {
    return this.#running !== null;
  }

  poke(): void {
    this.#failure = null;
    this.#again = true;
    this.#running ??= this.#run();
  }

  /** Resolves when nothing runs; rejects with the error that ended the last round. */
  async idle(): Promise<void> {
    while (this.#running) await this.#running;
    if (this.#failure) throw this.#failure.error;
  }

  async #run(): Promise<void> {
    try {
      while (this.#again) {
        this.#again = false;
        await this.#task();
      }
    } catch (error) {
      this.#failure = { error };
      this.#again = false;
    } finally {
      this.#running = null;
    }
  }
}
