import { describe, expect, it } from 'vitest';
import { PortolanError } from '../../common/errors.ts';
import { Line } from './line.ts';
import { stableClient } from './stable-client.ts';

/** An engine of a few methods; `died` ends it as a process that is killed would. */
class FakeEngine {
  readonly name: string;
  readonly asked: string[] = [];
  readonly #ends: ((error: unknown) => void)[] = [];
  silent = false;

  constructor(name: string) {
    this.name = name;
  }

  readonly read = (input: string) => this.#answer(`read ${input}`);
  readonly write = (input: string) => this.#answer(`write ${input}`);
  readonly follow = async () => this.#events();

  died(): void {
    for (const end of this.#ends) end(new PortolanError('ENGINE_GONE'));
  }

  #answer(what: string): Promise<string> {
    this.asked.push(what);
    if (!this.silent) return Promise.resolve(`${this.name}: ${what}`);
    return new Promise((_, reject) => this.#ends.push(reject));
  }

  async *#events(): AsyncGenerator<string> {
    yield `${this.name} 1`;
    yield `${this.name} 2`;
    await new Promise((_, reject) => this.#ends.push(reject));
  }
}

interface Client {
  read(input: string, options?: { signal?: AbortSignal }): Promise<string>;
  write(input: string): Promise<string>;
  follow(input?: undefined, options?: { signal?: AbortSignal }): Promise<AsyncGenerator<string>>;
}

function stable(afterGap?: () => string) {
  const line = new Line<Client>();
  const client = stableClient(line, {
    once: new Set(['write']),
    streams: new Set(['follow']),
    ...(afterGap && { afterGap: { follow: afterGap } }),
  });
  const answer = (engine: FakeEngine) => line.answer(engine as unknown as Client);
  return { line, client, answer };
}

describe('a stable client', () => {
  it('waits for an engine, and reaches whichever runs then', async () => {
    const { client, answer, line } = stable();
    const early = client.read('a');
    answer(new FakeEngine('one'));
    expect(await early).toBe('one: read a');
    line.lose();
    const between = client.read('b');
    answer(new FakeEngine('two'));
    expect(await between).toBe('two: read b');
  });

  it('asks again, once, what an engine did not answer before it died', async () => {
    const { client, answer, line } = stable();
    const [one, two, three] = ['one', 'two', 'three'].map((name) => new FakeEngine(name));
    one!.silent = true;
    two!.silent = true;
    answer(one!);
    const reading = client.read('a');
    await expect.poll(() => one!.asked).toEqual(['read a']);
    one!.died();
    line.lose();
    answer(two!);
    await expect.poll(() => two!.asked).toEqual(['read a']);
    two!.died();
    line.lose();
    answer(three!);
    await expect(reading).rejects.toMatchObject({ code: 'ENGINE_GONE' });
    expect(three!.asked).toEqual([]);
  });

  it('does once what changes something, whatever becomes of it', async () => {
    const { client, answer, line } = stable();
    const [one, two] = [new FakeEngine('one'), new FakeEngine('two')];
    one.silent = true;
    answer(one);
    const writing = client.write('a');
    await expect.poll(() => one.asked).toEqual(['write a']);
    line.lose();
    answer(two);
    await expect(writing).rejects.toMatchObject({ code: 'ENGINE_GONE' });
    expect(two.asked).toEqual([]);
  });

  it('goes on with a stream from the next engine, and says that there was a gap', async () => {
    const { client, answer, line } = stable(() => 'gap');
    const one = new FakeEngine('one');
    answer(one);
    const heard: string[] = [];
    const ended = new AbortController();
    const listening = (async () => {
      for await (const event of await client.follow(undefined, { signal: ended.signal })) {
        heard.push(event);
        if (event === 'two 2') break;
      }
    })();
    await expect.poll(() => heard).toEqual(['one 1', 'one 2']);
    line.lose();
    answer(new FakeEngine('two'));
    await listening;
    expect(heard).toEqual(['one 1', 'one 2', 'gap', 'two 1', 'two 2']);
  });

  it('keeps those who listen through a failure that is mended', async () => {
    const { client, answer, line } = stable();
    line.fail(new PortolanError('MODEL_MISSING', { model: 'x', path: 'y' }));
    await expect(client.read('a')).rejects.toMatchObject({ code: 'MODEL_MISSING' });
    const stream = client.follow();
    answer(new FakeEngine('mended'));
    expect(await (await stream).next()).toEqual({ done: false, value: 'mended 1' });
  });

  it('stops asking when the caller gives up', async () => {
    const { client, answer } = stable();
    const ended = new AbortController();
    const reading = client.read('a', { signal: ended.signal });
    ended.abort();
    await expect(reading).rejects.toMatchObject({ code: 'CANCELLED' });
    const engine = new FakeEngine('one');
    answer(engine);
    await client.read('b');
    expect(engine.asked).toEqual(['read b']);
  });

  it('hears that another engine has come though the one before, gone, is not known to be', async () => {
    const { client, answer, line } = stable();
    const gone = () => Promise.reject(new PortolanError('ENGINE_GONE'));
    line.answer({ read: gone, write: gone, follow: gone });
    const asked = client.follow();
    // News come by way of the event loop: asking on must leave it room.
    setTimeout(() => answer(new FakeEngine('two')), 0);
    const stream = await asked;
    expect((await stream.next()).value).toBe('two 1');
  });
});
