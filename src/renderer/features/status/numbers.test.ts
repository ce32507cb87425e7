import { expect, it } from 'vitest';
import { timeLeft } from './numbers.ts';

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
