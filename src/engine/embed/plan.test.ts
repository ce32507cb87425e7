import { describe, expect, it } from 'vitest';
import { planWorkers } from './plan.ts';

const MB = 1 << 20;

describe('planWorkers', () => {
  it('gives each core a worker of one thread', () => {
    expect(planWorkers(22 * MB, 4)).toEqual({ workers: 4, intraOpThreads: 1 });
    expect(planWorkers(82 * MB, 2)).toEqual({ workers: 2, intraOpThreads: 1 });
    expect(planWorkers(82 * MB, 1)).toEqual({ workers: 1, intraOpThreads: 1 });
  });

  it('shares many cores among as many sessions as memory allows', () => {
    const { workers, intraOpThreads } = planWorkers(82 * MB, 16);
    expect(workers).toBeLessThan(4);
    expect(workers * intraOpThreads).toBeGreaterThan(12);
    expect(workers * intraOpThreads).toBeLessThanOrEqual(16);
  });

  it('always has a worker', () => {
    expect(planWorkers(4000 * MB, 8)).toEqual({ workers: 1, intraOpThreads: 8 });
    expect(planWorkers(22 * MB, 0)).toEqual({ workers: 1, intraOpThreads: 1 });
  });
});
