import { expect, it } from 'vitest';
import { ago } from './ago.ts';

const NOW = Date.UTC(2026, 4, 1);

it.each([
  [5, 0, 'second'],
  [61, -1, 'minute'],
  [3 * 3600 + 5, -3, 'hour'],
  [26 * 3600, -1, 'day'],
  [13 * 86_400, -1, 'week'],
  [70 * 86_400, -2, 'month'],
  [800 * 86_400, -2, 'year'],
])('%s seconds ago are %s %s', (seconds, value, unit) => {
  expect(ago(NOW - seconds * 1000, NOW)).toEqual({ value, unit });
});

it('a clock that was put back does not tell of the future', () => {
  expect(ago(NOW + 90_000, NOW)).toEqual({ value: 0, unit: 'second' });
});
