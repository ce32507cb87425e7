/**
 * A writer for the few WebAssembly instructions that the kernels need. Kernels are generated for a model's dimensions
 * when an index is made: loops over a vector are unrolled, and no binary has to be built or shipped.
 */

export type Code = readonly number[];

export interface WasmMemory {
  readonly buffer: ArrayBuffer;
  /** Adds pages of 64 KiB; `buffer` is another one afterwards. */
  grow(pages: number): number;
}

/** The part of the WebAssembly API used here: it is typed with the browser's library only. */
interface Wasm {
  readonly Memory: new (limits: { initial: number; maximum: number }) => WasmMemory;
  readonly Module: new (bytes: Uint8Array<ArrayBuffer>) => object;
  readonly Instance: new (module: object, imports: { env: { memory: WasmMemory } }) => { exports: object };
}

export const wasm = (globalThis as unknown as { WebAssembly: Wasm }).WebAssembly;

const I32 = 0x7f;
const V128 = 0x7b;

/** Unsigned LEB128. */
function leb(n: number): number[] {
  const bytes: number[] = [];
  do {
    const low = n & 0x7f;
    n >>>= 7;
    bytes.push(n === 0 ? low : low | 0x80);
  } while (n !== 0);
  return bytes;
}

/** Signed LEB128. */
function sleb(n: number): number[] {
  const bytes: number[] = [];
  for (;;) {
    const low = n & 0x7f;
    n >>= 7;
    if ((n === 0 && !(low & 0x40)) || (n === -1 && low & 0x40)) {
      bytes.push(low);
      return bytes;
    }
    bytes.push(low | 0x80);
  }
}

const simd = (op: number): number[] => [0xfd, ...leb(op)];
const memory = (align: number, offset: number): number[] => [align, ...leb(offset)];

/** Mnemonics, named as in the WebAssembly text format. */
export const op = {
  get: (local: number): number[] => [0x20, ...leb(local)],
  set: (local: number): number[] => [0x21, ...leb(local)],
  const: (value: number): number[] => [0x41, ...sleb(value)],
  add: [0x6a],
  sub: [0x6b],
  shl: [0x74],
  /** 1 where the first is not above the second, both unsigned. */
  notAbove: [0x4d],
  load: (offset = 0): number[] => [0x28, ...memory(2, offset)],
  store: (offset = 0): number[] => [0x36, ...memory(2, offset)],
  store16: (offset = 0): number[] => [0x3b, ...memory(1, offset)],
  f32: (value: number): number[] => [0x43, ...new Uint8Array(Float32Array.of(value).buffer)],
  f32max: [0x97],
  f32div: [0x95],
  vload: (offset: number): number[] => [...simd(0x00), ...memory(4, offset)],
  /** Eight signed bytes widened to i16x8. */
  vload8x8: (offset: number): number[] => [...simd(0x01), ...memory(3, offset)],
  vxor: simd(0x51),
  vpopcnt: simd(0x62),
  i8x16add: simd(0x6e),
  vstore: (offset: number): number[] => [...simd(0x0b), ...memory(4, offset)],
  vzero: [...simd(0x0c), ...Array<number>(16).fill(0)],
  f32x4splat: simd(0x13),
  f32lane: (n: number): number[] => [...simd(0x1f), n],
  f32x4above: simd(0x44),
  f32x4nearest: simd(0x6a),
  f32x4abs: simd(0xe0),
  f32x4mul: simd(0xe6),
  f32x4max: simd(0xe9),
  /** Whole numbers of floats; what does not fit becomes the nearest that does. */
  i32x4fromF32: simd(0xf8),
  /** Two vectors of lanes as one of lanes half as wide; what does not fit becomes the nearest that does. */
  i16x8narrow: simd(0x85),
  i8x16narrow: simd(0x65),
  /** The highest bit of every lane, as bits of an i32. */
  i8x16bitmask: simd(0x64),
  /** Sums of neighbouring unsigned lanes, twice as wide. */
  i16x8pairs: simd(0x7d),
  i32x4pairs: simd(0x7f),
  i32x4add: simd(0xae),
  /** Products of i16 lanes, neighbours summed to i32. */
  i32x4dot: simd(0xba),
  lane: (n: number): number[] => [...simd(0x1b), n],
  /** Runs `body` while `condition` leaves something other than 0. */
  while: (condition: Code, body: Code): number[] => [
    ...[0x02, 0x40, 0x03, 0x40],
    ...condition,
    ...[0x45, 0x0d, 0x01],
    ...body,
    ...[0x0c, 0x00, 0x0b, 0x0b],
  ],
} as const;

/** The four i32 lanes of a local, summed. */
export const laneSum = (local: number): number[] => [
  ...[0, 1, 2, 3].flatMap((n) => [...op.get(local), ...op.lane(n)]),
  ...op.add,
  ...op.add,
  ...op.add,
];

export interface WasmFunction {
  readonly name: string;
  /** i32 parameters; no result. */
  readonly params: number;
  /** Further locals, numbered on from the parameters: i32 first, then v128. */
  readonly i32s: number;
  readonly v128s: number;
  readonly body: Code;
}

const section = (id: number, content: Code): number[] => [id, ...leb(content.length), ...content];
const text = (s: string): number[] => [...leb(s.length), ...new TextEncoder().encode(s)];

/** A module of functions over one imported memory, `env.memory`. */
export function wasmModule(functions: readonly WasmFunction[], maxPages: number): Uint8Array<ArrayBuffer> {
  const count = leb(functions.length);
  const bodies = functions.map((f) => {
    const groups = [
      [f.i32s, I32],
      [f.v128s, V128],
    ].filter(([n]) => n !== 0) as [number, number][];
    const content = [...leb(groups.length), ...groups.flatMap(([n, t]) => [...leb(n), t]), ...f.body, 0x0b];
    return [...leb(content.length), ...content];
  });
  return Uint8Array.from([
    ...[0x00, 0x61, 0x73, 0x6d, 0x01, 0x00, 0x00, 0x00],
    ...section(1, [
      ...count,
      ...functions.flatMap((f) => [0x60, ...leb(f.params), ...Array<number>(f.params).fill(I32), 0]),
    ]),
    ...section(2, [1, ...text('env'), ...text('memory'), 0x02, 0x01, ...leb(1), ...leb(maxPages)]),
    ...section(3, [...count, ...functions.flatMap((_, i) => leb(i))]),
    ...section(7, [...count, ...functions.flatMap((f, i) => [...text(f.name), 0, ...leb(i)])]),
    ...section(10, [...count, ...bodies.flat()]),
  ]);
}
