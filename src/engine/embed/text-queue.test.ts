import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Request } from './request.ts';
import { type Item, TextQueue } from './text-queue.ts';

const item = (length: number, index = 0, request = new Request(1, false)): Item => ({
  request,
  index,
  ids: new Int32Array(length),
});

describe('TextQueue', () => {
  it('takes the oldest text and others of its length, up to the tokens allowed', () => {
    const queue = new TextQueue();
    const [a, b, c, d, e] = [item(10), item(7), item(10), item(10), item(10)];
    for (const each of [a, b, c, d, e]) queue.add(each!);
    expect(queue.take(30)).toEqual([a, c, d]);
    expect(queue.take(30)).toEqual([b]);
    expect(queue.take(30)).toEqual([e]);
    expect(queue.take(30)).toEqual([]);
  });

  it('takes one text even if it alone is too long', () => {
    const queue = new TextQueue();
    queue.add(item(512));
    expect(queue.take(64)).toHaveLength(1);
  });

  it('forgets what waits for a request, and nothing else', () => {
    const queue = new TextQueue();
    const gone = new Request(2, false);
    const kept = item(5);
    for (const each of [item(5, 0, gone), kept, item(6, 1, gone)]) queue.add(each);
    queue.remove(gone);
    expect(queue.size).toBe(1);
    expect(queue.take(100)).toEqual([kept]);
  });

  it('gives up everything at once, oldest first', () => {
    const queue = new TextQueue();
    const items = [item(3), item(5), item(3)];
    for (const each of items) queue.add(each);
    expect(queue.clear()).toEqual(items);
    expect(queue.size).toBe(0);
    expect(queue.take(100)).toEqual([]);
  });

  it('gives every text exactly once, and never starves the oldest', () => {
    const lengths = fc.array(fc.integer({ min: 1, max: 6 }), { maxLength: 60 });
    fc.assert(
      fc.property(lengths, fc.integer({ min: 1, max: 30 }), (all, budget) => {
        const queue = new TextQueue();
        const items = all.map((length, index) => item(length, index));
        for (const each of items) queue.add(each);
        const taken: Item[] = [];
        for (let group = queue.take(budget); group.length > 0; group = queue.take(budget)) {
          const oldest = items.find((each) => !taken.includes(each));
          expect(group[0]).toBe(oldest);
          expect(new Set(group.map((each) => each.ids.length)).size).toBe(1);
          taken.push(...group);
        }
        expect(new Set(taken)).toEqual(new Set(items));
        expect(queue.size).toBe(0);
      }),
    );
  });

  it('stays quick with 200,000 texts', () => {
    const queue = new TextQueue();
    const start = performance.now();
    for (let i = 0; i < 200_000; i++) queue.add(item(1 + (i % 200), i));
    let groups = 0;
    while (queue.take(512).length > 0) groups++;
    expect(groups).toBeGreaterThan(10_000);
    expect(performance.now() - start).toBeLessThan(10_000);
  });
});
