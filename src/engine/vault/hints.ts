/** Paths touched, raw and relative to the vault, `/` between parts; or 'many': more than is worth naming, look at all. */
export type VaultChange = 'many' | ReadonlySet<string>;

export interface HintTimes {
  /** Milliseconds without a further hint after which the collected ones are passed on. */
  readonly debounceMs: number;
  /** Milliseconds after the first hint after which they are passed on in any case. */
  readonly maxWaitMs: number;
  /** Number of paths above which the change is 'many'. */
  readonly manyAbove: number;
}

/** Collects hints until there is quiet. */
export class Hints {
  readonly #times: HintTimes;
  readonly #pass: (change: VaultChange, quiet: boolean) => void;
  #paths = new Set<string>();
  #many = false;
  #since: number | null = null;
  #timer: NodeJS.Timeout | undefined;

  /** `pass` gets what was collected, and whether there was quiet (else time was up). */
  constructor(times: HintTimes, pass: (change: VaultChange, quiet: boolean) => void) {
    this.#times = times;
    this.#pass = pass;
  }

  add(path: string): void {
    if (!this.#many) this.#paths.add(path);
    if (this.#paths.size > this.#times.manyAbove) this.#toMany();
    this.#wait();
  }

  addMany(): void {
    this.#toMany();
    this.#wait();
  }

  /** Forgets what was collected and waits for nothing. */
  clear(): void {
    clearTimeout(this.#timer);
    this.#since = null;
    this.#many = false;
    this.#paths = new Set();
  }

  #toMany(): void {
    this.#many = true;
    this.#paths = new Set();
  }

  #wait(): void {
    const now = performance.now();
    this.#since ??= now;
    const left = this.#since + this.#times.maxWaitMs - now;
    const quiet = left > this.#times.debounceMs;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#flush(quiet), quiet ? this.#times.debounceMs : Math.max(0, left));
  }

  #flush(quiet: boolean): void {
    const change = this.#many ? 'many' : this.#paths;
    this.clear();
    this.#pass(change, quiet);
  }
}
