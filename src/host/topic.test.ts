import { describe, expect, it } from 'vitest';
import { Topic } from './topic.ts';

describe('a topic', () => {
  it('brings every event to every listener, in order', async () => {
    const topic = new Topic<number>();
    const streams = [topic.listen(), topic.listen()];
    const first = streams.map((stream) => stream.next());
    for (const n of [1, 2, 3]) topic.publish(n);
    expect((await Promise.all(first)).map(({ value }) => value)).toEqual([1, 1]);
    for (const n of [2, 3])
      expect(await Promise.all(streams.map(async (s) => (await s.next()).value))).toEqual([n, n]);
  });

  it('keeps the last events for the first who will listen', async () => {
    const topic = new Topic<number>();
    for (let n = 1; n <= 30; n++) topic.publish(n);
    const stream = topic.listen();
    const seen: number[] = [];
    while (seen.at(-1) !== 30) seen.push((await stream.next()).value as number);
    expect(seen).toEqual(Array.from({ length: 20 }, (_, i) => 11 + i));
  });

  it('ends with the signal', async () => {
    const stopping = new AbortController();
    const next = new Topic<number>().listen(stopping.signal).next();
    stopping.abort();
    expect((await next).done).toBe(true);
  });
});
