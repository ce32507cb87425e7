import { expect, it } from 'vitest';
import { sizeIn, timeLeft } from './numbers.ts';

it.each([
  [0.2, 'status.left.seconds', { n: 1 }],
  [41.3, 'status.left.seconds', { n: 42 }],
  [90, 'status.left.minutes', { n: 2 }],
  [3599, 'status.left.minutes', { n: 60 }],
  [3601, 'status.left.hours', { h: 1, m: 1 }],
  [7199, 'status.left.hours', { h: 2, m: 0 }],
])('%s seconds', (seconds, id, values) => {
  expect(timeLeft(seconds)).toEqual({ id, values });
});

it.each([
  [0, 0, 'byte'],
  [999, 999, 'byte'],
  [12_300, 12.3, 'kilobyte'],
  [999_900, 0.9999, 'megabyte'],
  [3_210_000_000, 3.21, 'gigabyte'],
])('%s bytes', (bytes, value, unit) => {
  const size = sizeIn(bytes);
  expect(size.value).toBeCloseTo(value, 6);
  expect(size.unit).toBe(unit);
});
