import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { pace } from './pace.ts';

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

const phases = () => {
  const shown: string[] = [];
  const urgent = (before: string, now: string) => before[0] !== now[0];
  return { shown, ...pace<string>((value) => shown.push(value), 250, urgent) };
};

it('shows the first at once, then the newest, four times a second', () => {
  const { shown, push } = phases();
  for (let i = 0; i < 100; i++) {
    push(`r${i}`);
    vi.advanceTimersByTime(10);
  }
  // At the start and after each quarter of the second.
  expect(shown).toEqual(['r0', 'r24', 'r49', 'r74', 'r99']);
});

it('shows another phase at once', () => {
  const { shown, push } = phases();
  push('r1');
  push('e1');
  expect(shown).toEqual(['r1', 'e1']);
});

it('is still after the end', () => {
  const { shown, push, stop } = phases();
  push('r1');
  push('r2');
  stop();
  vi.advanceTimersByTime(1000);
  expect(shown).toEqual(['r1']);
});
