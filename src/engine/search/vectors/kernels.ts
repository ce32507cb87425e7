import { type Code, laneSum, op, type WasmMemory, wasm, wasmModule } from './wasm.ts';

/**
 * The two inner loops of vector search, over one growing memory that holds the vectors. Addresses are byte offsets
 * into that memory. A vector is stored twice: as sign bits for a coarse scan, and as signed bytes for scoring.
 */
export interface Kernels {
  readonly memory: WasmMemory;
  /** Bytes of one vector's bits, and of its codes: multiples of 16, padded with zeros. */
  readonly bitBytes: number;
  readonly codeBytes: number;
  /** Writes to `out` (u16 each) in how many bits each of `count` consecutive bit rows differs from the query's. */
  hamming(rows: number, count: number, query: number, out: number): void;
  /** Writes to `out` (i32 each) the dot products of `count` consecutive code rows with `query` (i16 × codeBytes). */
  dots(rows: number, count: number, query: number, out: number): void;
  /** The same for code rows whose addresses are listed at `rows` (i32 each). */
  dotsAt(rows: number, count: number, query: number, out: number): void;
}

const PAGE = 65_536;
const MAX_PAGES = 65_536;
/** Bit counts are summed in bytes: 31 blocks of at most 8 per lane fit. */
const MAX_DIMENSIONS = 31 * 128;

const roundUp = (n: number, to: number): number => Math.ceil(n / to) * to;

// Parameters of every kernel, and its i32 locals.
const [ROWS, COUNT, QUERY, OUT, ROW] = [0, 1, 2, 3, 4] as const;

function hammingBody(blocks: number): Code {
  const acc = 5;
  const query = (block: number) => acc + 1 + block;
  const range = [...Array(blocks).keys()];
  return [
    ...range.flatMap((b) => [...op.get(QUERY), ...op.vload(b * 16), ...op.set(query(b))]),
    ...op.while(op.get(COUNT), [
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
      ...op.get(OUT),
      ...laneSum(acc),
      ...op.store16(),
      ...advance(ROWS, blocks * 16),
      ...advance(OUT, 2),
      ...advance(COUNT, -1),
    ]),
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
      { name: 'dots', params: 4, i32s: 1, v128s: 1, body: dotsBody(codeBytes, false) },
      { name: 'dotsAt', params: 4, i32s: 1, v128s: 1, body: dotsBody(codeBytes, true) },
    ],
    MAX_PAGES,
  );
  const { exports } = new wasm.Instance(new wasm.Module(bytes), { env: { memory } });
  const { hamming, dots, dotsAt } = exports as unknown as Pick<Kernels, 'hamming' | 'dots' | 'dotsAt'>;
  return { memory, bitBytes, codeBytes, hamming, dots, dotsAt };
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
