import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { channelGrid, quantiseColumns } from './quantise.ts';

const matrix = (inputs: number, outputs: number) =>
  fc
    .array(fc.float({ min: -3, max: 3, noNaN: true }), {
      minLength: inputs * outputs,
      maxLength: inputs * outputs,
    })
    .map((values) => Float32Array.from(values));

describe('weights in signed bytes', () => {
  it('never let two neighbouring products overflow 16 bits, whatever the input', () => {
    fc.assert(
      fc.property(matrix(8, 3), (weight) => {
        const { values } = quantiseColumns(weight, 3);
        for (let i = 0; i < 8; i += 2)
          for (let o = 0; o < 3; o++) {
            const [a, b] = [values[i * 3 + o]!, values[(i + 1) * 3 + o]!];
            expect(255 * (Math.max(a, 0) + Math.max(b, 0))).toBeLessThanOrEqual(32767);
            expect(255 * (Math.min(a, 0) + Math.min(b, 0))).toBeGreaterThanOrEqual(-32768);
          }
      }),
    );
  });

  it('are at most half a step off', () => {
    fc.assert(
      fc.property(matrix(6, 2), (weight) => {
        const { values, scales } = quantiseColumns(weight, 2);
        weight.forEach((w, i) => {
          const scale = scales[i % 2]!;
          expect(Math.abs(values[i]! * scale - w)).toBeLessThanOrEqual(scale * 0.5001);
        });
      }),
    );
  });

  it('use the whole byte where neighbours allow it', () => {
    const { values } = quantiseColumns(Float32Array.of(2, -1.9), 1);
    expect([...values]).toEqual([127, -121]);
  });

  it('keep a column of zeros', () => {
    expect([...quantiseColumns(new Float32Array(4), 1).values]).toEqual([0, 0, 0, 0]);
  });

  it('refuse an odd number of inputs', () => {
    expect(() => quantiseColumns(new Float32Array(3), 1)).toThrow(RangeError);
  });
});

describe('the grid of an input', () => {
  it('holds every channel’s range, with the headroom asked for', () => {
    const stats = {
      min: Float32Array.of(-1, 5, -0.01),
      max: Float32Array.of(3, 6, 0.02),
      mean: new Float32Array(3),
    };
    const { step, zero } = channelGrid(stats, [Float32Array.of(1, 2, 0.5, 0.1, 3, 3)], 0.1);
    for (let c = 0; c < 3; c++) {
      const room = 0.1 * (stats.max[c]! - stats.min[c]!);
      expect((stats.min[c]! - room) / step[c]! + zero[c]!).toBeGreaterThanOrEqual(-0.01);
      expect((stats.max[c]! + room) / step[c]! + zero[c]!).toBeLessThanOrEqual(255.01);
    }
  });

  it('survives a channel that never moves and a weight that is zero', () => {
    const still = Float32Array.of(2, 2);
    const { step, zero } = channelGrid({ min: still, max: still, mean: still }, [new Float32Array(4)], 0.1);
    for (const value of [...step, ...zero]) expect(Number.isFinite(value)).toBe(true);
  });
});
