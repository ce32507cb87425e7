import { expect, it } from 'vitest';
import { zoomStep } from './zoom.ts';

it.each([
  [1, 1, 1.1],
  [1, -1, 0.9],
  [1.18, 1, 1.25],
  [1.18, -1, 1.1],
  [2, 1, null],
  [0.7, -1, null],
] as const)('from %s by %s to %s', (now, direction, next) => {
  expect(zoomStep(now, direction)).toBe(next);
});
