import { expect, test, vi } from 'vitest';
import { FirstSight } from './first-sight.ts';

const client = () => {
  const asked: string[] = [];
  const method = (name: string) => async (input?: unknown) => {
    asked.push(input === undefined ? name : `${name} ${input}`);
    return name;
  };
  return { asked, methods: { note: method('note'), status: method('status'), related: method('related') } };
};

test('what is not the first sight waits for it, in the order in which it was asked', async () => {
  const { asked, methods } = client();
  const sight = new FirstSight();
  const engine = sight.before(methods);
  const answers = [engine.status(), engine.related('b'), engine.note('a')];
  expect(await answers[2]).toBe('note');
  expect(asked).toEqual(['note a']);
  sight.shown();
  expect(await Promise.all(answers)).toEqual(['status', 'related', 'note']);
  expect(asked).toEqual(['note a', 'status', 'related b']);
  expect(engine.status).toBe(methods.status);
});

test('nothing waits for a sight that does not come', async () => {
  vi.useFakeTimers();
  try {
    const { asked, methods } = client();
    const answer = new FirstSight().before(methods).status();
    await vi.advanceTimersByTimeAsync(2_000);
    expect(asked).toEqual([]);
    await vi.advanceTimersByTimeAsync(1_500);
    expect(await answer).toBe('status');
  } finally {
    vi.useRealTimers();
  }
});
