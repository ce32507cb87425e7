import { expect, it } from 'vitest';
import { breathe, quiet, urgently } from './breathe.ts';

it('background work holds still while something urgent is done, and goes on afterwards', async () => {
  const done: string[] = [];
  const turn = () => new Promise<void>((resolve) => setImmediate(resolve));
  const urgent = urgently(async () => {
    for (let i = 0; i < 5; i++) await turn();
    done.push('urgent');
  });
  const background = (async () => {
    await breathe();
    done.push('background');
  })();
  await Promise.all([urgent, background]);
  expect(done).toEqual(['urgent', 'background']);
  await expect(urgently(() => Promise.reject(new Error('no')))).rejects.toThrow('no');
  await breathe();
});

it('of all that breathes, one goes on between two looks at what came in', async () => {
  let looks = 0;
  let running = true;
  const look = () => {
    looks++;
    if (running) setImmediate(look);
  };
  setImmediate(look);
  const spent: number[] = [];
  const work = async () => {
    for (let i = 0; i < 3; i++) {
      const end = performance.now() + 15;
      while (performance.now() < end);
      spent.push(looks);
      await breathe();
    }
  };
  await Promise.all([work(), work(), work()]);
  running = false;
  // The first three begin at once; from then on, somebody else had a turn before each.
  expect(new Set(spent.slice(2)).size).toBe(7);
});

it('goes on in the end where one urgent thing follows the other', async () => {
  const begun = performance.now();
  const urgent = (async () => {
    while (performance.now() - begun < 2_000) {
      await urgently(() => new Promise((resolve) => setTimeout(resolve, 2)));
      await new Promise((resolve) => setTimeout(resolve, 5));
    }
  })();
  await new Promise((resolve) => setTimeout(resolve, 20));
  await breathe();
  const took = performance.now() - begun;
  expect(took).toBeGreaterThan(100);
  expect(took).toBeLessThan(1_500);
  await urgent;
});

it('quiet is when nothing urgent was done for a while', async () => {
  const done: string[] = [];
  const urgent = urgently(async () => {
    await new Promise((resolve) => setTimeout(resolve, 100));
    done.push('urgent');
  });
  await quiet(30);
  done.push('quiet');
  await urgent;
  expect(done).toEqual(['urgent', 'quiet']);
});
