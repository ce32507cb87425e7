import { expect, test, vi } from 'vitest';
import { Settling } from './settling.ts';

/** Whether it is over by now. */
async function isOver(settling: Settling): Promise<boolean> {
  let over = false;
  void settling.over.then(() => {
    over = true;
  });
  await Promise.resolve();
  return over;
}

test('is over a moment after the last of the first questions was answered', async () => {
  vi.useFakeTimers();
  try {
    const settling = new Settling(1_000);
    vi.advanceTimersByTime(900);
    const answers = [Promise.withResolvers<number>(), Promise.withResolvers<number>()];
    const asked = answers.map(({ promise }) => settling.first(() => promise));
    vi.advanceTimersByTime(5_000);
    answers[0]!.resolve(1);
    await asked[0];
    vi.advanceTimersByTime(5_000);
    expect(await isOver(settling)).toBe(false);
    answers[1]!.reject(new Error('no'));
    await expect(asked[1]).rejects.toThrow('no');
    vi.advanceTimersByTime(100);
    expect(await isOver(settling)).toBe(false);
    vi.advanceTimersByTime(1_000);
    expect(await isOver(settling)).toBe(true);
  } finally {
    vi.useRealTimers();
  }
});

test('waits for a first question only so long', async () => {
  vi.useFakeTimers();
  try {
    const settling = new Settling(1_000);
    vi.advanceTimersByTime(999);
    expect(await isOver(settling)).toBe(false);
    vi.advanceTimersByTime(1);
    expect(await isOver(settling)).toBe(true);
  } finally {
    vi.useRealTimers();
  }
});
