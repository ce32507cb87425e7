import { expect, it } from 'vitest';
import type { Progress } from '../../../contract/status.ts';
import { amounts, share } from './work.ts';

const progress = (phase: Progress['phase'], read: number, embedded: number): Progress => ({
  phase,
  notes: { total: 100, done: read, failed: 0 },
  passages: { total: 400, embedded, reused: 0 },
  rate: null,
  secondsLeft: null,
  current: null,
});

it('counts notes while they are read', () => {
  expect(amounts(progress('reading', 25, 0))).toEqual({ unit: 'notes', done: 25, total: 100 });
  expect(share(progress('reading', 25, 0))).toBe(0.25);
});

it('counts passages while the model reads', () => {
  expect(amounts(progress('embedding', 100, 100))).toEqual({ unit: 'passages', done: 100, total: 400 });
});

it('a pause keeps what is counted', () => {
  expect(amounts(progress('paused', 25, 0)).unit).toBe('notes');
  expect(amounts(progress('paused', 100, 10)).unit).toBe('passages');
});

it('knows no share before there is a total', () => {
  expect(share({ ...progress('scanning', 0, 0), notes: { total: 0, done: 0, failed: 0 } })).toBeNull();
});
