import { expect, test } from 'vitest';
import { Ahead } from './ahead.ts';

function client() {
  const asked: string[] = [];
  const signals: (AbortSignal | undefined)[] = [];
  const method =
    (name: string) =>
    async (input?: { path: string }, options?: { signal?: AbortSignal }): Promise<string> => {
      asked.push(input ? `${name} ${input.path}` : name);
      signals.push(options?.signal);
      if (input?.path === 'gone') throw new Error('gone');
      return `${name} ${asked.length}`;
    };
  return { asked, signals, methods: { note: method('note'), about: method('about') } };
}

test('what was asked ahead is given to whoever asks the same, once, and nothing else', async () => {
  const { asked, methods } = client();
  const ahead = new Ahead();
  void ahead.ask(methods, 'note', { path: 'a' });
  void ahead.ask(methods, 'about');
  const page = ahead.before(methods);
  expect(await page.note({ path: 'b' })).toBe('note 3');
  expect(await page.note({ path: 'a' })).toBe('note 1');
  expect(await page.about()).toBe('about 2');
  expect(asked).toEqual(['note a', 'about', 'note b']);
  expect(await page.note({ path: 'a' })).toBe('note 4');
});

test('an answer that is there is known at once, until it is taken', async () => {
  const { methods } = client();
  const ahead = new Ahead();
  const answer = ahead.ask(methods, 'note', { path: 'a' });
  expect(ahead.known('note', { path: 'a' })).toBeUndefined();
  await answer;
  expect(ahead.known('note', { path: 'a' })).toBe('note 1');
  expect(ahead.known('note', { path: 'b' })).toBeUndefined();
});

test('whoever gives up what was asked ahead ends it', async () => {
  const { methods, signals } = client();
  const ahead = new Ahead();
  await ahead.ask(methods, 'about');
  const mine = new AbortController();
  await ahead.before(methods).about(undefined, { signal: mine.signal });
  expect(signals[0]!.aborted).toBe(false);
  mine.abort();
  expect(signals[0]!.aborted).toBe(true);
});

test('what is to be done with an answer is done before anybody has it', async () => {
  const { asked, methods } = client();
  const ahead = new Ahead();
  void ahead.ask(methods, 'about', undefined, async () => {
    await ahead.ask(methods, 'note', { path: 'a' });
  });
  await ahead.before(methods).about();
  expect(ahead.known('note', { path: 'a' })).toBe('note 2');
  expect(asked).toEqual(['about', 'note a']);
});

test('a failure is told to whoever asks, and to nobody else', async () => {
  const { methods } = client();
  const ahead = new Ahead();
  ahead.ask(methods, 'note', { path: 'gone' }).catch(() => {});
  await expect(ahead.before(methods).note({ path: 'gone' })).rejects.toThrow('gone');
});

test('when it is over, what nobody asked for is let go and everything is asked anew', async () => {
  const { asked, methods, signals } = client();
  const ahead = new Ahead();
  const ended: string[] = [];
  ahead.atEnd(() => ended.push('first'));
  await ahead.ask(methods, 'note', { path: 'a' });
  const page = ahead.before(methods);
  ahead.end();
  ahead.atEnd(() => ended.push('late'));
  expect(signals[0]!.aborted).toBe(true);
  expect(ended).toEqual(['first', 'late']);
  expect(ahead.known('note', { path: 'a' })).toBeUndefined();
  expect(await page.note({ path: 'a' })).toBe('note 2');
  expect(asked).toEqual(['note a', 'note a']);
  expect(page.note).toBe(methods.note);
});
