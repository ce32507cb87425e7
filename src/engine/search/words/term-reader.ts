import { visitTerms } from '../../store/terms.ts';
import type { TermTable } from './term-table.ts';

/** A note's terms by their numbers, with their counts: views that are valid until the next note is read. */
export interface ReadTerms {
  readonly ids: Uint32Array;
  readonly counts: Uint32Array;
}

/**
 * Reads many notes' terms as the store has them. A term that was seen before is known by its bytes: no string is made
 * of it, which is most of what loading an index would take. To be let go of when all are read.
 */
export class TermReader {
  readonly #table: TermTable;
  /** Open addressing, at most half full: number of the term seen there, counted from 1; 0 for none. */
  #slots = new Uint32Array(1 << 12);
  /** By that number: the term's own number, its hash, and where its bytes end. */
  #ids = new Uint32Array(1 << 11);
  #hashes = new Int32Array(1 << 11);
  #ends = new Uint32Array(1 << 11);
  #bytes = new Uint8Array(1 << 15);
  #seen = 0;
  #out = { ids: new Uint32Array(1024), counts: new Uint32Array(1024) };

  constructor(table: TermTable) {
    this.#table = table;
  }

  read(encoded: Uint8Array): ReadTerms {
    let n = 0;
    visitTerms(encoded, (start, end, hash, count) => {
      if (count === 0) return;
      if (n === this.#out.ids.length)
        this.#out = { ids: doubled(this.#out.ids), counts: doubled(this.#out.counts) };
      this.#out.ids[n] = this.#idOf(encoded, start, end, hash);
      this.#out.counts[n++] = count;
    });
    return { ids: this.#out.ids.subarray(0, n), counts: this.#out.counts.subarray(0, n) };
  }

  #idOf(from: Uint8Array, start: number, end: number, hash: number): number {
    const mask = this.#slots.length - 1;
    let at = spread(hash) & mask;
    for (let seen = this.#slots[at]!; seen !== 0; seen = this.#slots[at]!) {
      if (this.#hashes[seen - 1] === hash && this.#same(seen - 1, from, start, end))
        return this.#ids[seen - 1]!;
      at = (at + 1) & mask;
    }
    return this.#add(from, start, end, hash, at);
  }

  #same(seen: number, from: Uint8Array, start: number, end: number): boolean {
    const begin = seen === 0 ? 0 : this.#ends[seen - 1]!;
    if (this.#ends[seen]! - begin !== end - start) return false;
    for (let i = start, j = begin; i < end; i++, j++) if (from[i] !== this.#bytes[j]) return false;
    return true;
  }

  #add(from: Uint8Array, start: number, end: number, hash: number, at: number): number {
    const id = this.#table.numberOf(termAt(from, start, end));
    const seen = this.#seen++;
    const begin = seen === 0 ? 0 : this.#ends[seen - 1]!;
    while (begin + end - start > this.#bytes.length) this.#bytes = doubled(this.#bytes);
    if (seen === this.#ids.length) {
      this.#ids = doubled(this.#ids);
      this.#hashes = doubled(this.#hashes);
      this.#ends = doubled(this.#ends);
    }
    this.#bytes.set(from.subarray(start, end), begin);
    this.#ids[seen] = id;
    this.#hashes[seen] = hash;
    this.#ends[seen] = begin + end - start;
    this.#slots[at] = this.#seen;
    if (this.#seen * 2 > this.#slots.length) this.#grow();
    return id;
  }

  #grow(): void {
    this.#slots = new Uint32Array(this.#slots.length * 2);
    const mask = this.#slots.length - 1;
    for (let seen = 0; seen < this.#seen; seen++) {
      let at = spread(this.#hashes[seen]!) & mask;
      while (this.#slots[at] !== 0) at = (at + 1) & mask;
      this.#slots[at] = seen + 1;
    }
  }
}

/** What stands between the quotes of a JSON string. */
const termAt = (from: Uint8Array, start: number, end: number): string =>
  JSON.parse(Buffer.from(from.buffer, from.byteOffset + start - 1, end - start + 2).toString('utf8'));

/** Neighbouring hashes of terms that differ in their last letter are taken apart. */
const spread = (hash: number): number => Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d) >>> 8;

function doubled<T extends Uint8Array | Uint32Array | Int32Array>(array: T): T {
  const larger = new (array.constructor as new (length: number) => T)(array.length * 2);
  larger.set(array);
  return larger;
}
