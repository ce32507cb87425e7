import type { Arena, Kernels } from './kernels.ts';

/** Rows of one segment: memory grows by this many, and nothing is ever copied. */
export const SEGMENT_ROWS = 2048;

/** Largest code of a query: its dot product with a stored vector, of bytes, stays within 32 bits. */
const QUERY_MAX = 2047;

interface Segment {
  /** Addresses in the kernels' memory. */
  readonly bits: number;
  readonly codes: number;
  /** 1 / length of every code row; 0 for an empty row, which is then like nothing. */
  readonly inverse: Float32Array;
}

/**
 * Unit vectors in rows, as sign bits and as signed bytes, in memory that a SIMD kernel can read. Rows are numbered
 * from 0 without gaps. About 1.13 bytes and one bit per dimension.
 */
export class VectorRows {
  readonly dimensions: number;
  readonly #kernels: Kernels;
  readonly #arena: Arena;
  readonly #segments: Segment[] = [];
  readonly #query: number;
  readonly #queryBits: number;
  readonly #out: number;
  readonly #list: number;
  readonly #found: number;
  readonly #vector: number;
  #inverseQuery = 0;
  #bytes = new Int8Array(0);
  #floats = new Float32Array(0);
  #ints = new Int32Array(0);
  #count = 0;

  constructor(dimensions: number, kernels: Kernels, arena: Arena) {
    this.dimensions = dimensions;
    this.#kernels = kernels;
    this.#arena = arena;
    this.#query = arena.take(kernels.codeBytes * 2);
    this.#queryBits = arena.take(kernels.bitBytes);
    this.#out = arena.take(SEGMENT_ROWS * 4);
    this.#list = arena.take(SEGMENT_ROWS * 4);
    this.#found = arena.take((SEGMENT_ROWS + 1) * 8 + 16);
    this.#vector = arena.take(kernels.codeBytes * 4);
  }

  get count(): number {
    return this.#count;
  }

  /** Makes room up to `count` rows (new ones are empty), or forgets those from `count` on. */
  resize(count: number): void {
    const { bitBytes, codeBytes } = this.#kernels;
    while (this.#segments.length * SEGMENT_ROWS < count) {
      const bits = this.#arena.take(SEGMENT_ROWS * bitBytes);
      const codes = this.#arena.take(SEGMENT_ROWS * codeBytes);
      this.#segments.push({ bits, codes, inverse: new Float32Array(SEGMENT_ROWS) });
    }
    for (let row = count; row < this.#count; row++) this.clear(row);
    this.#count = count;
  }

  /** Writes a vector of any length above 0; its length is not kept. */
  set(row: number, vector: Float32Array | Float64Array): void {
    const segment = this.#segmentOf(row);
    const bits = segment.bits + (row % SEGMENT_ROWS) * this.#kernels.bitBytes;
    this.#view();
    this.#floats.set(vector, this.#vector >> 2);
    this.#kernels.pack(this.#vector, this.#codes(segment, row), bits);
    const squares = this.#ints[this.#vector >> 2]!;
    segment.inverse[row % SEGMENT_ROWS] = squares > 0 ? 1 / Math.sqrt(squares) : 0;
  }

  clear(row: number): void {
    const segment = this.#segmentOf(row);
    const codes = this.#codes(segment, row);
    this.#view().fill(0, codes, codes + this.#kernels.codeBytes);
    segment.inverse[row % SEGMENT_ROWS] = 0;
  }

  copy(from: number, to: number): void {
    const { bitBytes, codeBytes } = this.#kernels;
    const [source, target] = [this.#segmentOf(from), this.#segmentOf(to)];
    const bytes = this.#view();
    const codes = this.#codes(source, from);
    bytes.copyWithin(this.#codes(target, to), codes, codes + codeBytes);
    const bits = source.bits + (from % SEGMENT_ROWS) * bitBytes;
    bytes.copyWithin(target.bits + (to % SEGMENT_ROWS) * bitBytes, bits, bits + bitBytes);
    target.inverse[to % SEGMENT_ROWS] = source.inverse[from % SEGMENT_ROWS]!;
  }

  /** Adds the row's unit vector to `out`, times `weight`. */
  addTo(out: Float32Array | Float64Array, row: number, weight: number): void {
    const segment = this.#segmentOf(row);
    const factor = weight * segment.inverse[row % SEGMENT_ROWS]!;
    const codes = this.#codes(segment, row);
    const bytes = this.#view();
    for (let i = 0; i < this.dimensions; i++) out[i]! += factor * bytes[codes + i]!;
  }

  /** The vector that the following calls compare with. */
  ask(query: Float32Array): void {
    const codes = new Int16Array(this.#kernels.memory.buffer, this.#query, this.#kernels.codeBytes);
    this.#writeBits(query, this.#queryBits);
    const scale = scaleTo(QUERY_MAX, query);
    let squares = 0;
    for (let i = 0; i < this.dimensions; i++) {
      const code = Math.round(query[i]! * scale);
      codes[i] = code;
      squares += code * code;
    }
    this.#inverseQuery = squares > 0 ? 1 / Math.sqrt(squares) : 0;
  }

  /** In how many signs every row differs from the query: `out` has room for `count`. */
  distances(out: Uint16Array): void {
    this.#scan((segment, rows, at) => {
      this.#kernels.hamming(segment.bits, rows, this.#queryBits, this.#out);
      out.set(new Uint16Array(this.#kernels.memory.buffer, this.#out, rows), at);
    });
  }

  /**
   * How many signs `wanted` rows differ in at most, estimated from every `stride`th segment: so that about that many,
   * and rather more, are found by `within`.
   */
  likelyLimit(wanted: number, stride: number): number {
    const histogram = new Uint32Array(this.dimensions + 1);
    let seen = 0;
    this.#scan((segment, rows, at) => {
      if ((at / SEGMENT_ROWS) % stride !== 0) return;
      this.#kernels.hamming(segment.bits, rows, this.#queryBits, this.#out);
      const distances = new Uint16Array(this.#kernels.memory.buffer, this.#out, rows);
      for (let i = 0; i < rows; i++) histogram[distances[i]!]!++;
      seen += rows;
    });
    const share = (1.3 * wanted * seen) / this.#count;
    let limit = 0;
    for (let below = histogram[0]!; below < share && limit < this.dimensions; ) below += histogram[++limit]!;
    return limit;
  }

  /** Rows that differ from the query in at most `limit` signs, in order, and in how many each does. */
  within(limit: number): { rows: Int32Array; distances: Uint16Array } {
    const end = this.#found + (SEGMENT_ROWS + 1) * 8;
    let rows = new Int32Array(2048);
    let distances = new Uint16Array(2048);
    let n = 0;
    this.#scan((segment, count, at) => {
      this.#kernels.within(segment.bits, count, this.#queryBits, this.#found, limit, at, end);
      const memory = new Int32Array(this.#kernels.memory.buffer);
      const found = (memory[end >> 2]! - this.#found) >> 3;
      if (n + found > rows.length) {
        rows = grown(rows, n + found);
        distances = grown(distances, n + found);
      }
      for (let i = 0, from = this.#found >> 2; i < found; i++, from += 2) {
        rows[n] = memory[from]!;
        distances[n++] = memory[from + 1]!;
      }
    });
    return { rows: rows.subarray(0, n), distances: distances.subarray(0, n) };
  }

  /** Cosine of every row with the query: `out` has room for `count`. */
  cosines(out: Float32Array): void {
    this.#scan((segment, rows, at) => {
      this.#kernels.dots(segment.codes, rows, this.#query, this.#out);
      const dots = new Int32Array(this.#kernels.memory.buffer, this.#out, rows);
      for (let i = 0; i < rows; i++) out[at + i] = dots[i]! * segment.inverse[i]! * this.#inverseQuery;
    });
  }

  /** Cosine of the rows listed with the query, in their order. */
  cosinesAt(rows: Int32Array, out: Float32Array): void {
    for (let from = 0; from < rows.length; from += SEGMENT_ROWS) {
      const n = Math.min(SEGMENT_ROWS, rows.length - from);
      const list = new Int32Array(this.#kernels.memory.buffer, this.#list, n);
      for (let i = 0; i < n; i++) list[i] = this.#codes(this.#segmentOf(rows[from + i]!), rows[from + i]!);
      this.#kernels.dotsAt(this.#list, n, this.#query, this.#out);
      const dots = new Int32Array(this.#kernels.memory.buffer, this.#out, n);
      for (let i = 0; i < n; i++) {
        const row = rows[from + i]!;
        out[from + i] = dots[i]! * this.#segmentOf(row).inverse[row % SEGMENT_ROWS]! * this.#inverseQuery;
      }
    }
  }

  /** One bit for every value above 0, eight to a byte; padding stays 0. */
  #writeBits(vector: Float32Array | Float64Array, at: number): void {
    const bytes = this.#view();
    for (let from = 0; from < this.dimensions; from += 8) {
      const to = Math.min(from + 8, this.dimensions);
      let byte = 0;
      for (let i = from; i < to; i++) if (vector[i]! > 0) byte |= 1 << (i - from);
      bytes[at + (from >> 3)] = byte;
    }
  }

  #scan(visit: (segment: Segment, rows: number, at: number) => void): void {
    for (let at = 0, s = 0; at < this.#count; at += SEGMENT_ROWS, s++)
      visit(this.#segments[s]!, Math.min(SEGMENT_ROWS, this.#count - at), at);
  }

  #segmentOf(row: number): Segment {
    return this.#segments[Math.floor(row / SEGMENT_ROWS)]!;
  }

  #codes(segment: Segment, row: number): number {
    return segment.codes + (row % SEGMENT_ROWS) * this.#kernels.codeBytes;
  }

  /** The memory's bytes; its buffer is another one after it has grown. */
  #view(): Int8Array {
    const { buffer } = this.#kernels.memory;
    if (this.#bytes.buffer !== buffer) {
      this.#bytes = new Int8Array(buffer);
      this.#floats = new Float32Array(buffer);
      this.#ints = new Int32Array(buffer);
    }
    return this.#bytes;
  }
}

function grown<T extends Int32Array | Uint16Array>(array: T, least: number): T {
  const larger = new (array.constructor as new (length: number) => T)(least * 2);
  larger.set(array);
  return larger;
}

/** The factor that brings a vector's largest value to `max`; 0 for a vector of zeros. */
function scaleTo(max: number, vector: Float32Array | Float64Array): number {
  let largest = 0;
  for (let i = 0; i < vector.length; i++) {
    const size = Math.abs(vector[i]!);
    if (size > largest) largest = size;
  }
  return largest > 0 ? max / largest : 0;
}
