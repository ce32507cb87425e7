/** Milliseconds of work before others get their turn: a frame takes 16. */
const SLICE = 8;

/** Lets whatever waits have its turn, once enough has been done since the last time. */
export class Breath {
  readonly #signal: AbortSignal | undefined;
  #since = performance.now();

  constructor(signal?: AbortSignal) {
    this.#signal = signal;
  }

  /** True when it is time to `take` one. */
  due(): boolean {
    return performance.now() - this.#since > SLICE;
  }

  /** Resolves when others have had their turn. @throws the signal's reason, once it is aborted */
  async take(): Promise<void> {
    await turn();
    this.#signal?.throwIfAborted();
    this.#since = performance.now();
  }
}

/** The end of this task: input and paint come first. */
function turn(): Promise<void> {
  const scheduler = (globalThis as { scheduler?: { yield?: () => Promise<void> } }).scheduler;
  if (scheduler?.yield) return scheduler.yield();
  return new Promise((resolve) => setTimeout(resolve));
}

/** Elements sorted at a time without a breath. */
const RUN = 512;

/** As `toSorted`, stable, but never holds the page up: sorted runs are merged, with breaths in between. */
export async function sortedInSlices<T>(
  all: readonly T[],
  compare: (a: T, b: T) => number,
  breath: Breath,
): Promise<T[]> {
  let runs: T[][] = [];
  for (let i = 0; i < all.length; i += RUN) {
    runs.push(all.slice(i, i + RUN).sort(compare));
    if (breath.due()) await breath.take();
  }
  while (runs.length > 1) {
    const merged: T[][] = [];
    for (let i = 0; i < runs.length; i += 2) {
      const next = runs[i + 1];
      merged.push(next ? await merge(runs[i]!, next, compare, breath) : runs[i]!);
    }
    runs = merged;
  }
  return runs[0] ?? [];
}

async function merge<T>(
  a: readonly T[],
  b: readonly T[],
  compare: (a: T, b: T) => number,
  breath: Breath,
): Promise<T[]> {
  const out: T[] = [];
  let i = 0;
  let j = 0;
  while (i < a.length && j < b.length) {
    out.push(compare(a[i]!, b[j]!) <= 0 ? a[i++]! : b[j++]!);
    if (out.length % RUN === 0 && breath.due()) await breath.take();
  }
  while (i < a.length) out.push(a[i++]!);
  while (j < b.length) out.push(b[j++]!);
  return out;
}
