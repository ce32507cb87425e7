import fc from 'fast-check';
import { expect, it } from 'vitest';
import { floatsToHalves, HALF, halvesToFloats, toHalf } from './half.ts';

it('brings back every half', () => {
  for (let bits = 0; bits < 65536; bits++) {
    const value = HALF[bits]!;
    if (Number.isNaN(value)) expect(Number.isNaN(HALF[toHalf(value)]!)).toBe(true);
    else expect(toHalf(value)).toBe(bits);
  }
});

it('reads the numbers that the format’s definition names', () => {
  expect(HALF[0x3c00]).toBe(1);
  expect(HALF[0xc000]).toBe(-2);
  expect(HALF[0x7bff]).toBe(65504);
  expect(HALF[0x0001]).toBe(2 ** -24);
  expect(HALF[0x7c00]).toBe(Number.POSITIVE_INFINITY);
});

it('rounds to the nearest half, ties to even', () => {
  expect(toHalf(1 + 1 / 2048)).toBe(0x3c00);
  expect(toHalf(1 + 3 / 2048)).toBe(0x3c02);
  expect(toHalf(65519)).toBe(0x7bff);
  expect(toHalf(65520)).toBe(0x7c00);
  expect(toHalf(2 ** -25)).toBe(0);
  expect(toHalf(3 * 2 ** -25)).toBe(2);
});

it('is never further off than half a step', () => {
  fc.assert(
    fc.property(fc.float({ min: -65000, max: 65000, noNaN: true }), (x) => {
      const half = HALF[toHalf(x)]!;
      const step = Math.max(2 ** -24, 2 ** (Math.floor(Math.log2(Math.abs(x) || 1)) - 10));
      expect(Math.abs(half - x)).toBeLessThanOrEqual(step / 2);
    }),
  );
});

it('reads and writes little-endian, from any offset', () => {
  const bytes = floatsToHalves(Float32Array.of(1, -2, 0.5));
  expect([...bytes]).toEqual([0x00, 0x3c, 0x00, 0xc0, 0x00, 0x38]);
  const shifted = new Uint8Array(7);
  shifted.set(bytes, 1);
  expect([...halvesToFloats(shifted.subarray(1))]).toEqual([1, -2, 0.5]);
});
