/**
 * Draws at most once in `every` milliseconds, and never loses the last state: what comes too soon is drawn when its
 * time has come. Nothing is drawn in the first `patience` milliseconds.
 */
export class Pacer<T> {
  readonly #draw: (state: T) => void;
  readonly #every: number;
  #next: number;
  #waiting: { state: T } | undefined;
  #timer: NodeJS.Timeout | undefined;
  #stopped = false;

  constructor(draw: (state: T) => void, options: { every: number; patience: number }) {
    this.#draw = draw;
    this.#every = options.every;
    this.#next = Date.now() + options.patience;
  }

  offer(state: T): void {
    if (this.#stopped) return;
    this.#waiting = { state };
    if (Date.now() >= this.#next) this.#drawNow();
    else this.#timer ??= setTimeout(() => this.#drawNow(), this.#next - Date.now()).unref();
  }

  stop(): void {
    this.#stopped = true;
    this.#clear();
  }

  #drawNow(): void {
    const waiting = this.#waiting;
    this.#clear();
    if (!waiting) return;
    this.#next = Date.now() + this.#every;
    this.#draw(waiting.state);
  }

  #clear(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.#waiting = undefined;
  }
}
