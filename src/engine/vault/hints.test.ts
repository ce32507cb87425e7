import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Hints, type VaultChange } from './hints.ts';

const TIMES = { debounceMs: 100, maxWaitMs: 500, manyAbove: 3 };

describe('hints', () => {
  let told: [VaultChange, boolean, number][] = [];
  let hints: Hints;
  const wait = (ms: number) => vi.advanceTimersByTime(ms);
  const summary = () => told.map(([change, quiet]) => [change === 'many' ? change : [...change], quiet]);

  beforeEach(() => {
    vi.useFakeTimers();
    told = [];
    hints = new Hints(TIMES, (change, quiet) => told.push([change, quiet, performance.now()]));
  });
  afterEach(() => vi.useRealTimers());

  it('are passed on together, each path once, when there is quiet', () => {
    hints.add('a');
    wait(99);
    hints.add('b');
    hints.add('a');
    wait(99);
    expect(told).toEqual([]);
    wait(1);
    expect(summary()).toEqual([[['a', 'b'], true]]);
    wait(1000);
    expect(told).toHaveLength(1);
  });

  it('do not wait for ever', () => {
    const began = performance.now();
    for (let i = 0; i < 12; i++) {
      hints.add('log.md');
      wait(50);
    }
    expect(summary()[0]).toEqual([['log.md'], false]);
    expect(told[0]![2] - began).toBe(500);
    wait(1000);
    expect(told).toHaveLength(2);
  });

  it('are many above the limit, and only then', () => {
    for (const path of ['a', 'b', 'c']) hints.add(path);
    wait(100);
    for (const path of ['a', 'b', 'c', 'd', 'e']) hints.add(path);
    wait(100);
    expect(summary()).toEqual([
      [['a', 'b', 'c'], true],
      ['many', true],
    ]);
  });

  it('are many when told so, whatever comes after, and start afresh then', () => {
    hints.addMany();
    hints.add('a');
    wait(100);
    hints.add('b');
    wait(100);
    expect(summary()).toEqual([
      ['many', true],
      [['b'], true],
    ]);
  });

  it('are forgotten when cleared', () => {
    hints.add('a');
    hints.clear();
    wait(1000);
    expect(told).toEqual([]);
  });
});
