import fc from 'fast-check';
import { expect, it } from 'vitest';
import { HALF } from './half.ts';
import { floatsToQ4, q4ToFloats } from './q4.ts';

const decode = (bytes: Uint8Array) => {
  const out = new Float32Array((bytes.length / 18) * 32);
  q4ToFloats(bytes, 0, bytes.length / 18, out, 0);
  return out;
};

it('reads weight j from the low half of byte j and weight j + 16 from the high half', () => {
  const bytes = new Uint8Array(18).fill(0x88);
  bytes.set([0x00, 0x38], 0); // scale .5
  bytes[2] = 0x9f; // weight 0: 15, weight 16: 9
  bytes[17] = 0x08; // weight 15: 8, weight 31: 0
  const values = decode(bytes);
  expect(values[0]).toBe(3.5);
  expect(values[16]).toBe(0.5);
  expect(values[15]).toBe(0);
  expect(values[31]).toBe(-4);
  expect(values[1]).toBe(0);
});

const weights = fc
  .array(fc.float({ min: -4, max: 4, noNaN: true }), { minLength: 32, maxLength: 32 })
  .map((values) => Float32Array.from(values));

it('gives back unchanged what is Q4_0 already', () => {
  fc.assert(
    fc.property(weights, (values) => {
      const once = floatsToQ4(values);
      // A scale that is no normal half cannot be found again from the rounded weights.
      fc.pre(Math.abs(HALF[once[0]! | (once[1]! << 8)]!) > 2 ** -14);
      expect(floatsToQ4(decode(once))).toEqual(once);
    }),
  );
});

it('is never further off than one step, and nowhere but at the far end than half a step', () => {
  fc.assert(
    fc.property(weights, (values) => {
      const bytes = floatsToQ4(values);
      const scale = Math.abs(HALF[bytes[0]! | (bytes[1]! << 8)]!);
      const far = Math.max(...values.map(Math.abs));
      decode(bytes).forEach((v, i) => {
        const bound = Math.abs(values[i]!) > far * 0.93 ? 1 : 0.5;
        // Eight times the error of a scale: a hundredth of the largest, or, below the normal halves, half their least.
        const rounding = far * 1e-2 + 8 * 2 ** -25;
        expect(Math.abs(v - values[i]!)).toBeLessThanOrEqual(bound * scale + rounding);
      });
    }),
  );
});

it('refuses what is no whole block', () => {
  expect(() => floatsToQ4(new Float32Array(33))).toThrow(RangeError);
});
