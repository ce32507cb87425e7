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

/** Collects ranges in any order; where two overlap, the one that starts first wins, then the longer one. */
export class MarkupBuilder {
  #starts: number[] = [];
  #ends: number[] = [];
  #shown = new Map<number, string>();

  hide(start: number, end: number): void {
    if (end > start) {
      this.#starts.push(start);
      this.#ends.push(end);
    }
  }

  show(start: number, end: number, text: string): void {
    if (end > start) {
      if (text) this.#shown.set(this.#starts.length, text);
      this.hide(start, end);
    }
  }

  build(): Markup {
    const s = this.#starts;
    const e = this.#ends;
    const order = Uint32Array.from(s, (_, i) => i).sort((a, b) => s[a]! - s[b]! || e[b]! - e[a]! || a - b);
    const starts = new Int32Array(s.length);
    const ends = new Int32Array(s.length);
    const shown = new Map<number, string>();
    let n = 0;
    let last = 0;
    for (const i of order) {
      // An overlapping range hides only what is left of it, so that a comment inside a link ends where it should.
      const start = Math.max(s[i]!, last);
      if (start >= e[i]!) continue;
      const text = start === s[i]! ? this.#shown.get(i) : undefined;
      if (text) shown.set(n, text);
      starts[n] = start;
      ends[n] = last = e[i]!;
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
