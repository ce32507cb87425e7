const GARBAGE = 0.5;

/**
 * The terms of every note with their counts, note after note in one pair of arrays. A changed note is written anew at
 * the end; what it leaves behind is cleared away when it is half of everything.
 */
export class ForwardIndex {
  #terms = new Uint32Array(4096);
  #counts = new Uint16Array(4096);
  #starts: number[] = [];
  #lengths: number[] = [];
  #end = 0;
  #live = 0;

  /** Postings of all notes. */
  get size(): number {
    return this.#live;
  }

  get bytes(): number {
    return this.#terms.byteLength + this.#counts.byteLength;
  }

  set(slot: number, terms: readonly number[], counts: readonly number[]): void {
    this.clear(slot);
    this.#reserve(terms.length);
    this.#starts[slot] = this.#end;
    this.#lengths[slot] = terms.length;
    this.#terms.set(terms, this.#end);
    for (let i = 0; i < counts.length; i++) this.#counts[this.#end + i] = Math.min(counts[i]!, 0xffff);
    this.#end += terms.length;
    this.#live += terms.length;
  }

  clear(slot: number): void {
    this.#live -= this.length(slot);
    this.#lengths[slot] = 0;
  }

  length(slot: number): number {
    return this.#lengths[slot] ?? 0;
  }

  /** Numbers of the slot's terms: a view that is valid until the next change. */
  terms(slot: number): Uint32Array {
    const start = this.#starts[slot] ?? 0;
    return this.#terms.subarray(start, start + this.length(slot));
  }

  counts(slot: number): Uint16Array {
    const start = this.#starts[slot] ?? 0;
    return this.#counts.subarray(start, start + this.length(slot));
  }

  #reserve(more: number): void {
    if (this.#end + more <= this.#terms.length) return;
    const needed = this.#live + more;
    const garbage = this.#end - this.#live > this.#end * GARBAGE;
    const room =
      garbage && needed <= this.#terms.length ? this.#terms.length : Math.ceil(needed * 1.25) + 4096;
    const terms = new Uint32Array(Math.max(room, needed));
    const counts = new Uint16Array(terms.length);
    let end = 0;
    for (let slot = 0; slot < this.#lengths.length; slot++) {
      const length = this.length(slot);
      if (length === 0) continue;
      terms.set(this.terms(slot), end);
      counts.set(this.counts(slot), end);
      this.#starts[slot] = end;
      end += length;
    }
    this.#terms = terms;
    this.#counts = counts;
    this.#end = end;
  }
}
