import { describe, expect, it } from 'vitest';
import { PortolanError } from '../../common/errors.ts';
import { Line } from './line.ts';

const code = (promise: Promise<unknown>) =>
  promise.then(
    () => 'answered',
    (error: PortolanError) => error.code,
  );

describe('a line', () => {
  it('gives whoever answers, now or as soon as somebody does', async () => {
    const line = new Line<string>();
    const waiting = line.get();
    line.answer('first');
    expect((await waiting).client).toBe('first');
    expect((await line.get()).client).toBe('first');
  });

  it('ends what is under way when nobody answers any more', async () => {
    const line = new Line<string>();
    line.answer('first');
    const never = line.orEnd(await line.get(), new Promise(() => {}));
    line.lose();
    expect(await code(never)).toBe('ENGINE_GONE');
  });

  it('does not wait for one that was replaced while it was asked', async () => {
    const line = new Line<string>();
    line.answer('first');
    const first = await line.get();
    line.answer('second');
    expect(await code(line.orEnd(first, Promise.resolve('late')))).toBe('ENGINE_GONE');
  });

  it('refuses while it has failed, except those who are patient', async () => {
    const line = new Line<string>();
    const patient = line.get(undefined, true);
    const hasty = line.get();
    line.fail(new PortolanError('VAULT_NOT_FOUND', { path: 'x' }));
    expect(await code(hasty)).toBe('VAULT_NOT_FOUND');
    expect(await code(line.get())).toBe('VAULT_NOT_FOUND');
    line.answer('mended');
    expect((await patient).client).toBe('mended');
    expect((await line.get()).client).toBe('mended');
  });

  it('drops all that was asked, whether it waits or is under way', async () => {
    const line = new Line<string>();
    const waiting = line.get();
    line.drop();
    expect(await code(waiting)).toBe('CANCELLED');
    line.answer('first');
    const underWay = line.orEnd(await line.get(), new Promise(() => {}));
    line.drop();
    expect(await code(underWay)).toBe('CANCELLED');
  });

  it('stops waiting when the caller gives up, and a later answer is for others', async () => {
    const line = new Line<string>();
    const ended = new AbortController();
    const waiting = line.get(ended.signal);
    ended.abort();
    expect(await code(waiting)).toBe('CANCELLED');
    expect(await code(line.get(ended.signal))).toBe('CANCELLED');
  });

  it('is not lost by one that has been replaced', async () => {
    const line = new Line<string>();
    line.answer('first');
    line.answer('second');
    line.end('first');
    expect((await line.get()).client).toBe('second');
    line.end('second');
    const waiting = line.get();
    line.answer('third');
    expect((await waiting).client).toBe('third');
  });
});
