import { afterEach, describe, expect, it } from 'vitest';
import { runWhenThere, useCommands } from './commands.ts';

const ran: string[] = [];
const away: (() => void)[] = [];
const register = (id: string) =>
  away.push(useCommands.getState().register([{ id, title: 'app.close', run: () => ran.push(id) }]));

afterEach(() => {
  for (const end of away.splice(0)) end();
  ran.length = 0;
});

describe('a command from outside the page', () => {
  it('runs at once where it is there', () => {
    register('a');
    runWhenThere('a', new AbortController().signal);
    expect(ran).toEqual(['a']);
  });

  it('is kept until it is there, and then runs once', async () => {
    runWhenThere('a', new AbortController().signal);
    register('b');
    register('a');
    register('c');
    await Promise.resolve();
    expect(ran).toEqual(['a']);
  });

  it('gives way to a newer one, and to the end of the page', async () => {
    const ended = new AbortController();
    runWhenThere('a', ended.signal);
    runWhenThere('b', ended.signal);
    register('a');
    await Promise.resolve();
    expect(ran).toEqual([]);
    ended.abort();
    register('b');
    await Promise.resolve();
    expect(ran).toEqual([]);
  });
});
