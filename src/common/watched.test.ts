import { describe, expect, it } from 'vitest';
import { Watched } from './watched.ts';

describe('a watched value', () => {
  it('is told at once, and then at every change', async () => {
    const watched = new Watched('a');
    const stream = watched.listen();
    expect((await stream.next()).value).toBe('a');
    const next = stream.next();
    watched.set('b');
    expect((await next).value).toBe('b');
  });

  it('gives who is slow the newest only', async () => {
    const watched = new Watched(1);
    const stream = watched.listen();
    await stream.next();
    for (const value of [2, 3, 4]) watched.set(value);
    expect((await stream.next()).value).toBe(4);
  });

  it('ends with the signal, for who waits and who comes later', async () => {
    const watched = new Watched('a');
    const stopping = new AbortController();
    const stream = watched.listen(stopping.signal);
    await stream.next();
    const next = stream.next();
    stopping.abort();
    expect((await next).done).toBe(true);
    expect((await watched.listen(stopping.signal).next()).done).toBe(true);
  });
});
