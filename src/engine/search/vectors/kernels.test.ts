import { describe, expect, test } from 'vitest';
import { Arena, createKernels } from './kernels.ts';
import { seeded } from './made-vectors.ts';

const ROWS = 37;

/** Kernels with random rows and a random query, and plain copies of both. */
function world(dimensions: number) {
  const kernels = createKernels(dimensions);
  const arena = new Arena(kernels.memory);
  const bits = arena.take(ROWS * kernels.bitBytes);
  const codes = arena.take(ROWS * kernels.codeBytes);
  const queryBits = arena.take(kernels.bitBytes);
  const query = arena.take(kernels.codeBytes * 2);
  const out = arena.take(ROWS * 4);
  const list = arena.take(ROWS * 4);
  const random = seeded(dimensions);
  const buffer = kernels.memory.buffer;
  const fill = <T extends Uint8Array | Int8Array | Int16Array>(array: T, value: () => number): T => {
    for (let i = 0; i < array.length; i++) array[i] = value();
    return array;
  };
  const byte = () => Math.floor(random() * 256);
  return {
    kernels,
    at: { bits, codes, queryBits, query, out, list },
    bits: fill(new Uint8Array(buffer, bits, ROWS * kernels.bitBytes), byte),
    queryBits: fill(new Uint8Array(buffer, queryBits, kernels.bitBytes), byte),
    codes: fill(new Int8Array(buffer, codes, ROWS * kernels.codeBytes), () => byte() - 128),
    query: fill(new Int16Array(buffer, query, kernels.codeBytes), () => Math.floor(random() * 4095) - 2047),
  };
}

const ones = (byte: number): number => byte.toString(2).replaceAll('0', '').length;

describe.each([7, 100, 128, 384, 768, 1024])('%i dimensions', (dimensions) => {
  test('hamming counts the bits that differ, row by row', () => {
    const { kernels, at, bits, queryBits } = world(dimensions);
    kernels.hamming(at.bits, ROWS, at.queryBits, at.out);
    const expected = Array.from({ length: ROWS }, (_, row) =>
      queryBits.reduce((sum, byte, i) => sum + ones(byte ^ bits[row * kernels.bitBytes + i]!), 0),
    );
    expect([...new Uint16Array(kernels.memory.buffer, at.out, ROWS)]).toEqual(expected);
  });

  test('pack gives bytes, bits and the squared length of a vector, padding left at 0', () => {
    const { kernels, at } = world(dimensions);
    const random = seeded(dimensions + 1);
    const arena = new Arena(kernels.memory);
    arena.take(at.list + ROWS * 4);
    const vector = arena.take(kernels.codeBytes * 4);
    for (const scale of [1, 1e-4, 1e4, 0]) {
      const values = Float32Array.from({ length: dimensions }, () => (random() - 0.4) * scale);
      new Float32Array(kernels.memory.buffer, vector, dimensions).set(values);
      kernels.pack(vector, at.codes, at.bits);
      const codes = [...new Int8Array(kernels.memory.buffer, at.codes, kernels.codeBytes)];
      const largest = values.reduce((most, x) => Math.max(most, Math.abs(x)), 0);
      for (const [i, code] of codes.entries()) {
        const exact = largest > 0 ? ((values[i] ?? 0) / largest) * 127 : 0;
        expect(Math.abs(code - exact)).toBeLessThanOrEqual(0.5001);
      }
      const bits = new Uint8Array(kernels.memory.buffer, at.bits, kernels.codeBytes / 8);
      const set = codes.map((_, i) => ((bits[i >> 3]! >> (i & 7)) & 1) === 1);
      expect(set).toEqual(codes.map((_, i) => (values[i] ?? 0) > 0));
      const squares = new Int32Array(kernels.memory.buffer, vector, 1)[0];
      expect(squares).toBe(codes.reduce((sum, code) => sum + code * code, 0));
    }
  });

  test('within gives the rows whose bits differ in no more than a limit', () => {
    const { kernels, at } = world(dimensions);
    kernels.hamming(at.bits, ROWS, at.queryBits, at.out);
    const distances = [...new Uint16Array(kernels.memory.buffer, at.out, ROWS)];
    const arena = new Arena(kernels.memory);
    arena.take(at.list + ROWS * 4);
    const out = arena.take((ROWS + 1) * 8);
    const end = arena.take(16);
    for (const limit of [0, distances.toSorted((a, b) => a - b)[9]!, dimensions * 2]) {
      kernels.within(at.bits, ROWS, at.queryBits, out, limit, 100, end);
      const memory = new Int32Array(kernels.memory.buffer);
      const found = memory.subarray(out >> 2, memory[end >> 2]! >> 2);
      const expected = distances.flatMap((distance, row) => (distance <= limit ? [100 + row, distance] : []));
      expect([...found]).toEqual(expected);
    }
  });

  test('dots and dotsAt multiply signed bytes with 16-bit numbers', () => {
    const { kernels, at, codes, query } = world(dimensions);
    const dot = (row: number) =>
      query.reduce((sum, value, i) => sum + value * codes[row * kernels.codeBytes + i]!, 0);
    kernels.dots(at.codes, ROWS, at.query, at.out);
    const out = new Int32Array(kernels.memory.buffer, at.out, ROWS);
    expect([...out]).toEqual(Array.from({ length: ROWS }, (_, row) => dot(row)));
    const listed = [5, 5, 36, 0];
    new Int32Array(kernels.memory.buffer, at.list, 4).set(
      listed.map((r) => at.codes + r * kernels.codeBytes),
    );
    kernels.dotsAt(at.list, 4, at.query, at.out);
    expect([...out.subarray(0, 4)]).toEqual(listed.map(dot));
  });
});

test('rows are padded to whole SIMD blocks', () => {
  expect(createKernels(384)).toMatchObject({ bitBytes: 48, codeBytes: 384 });
  expect(createKernels(100)).toMatchObject({ bitBytes: 16, codeBytes: 112 });
});

test('the largest values do not overflow', () => {
  const dimensions = 1024;
  const { kernels, at, codes, query, bits, queryBits } = world(dimensions);
  codes.fill(-128);
  query.fill(2047);
  kernels.dots(at.codes, 1, at.query, at.out);
  expect(new Int32Array(kernels.memory.buffer, at.out, 1)[0]).toBe(-128 * 2047 * dimensions);
  bits.fill(0xff);
  queryBits.fill(0);
  kernels.hamming(at.bits, 1, at.queryBits, at.out);
  expect(new Uint16Array(kernels.memory.buffer, at.out, 1)[0]).toBe(dimensions);
});

test('dimensions that the kernels cannot count are refused', () => {
  for (const dimensions of [0, -1, 1.5, 5000]) expect(() => createKernels(dimensions)).toThrow(RangeError);
});

test('an arena gives aligned, separate, zeroed pieces and grows its memory', () => {
  const { memory } = createKernels(8);
  const arena = new Arena(memory);
  const [a, b] = [arena.take(5), arena.take(200_000)];
  expect(a % 16).toBe(0);
  expect(b).toBe(a + 16);
  expect(memory.buffer.byteLength).toBeGreaterThanOrEqual(b + 200_000);
  expect(new Uint8Array(memory.buffer, b, 200_000).every((byte) => byte === 0)).toBe(true);
});
