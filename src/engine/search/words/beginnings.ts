import { Int32List } from '../vectors/growing.ts';

/**
 * Letters by which words are taken for one another: `validate`, `validation` and `validación` begin alike. It is as good
 * as stemming by each language's rules, and it also crosses languages; docs/relatedness.md has the figures.
 */
const LETTERS = 5;
const WORD = /^[\p{L}\p{M}]+$/u;
const BUCKETS = 1 << 16;

/** Terms by how they begin: two numbers a term. Numbers run from 0 and are never taken back, as in the `TermTable`. */
export class Beginnings {
  readonly #first = new Int32Array(BUCKETS).fill(-1);
  readonly #next = new Int32List(-1);
  #size = 0;

  /** How many terms are known: what follows is to be added. */
  get size(): number {
    return this.#size;
  }

  get bytes(): number {
    return this.#first.byteLength + this.#next.bytes;
  }

  add(term: string): void {
    const bucket = bucketOf(term);
    this.#next.set(this.#size, this.#first[bucket]!);
    this.#first[bucket] = this.#size++;
  }

  /** The terms that begin as this one does; itself alone when it is short, a number or a name with digits. */
  like(term: string, termOf: (id: number) => string): number[] {
    const beginning = beginningOf(term);
    const found: number[] = [];
    for (let id = this.#first[bucketOf(term)]!; id >= 0; id = this.#next.get(id))
      if (beginningOf(termOf(id)) === beginning) found.push(id);
    return found;
  }
}

const beginningOf = (term: string): string =>
  term.length > LETTERS && WORD.test(term) ? term.slice(0, LETTERS) : term;

/** FNV-1a over the first letters, which all terms that are alike share. */
function bucketOf(term: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < term.length && i < LETTERS; i++)
    hash = Math.imul(hash ^ term.charCodeAt(i), 0x01000193) >>> 0;
  return (hash ^ (hash >>> 16)) & (BUCKETS - 1);
}
