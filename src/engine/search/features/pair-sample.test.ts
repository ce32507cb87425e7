import fc from 'fast-check';
import { expect, test } from 'vitest';
import { PairSample } from './pair-sample.ts';

function drawn(scores: (asked: number, other: number) => number, notes: number): PairSample {
  const sample = new PairSample(4);
  const slots = Array.from({ length: notes }, (_, i) => i);
  const row = (asked: number) => Float32Array.from(slots, (other) => scores(asked, other));
  for (const _ of sample.draw({ version: 1, slots }, row));
  return sample;
}

test('a percentile is the share of pairs that score less', () => {
  const sample = drawn((a, b) => (a + b) / 10, 11);
  const all: number[] = [];
  for (let a = 0; a < 11; a++) for (let b = 0; b < 11; b++) if (a !== b) all.push((a + b) / 10);
  for (const score of [0.25, 0.75, 1.25, 1.75]) {
    const below = all.filter((s) => s < score).length / all.length;
    expect(sample.percentileOf(score)).toBeCloseTo(100 * below, 0);
  }
  expect([sample.percentileOf(-1), sample.percentileOf(4)]).toEqual([0, 100]);
});

test('percentiles grow with the score, whatever the scores are', () => {
  fc.assert(
    fc.property(
      fc.array(fc.double({ min: 0, max: 5, noNaN: true }), { minLength: 6, maxLength: 40 }),
      (seeds) => {
        const sample = drawn((a, b) => seeds[(a * 7 + b) % seeds.length]!, 8);
        let before = 0;
        for (let score = 0; score <= 5; score += 0.05) {
          const now = sample.percentileOf(score);
          expect(now).toBeGreaterThanOrEqual(before);
          expect(now).toBeLessThanOrEqual(100);
          before = now;
        }
      },
    ),
  );
});

test('it is stale at first, and again when an eighth of the notes has changed', () => {
  expect(new PairSample(4).isStale(0, 0)).toBe(true);
  const sample = drawn(() => 1, 80);
  expect(sample.isStale(11, 80)).toBe(false);
  expect(sample.isStale(12, 80)).toBe(true);
});

test('without pairs nothing is closer than any', () => {
  expect(drawn(() => 1, 1).percentileOf(2)).toBe(0);
});
