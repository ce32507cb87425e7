import { expect, it } from 'vitest';
import type { Progress, Status } from '../../../contract/status.ts';
import { coverage } from './coverage.ts';

const counts = (change: Partial<Status['counts']>) =>
  ({ chunks: 1000, vectors: 1000, waiting: 0, ...change }) as never;
const progress = (phase: Progress['phase'], total = 0, embedded = 0) =>
  ({ phase, passages: { total, embedded, reused: 0 } }) as Progress;

it('follows the run while it embeds, without asking for the counts again', () => {
  expect(coverage(counts({ vectors: 500, waiting: 40 }), progress('embedding', 500, 120))).toBeCloseTo(0.62);
});

it('stays where it was while paused', () => {
  expect(coverage(counts({ vectors: 500, waiting: 40 }), progress('paused', 500, 120))).toBeCloseTo(0.62);
});

it('goes by the counts where another process does the work', () => {
  expect(coverage(counts({ vectors: 300, waiting: 9 }), progress('idle'))).toBeCloseTo(0.3);
});

it('is whole when nothing waits, though equal passages share a vector', () => {
  expect(coverage(counts({ vectors: 900 }), progress('idle'))).toBe(1);
});

it('is not whole as long as a single passage waits', () => {
  expect(coverage(counts({ chunks: 100_000, waiting: 1 }), progress('embedding', 1, 0))).toBeLessThan(1);
});

it('an empty vault lacks nothing', () => {
  expect(coverage(counts({ chunks: 0, vectors: 0 }), progress('idle'))).toBe(1);
});
