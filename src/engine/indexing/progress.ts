import type { Progress } from '../../contract/status.ts';

type Phase = Progress['phase'];

/** Over how long the rate is taken, in milliseconds: long enough to be calm, short enough to be true. */
const RATE_WINDOW = 8_000;
const SAMPLE_EVERY = 100;

const IDLE: Progress = {
  phase: 'idle',
  notes: { total: 0, done: 0, failed: 0 },
  passages: { total: 0, embedded: 0, reused: 0 },
  rate: null,
  secondsLeft: null,
  current: null,
};

/** The state of the running update, and those who listen to it. */
export class ProgressTracker {
  #state: Progress = IDLE;
  #phase: Phase = 'idle';
  #paused = false;
  #samples: { at: number; done: number }[] = [];
  #waiters = new Set<() => void>();
  #version = 0;
  readonly #now: () => number;

  constructor(now: () => number = () => performance.now()) {
    this.#now = now;
  }

  get state(): Progress {
    return this.#state;
  }

  enter(phase: Exclude<Phase, 'paused'>): void {
    if (phase === this.#phase) return;
    this.#phase = phase;
    this.#samples = [];
    this.#set({ phase: this.#paused ? 'paused' : phase, rate: null, secondsLeft: null, current: null });
  }

  /** Shows 'paused' over whatever phase it is, and that phase again afterwards. */
  pause(paused: boolean): void {
    this.#paused = paused;
    this.#samples = [];
    this.#set({ phase: paused ? 'paused' : this.#phase, rate: null, secondsLeft: null });
  }

  /** Forgets the counts of the last run. */
  reset(): void {
    this.#samples = [];
    this.#set({ notes: IDLE.notes, passages: IDLE.passages });
  }

  notes(notes: Partial<Progress['notes']>, current?: string): void {
    const next = { ...this.#state.notes, ...notes };
    this.#set({
      notes: next,
      ...this.#rate(next.done, next.total),
      ...(current === undefined ? {} : { current }),
    });
  }

  passages(passages: Partial<Progress['passages']>, current?: string): void {
    const next = { ...this.#state.passages, ...passages };
    this.#set({
      passages: next,
      ...this.#rate(next.embedded, next.total),
      ...(current === undefined ? {} : { current }),
    });
  }

  /** The state now and after every change until the signal aborts; changes in between are merged. */
  async *listen(signal?: AbortSignal): AsyncGenerator<Progress> {
    let seen = -1;
    while (!signal?.aborted) {
      if (seen === this.#version) await this.#changed(signal);
      if (signal?.aborted) return;
      seen = this.#version;
      yield this.#state;
    }
  }

  #changed(signal?: AbortSignal): Promise<void> {
    return new Promise((resolve) => {
      const done = () => {
        this.#waiters.delete(done);
        signal?.removeEventListener('abort', done);
        resolve();
      };
      this.#waiters.add(done);
      signal?.addEventListener('abort', done, { once: true });
    });
  }

  #rate(done: number, total: number): Pick<Progress, 'rate' | 'secondsLeft'> {
    const at = this.#now();
    const last = this.#samples.at(-1);
    if (!last || at - last.at >= SAMPLE_EVERY) this.#samples.push({ at, done });
    while (this.#samples.length > 2 && at - this.#samples[0]!.at > RATE_WINDOW) this.#samples.shift();
    const first = this.#samples[0]!;
    const seconds = (at - first.at) / 1000;
    if (seconds < 0.5 || done <= first.done)
      return { rate: this.#state.rate, secondsLeft: this.#state.secondsLeft };
    const rate = (done - first.done) / seconds;
    return { rate, secondsLeft: Math.max(0, total - done) / rate };
  }

  #set(change: Partial<Progress>): void {
    this.#state = { ...this.#state, ...change };
    this.#version++;
    for (const wake of [...this.#waiters]) wake();
  }
}
