import { expect, test } from 'vitest';
import { once } from './once.ts';

test('is made once for all who ask, and again after a failure', async () => {
  let made = 0;
  const get = once(async () => {
    if (++made === 1) throw new Error('not yet');
    return made;
  });
  await expect(Promise.all([get(), get()])).rejects.toThrow('not yet');
  expect(await Promise.all([get(), get()])).toEqual([2, 2]);
  expect(made).toBe(2);
});
