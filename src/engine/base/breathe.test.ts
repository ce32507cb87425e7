import { expect, it } from 'vitest';
import { breathe, urgently } from './breathe.ts';

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
