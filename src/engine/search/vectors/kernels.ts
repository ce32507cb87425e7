import { type Code, laneSum, op, type WasmMemory, wasm, wasmModule } from './wasm.ts';

/**
 * The inner loops of vector search, over one growing memory that holds the vectors. Addresses are byte offsets
 * into that memory. A vector is stored twice: as sign bits for a coarse scan, and as signed bytes for scoring.
 */
export interface Kernels {
  readonly memory: WasmMemory;
  /** Bytes of one vector's bits, and of its codes: multiples of 16, padded with zeros. */
  readonly bitBytes: number;
  readonly codeBytes: number;
  /** Writes to `out` (u16 each) in how many bits each of `count` consecutive bit rows differs from the query's. */
  hamming(rows: number, count: number, query: number, out: number): void;
  /**
   * Writes to `out` the rows whose bits differ from the query's in no more than `limit`: for each its number, counted
   * from `first`, and its distance (i32 each). Writes to `end` where it stopped writing; `out` has room for one more.
   */
  within(
    rows: number,
    count: number,
    query: number,
    out: number,
    limit: number,
    first: number,
    end: number,
  ): void;
  /** Writes to `out` (i32 each) the dot products of `count` consecutive code rows with `query` (i16 × codeBytes). */
  dots(rows: number, count: number, query: number, out: number): void;
  /**
   * Writes a vector (f32 × codeBytes, padded with zeros) as signed bytes, the largest of them ±127, to `codes`, and as
   * bits, one for every value above 0, to `bits`; the sum of the squared bytes (i32) over the vector's first value.
   */
  pack(vector: number, codes: number, bits: number): void;
  /** The same for code rows whose addresses are listed at `rows` (i32 each). */
  dotsAt(rows: number, count: number, query: number, out: number): void;
}

/** Largest code of a stored vector. */
const ROW_MAX = 127;

const PAGE = 65_536;
const MAX_PAGES = 65_536;
/** Bit counts are summed in bytes: 31 blocks of at most 8 per lane fit. */
const MAX_DIMENSIONS = 31 * 128;

const roundUp = (n: number, to: number): number => Math.ceil(n / to) * to;

// Parameters of every kernel, and its i32 locals.
const [ROWS, COUNT, QUERY, OUT, ROW] = [0, 1, 2, 3, 4] as const;

/** Loads the query's blocks into locals, and leaves in the local `acc` four counts of the bits in which a row differs. */
function differing(blocks: number, acc: number): { load: Code; count: Code } {
  const query = (block: number) => acc + 1 + block;
  const range = [...Array(blocks).keys()];
  return {
    load: range.flatMap((b) => [...op.get(QUERY), ...op.vload(b * 16), ...op.set(query(b))]),
    count: [
      ...range.flatMap((b) => [
        ...op.get(ROWS),
        ...op.vload(b * 16),
        ...op.get(query(b)),
        ...op.vxor,
        ...op.vpopcnt,
        ...(b > 0 ? op.i8x16add : []),
      ]),
      ...op.i16x8pairs,
      ...op.i32x4pairs,
      ...op.set(acc),
    ],
  };
}

function hammingBody(blocks: number): Code {
  const acc = 5;
  const { load, count } = differing(blocks, acc);
  return [
    ...load,
    ...op.while(op.get(COUNT), [
      ...count,
      ...op.get(OUT),
      ...laneSum(acc),
      ...op.store16(),
      ...advance(ROWS, blocks * 16),
      ...advance(OUT, 2),
      ...advance(COUNT, -1),
    ]),
  ];
}

/** Every row is written, and the next one over it unless it is near enough: there is no branch to be guessed wrong. */
function withinBody(blocks: number): Code {
  const [limit, first, end, distance, acc] = [4, 5, 6, 7, 8] as const;
  const { load, count } = differing(blocks, acc);
  return [
    ...load,
    ...op.while(op.get(COUNT), [
      ...count,
      ...[...laneSum(acc), ...op.set(distance)],
      ...[...op.get(OUT), ...op.get(first), ...op.store()],
      ...[...op.get(OUT), ...op.get(distance), ...op.store(4)],
      ...[...op.get(OUT), ...op.get(distance), ...op.get(limit), ...op.notAbove],
      ...[...op.const(3), ...op.shl, ...op.add, ...op.set(OUT)],
      ...advance(ROWS, blocks * 16),
      ...advance(first, 1),
      ...advance(COUNT, -1),
    ]),
    ...[...op.get(end), ...op.get(OUT), ...op.store()],
  ];
}

function dotsBody(bytes: number, listed: boolean): Code {
  const acc = 5;
  const steps = [...Array(bytes / 8).keys()];
  return op.while(op.get(COUNT), [
    ...op.get(ROWS),
    ...(listed ? op.load() : []),
    ...op.set(ROW),
    ...steps.flatMap((s) => [
      ...op.get(ROW),
      ...op.vload8x8(s * 8),
      ...op.get(QUERY),
      ...op.vload(s * 16),
      ...op.i32x4dot,
      ...(s > 0 ? op.i32x4add : []),
    ]),
    ...op.set(acc),
    ...op.get(OUT),
    ...laneSum(acc),
    ...op.store(),
    ...advance(ROWS, listed ? 4 : bytes),
    ...advance(OUT, 4),
    ...advance(COUNT, -1),
  ]);
}

/** Sixteen values at a time, but for the largest, which is looked for first. */
function packBody(values: number): Code {
  const [vector, codes, bits, scale, squares, low, high] = [0, 1, 2, 3, 4, 5, 6] as const;
  const four = (at: number) => [...op.get(vector), ...op.vload(at * 4)];
  const scaled = (at: number) => [
    ...four(at),
    ...op.get(scale),
    ...op.f32x4mul,
    ...op.f32x4nearest,
    ...op.i32x4fromF32,
  ];
  const above = (at: number) => [...four(at), ...op.vzero, ...op.f32x4above];
  const sixteens = [...Array(values / 16).keys()].map((n) => n * 16);
  return [
    ...op.vzero,
    ...[...Array(values / 4).keys()].flatMap((n) => [...four(n * 4), ...op.f32x4abs, ...op.f32x4max]),
    ...op.set(scale),
    ...op.f32(ROW_MAX),
    ...[0, 1, 2, 3].flatMap((n) => [...op.get(scale), ...op.f32lane(n), ...(n > 0 ? op.f32max : [])]),
    // Of a vector of zeros nothing else becomes anything else.
    ...[...op.f32(1e-30), ...op.f32max, ...op.f32div, ...op.f32x4splat, ...op.set(scale)],
    ...[...op.vzero, ...op.set(squares)],
    ...sixteens.flatMap((at) => [
      ...[...scaled(at), ...scaled(at + 4), ...op.i16x8narrow, ...op.set(low)],
      ...[...scaled(at + 8), ...scaled(at + 12), ...op.i16x8narrow, ...op.set(high)],
      ...[...op.get(codes), ...op.get(low), ...op.get(high), ...op.i8x16narrow, ...op.vstore(at)],
      ...[...op.get(squares), ...op.get(low), ...op.get(low), ...op.i32x4dot, ...op.i32x4add],
      ...[...op.get(high), ...op.get(high), ...op.i32x4dot, ...op.i32x4add, ...op.set(squares)],
      ...op.get(bits),
      ...[...above(at), ...above(at + 4), ...op.i16x8narrow],
      ...[...above(at + 8), ...above(at + 12), ...op.i16x8narrow],
      ...[...op.i8x16narrow, ...op.i8x16bitmask, ...op.store16(at / 8)],
    ]),
    ...[...op.get(vector), ...laneSum(squares), ...op.store()],
  ];
}

const advance = (local: number, by: number): Code => [
  ...op.get(local),
  ...op.const(by),
  ...op.add,
  ...op.set(local),
];

/** Kernels for vectors of `dimensions`, with a memory of their own. */
export function createKernels(dimensions: number): Kernels {
  if (!Number.isInteger(dimensions) || dimensions < 1 || dimensions > MAX_DIMENSIONS)
    throw new RangeError(`dimensions must be 1 to ${MAX_DIMENSIONS}, not ${dimensions}`);
  const bitBytes = roundUp(dimensions, 128) / 8;
  const codeBytes = roundUp(dimensions, 16);
  const memory = new wasm.Memory({ initial: 1, maximum: MAX_PAGES });
  const bytes = wasmModule(
    [
      { name: 'hamming', params: 4, i32s: 1, v128s: 1 + bitBytes / 16, body: hammingBody(bitBytes / 16) },
      { name: 'within', params: 7, i32s: 1, v128s: 1 + bitBytes / 16, body: withinBody(bitBytes / 16) },
      { name: 'dots', params: 4, i32s: 1, v128s: 1, body: dotsBody(codeBytes, false) },
      { name: 'pack', params: 3, i32s: 0, v128s: 4, body: packBody(codeBytes) },
      { name: 'dotsAt', params: 4, i32s: 1, v128s: 1, body: dotsBody(codeBytes, true) },
    ],
    MAX_PAGES,
  );
  const { exports } = new wasm.Instance(new wasm.Module(bytes), { env: { memory } });
  const { hamming, within, dots, pack, dotsAt } = exports as unknown as Kernels;
  return { memory, bitBytes, codeBytes, hamming, within, dots, pack, dotsAt };
}

/** Hands out pieces of a memory, each aligned to 16 bytes; nothing is given back before the memory itself. */
export class Arena {
  readonly memory: WasmMemory;
  #used = 16;

  constructor(memory: WasmMemory) {
    this.memory = memory;
  }

  /** Address of `bytes` fresh bytes, all 0. Views made earlier over the memory's buffer may have become invalid. */
  take(bytes: number): number {
    const at = this.#used;
    this.#used = roundUp(at + bytes, 16);
    const missing = this.#used - this.memory.buffer.byteLength;
    if (missing > 0) this.memory.grow(Math.ceil(missing / PAGE));
    return at;
  }

  get bytes(): number {
    return this.#used;
  }
}
