/** Postings of one segment: memory grows by so many, and nothing is copied for it. */
const SEGMENT = 1 << 18;
const GARBAGE = 0.5;

interface Segment {
  readonly terms: Uint32Array;
  readonly counts: Uint16Array;
}

/**
 * The terms of every note with their counts, note after note in pairs of arrays; a note lies in one pair. A changed
 * note is written anew at the end; what it leaves behind is cleared away when it is half of everything.
 */
export class ForwardIndex {
  #segments: Segment[] = [];
  /** By slot: the segment, and where in it the note starts. */
  #segmentOf: number[] = [];
  #starts: number[] = [];
  #lengths: number[] = [];
  /** Postings used of the last segment, and of all. */
  #end = 0;
  #written = 0;
  #live = 0;

  /** Postings of all notes. */
  get size(): number {
    return this.#live;
  }

  get bytes(): number {
    return this.#segments.reduce((sum, { terms, counts }) => sum + terms.byteLength + counts.byteLength, 0);
  }

  set(slot: number, terms: ArrayLike<number>, counts: ArrayLike<number>): void {
    this.clear(slot);
    if (this.#written - this.#live > Math.max(SEGMENT, this.#written * GARBAGE)) this.#clean();
    this.#write(slot, terms, counts);
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
    const length = this.length(slot);
    if (length === 0) return NONE.terms;
    const start = this.#starts[slot]!;
    return this.#segments[this.#segmentOf[slot]!]!.terms.subarray(start, start + length);
  }

  counts(slot: number): Uint16Array {
    const length = this.length(slot);
    if (length === 0) return NONE.counts;
    const start = this.#starts[slot]!;
    return this.#segments[this.#segmentOf[slot]!]!.counts.subarray(start, start + length);
  }

  #write(slot: number, terms: ArrayLike<number>, counts: ArrayLike<number>): void {
    const { length } = terms;
    let segment = this.#segments.at(-1);
    if (!segment || this.#end + length > segment.terms.length) {
      // The first ones are small: most vaults are.
      const room = Math.max(length, Math.min(SEGMENT, Math.max(4096, this.#written)));
      segment = { terms: new Uint32Array(room), counts: new Uint16Array(room) };
      this.#segments.push(segment);
      this.#end = 0;
    }
    this.#segmentOf[slot] = this.#segments.length - 1;
    this.#starts[slot] = this.#end;
    this.#lengths[slot] = length;
    segment.terms.set(terms, this.#end);
    for (let i = 0; i < length; i++) segment.counts[this.#end + i] = Math.min(counts[i]!, 0xffff);
    this.#end += length;
    this.#written += length;
  }

  #clean(): void {
    const old = this.#lengths.map((_, slot) => ({ terms: this.terms(slot), counts: this.counts(slot) }));
    this.#segments = [];
    this.#end = 0;
    this.#written = 0;
    for (const [slot, { terms, counts }] of old.entries())
      if (terms.length > 0) this.#write(slot, terms, counts);
  }
}

const NONE: Segment = { terms: new Uint32Array(0), counts: new Uint16Array(0) };
