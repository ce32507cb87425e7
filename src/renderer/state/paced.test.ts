import { describe, expect, it } from 'vitest';
import { Paced } from './paced.ts';

describe('paced work', () => {
  it('is done at once when it has rested, and all that is wanted meanwhile in one go', async () => {
    let done = 0;
    const paced = new Paced(async () => {
      done++;
    }, 20);
    paced.want();
    expect(done).toBe(1);
    for (let i = 0; i < 50; i++) paced.want();
    expect(done).toBe(1);
    await expect.poll(() => done).toBe(2);
    paced.end();
  });

  it('never runs twice at a time', async () => {
    let running = 0;
    let most = 0;
    let runs = 0;
    const paced = new Paced(async () => {
      most = Math.max(most, ++running);
      runs++;
      await new Promise((resolve) => setTimeout(resolve, 3));
      running--;
    }, 1);
    const wanting = setInterval(() => paced.want(), 1);
    await expect.poll(() => runs, { timeout: 5_000 }).toBeGreaterThan(3);
    clearInterval(wanting);
    paced.end();
    expect(most).toBe(1);
  });

  it('is done again after it has failed', async () => {
    let tries = 0;
    const paced = new Paced(async () => {
      tries++;
      throw new Error('gone');
    }, 1);
    paced.want();
    await expect
      .poll(() => {
        paced.want();
        return tries;
      })
      .toBeGreaterThan(1);
    paced.end();
  });

  it('ends', async () => {
    let done = 0;
    const paced = new Paced(async () => {
      done++;
    }, 1);
    paced.end();
    paced.want();
    expect(done).toBe(0);
  });
});
