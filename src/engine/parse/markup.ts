/**
 * Ranges of the source that a reader does not see (markup characters, comments, link targets behind an alias), or
 * sees as something else (an entity, an escape of JSON). Sorted, not overlapping. Parallel arrays, because a large
 * note has millions of them.
 */
export interface Markup {
  readonly starts: Int32Array;
  readonly ends: Int32Array;
  /** What is shown instead, by index; nothing where absent. Always shorter than a few characters. */
  readonly shown: ReadonlyMap<number, string>;
}

/** A range as one number, so that millions of them sort at native speed: by start, the longer one first. */
const LENGTHS = 2 ** 21;
const key = (start: number, length: number): number => start * LENGTHS + (LENGTHS - 1 - length);

/** Collects ranges in any order; where two overlap, the one that starts first wins, then the longer one. */
export class MarkupBuilder {
  readonly #keys: number[] = [];
  readonly #shown = new Map<number, string>();

  hide(start: number, end: number): void {
    for (; end > start; start += LENGTHS - 1) this.#keys.push(key(start, Math.min(end - start, LENGTHS - 1)));
  }

  show(start: number, end: number, text: string): void {
    if (text && end > start) this.#shown.set(key(start, Math.min(end - start, LENGTHS - 1)), text);
    this.hide(start, end);
  }

  build(): Markup {
    const keys = Float64Array.from(this.#keys).sort();
    const starts = new Int32Array(keys.length);
    const ends = new Int32Array(keys.length);
    const shown = new Map<number, string>();
    let n = 0;
    let last = 0;
    for (const k of keys) {
      const from = Math.floor(k / LENGTHS);
      const end = from + LENGTHS - 1 - (k % LENGTHS);
      // An overlapping range hides only what is left of it, so that a comment inside a link ends where it should.
      const start = Math.max(from, last);
      if (start >= end) continue;
      const text = start === from ? this.#shown.get(k) : undefined;
      if (text) shown.set(n, text);
      starts[n] = start;
      ends[n] = last = end;
      n++;
    }
    return { starts: starts.slice(0, n), ends: ends.slice(0, n), shown };
  }
}

/** Index of the first range that ends after `offset`. */
export function firstAfter(markup: Markup, offset: number): number {
  let low = 0;
  let high = markup.ends.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (markup.ends[middle]! <= offset) low = middle + 1;
    else high = middle;
  }
  return low;
}
