import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { SearchBench } from '../search.fixture.ts';
import type { DuplicatesQuestion } from './duplicates.ts';
import { duplicates } from './duplicates.ts';
import { NearDuplicates } from './near-duplicates.ts';

/** Sentences of words that no other sentence has. */
const sentence = (topic: string, from: number, count: number) =>
  Array.from({ length: count }, (_, i) => `${topic}${from + i}`).join(' ');

describe('duplicates', () => {
  let bench: SearchBench;
  let near: NearDuplicates;
  let texts: Record<string, string>;
  beforeEach(() => {
    bench = new SearchBench();
    near = new NearDuplicates(bench.store);
    texts = {};
  });
  afterEach(() => bench.close());

  const write = (notes: Record<string, string>) => {
    Object.assign(texts, notes);
    bench.write(notes);
    bench.embed();
  };
  const ask = (more: Partial<DuplicatesQuestion> = {}) =>
    duplicates(bench.corpus, near, async ({ path }) => texts[path] ?? null, {
      limit: 50,
      offset: 0,
      differences: true,
      ...more,
    });
  const pairs = async (more: Partial<DuplicatesQuestion> = {}) =>
    (await ask(more)).pairs.map(({ kind, a, b }) => `${kind} ${a.path} ${b.path}`);

  const tides = sentence('tide', 0, 60);

  it('finds a copy with a few words changed, and says which', async () => {
    write({
      'a.md': `# Tides\n\n${tides}`,
      'b.md': `# Tides\n\n${tides.replace('tide30', 'moon and sun')} added words`,
      'c.md': sentence('bread', 0, 60),
    });
    const { pairs: found, total } = await ask();
    expect(total).toEqual({ duplicate: 1, contained: 0, translation: 0 });
    const [pair] = found;
    expect(pair).toMatchObject({ kind: 'duplicate', a: { path: 'a.md' }, b: { path: 'b.md' }, group: 2 });
    expect(pair!.similarity).toBeGreaterThan(0.7);
    expect(pair!.cosine).toBeGreaterThan(0.8);
    expect(pair!.differences!.map(({ a, b }) => [a?.text, b?.text])).toEqual([
      ['tide30', 'moon and sun'],
      [undefined, 'added words'],
    ]);
    for (const { a, b } of pair!.differences!) {
      if (a) expect(texts['a.md']!.slice(a.start, a.end)).toBe(a.text);
      if (b) expect(texts['b.md']!.slice(b.start, b.end)).toBe(b.text);
    }
  });

  it('finds a note that stands within another', async () => {
    write({ 'long.md': `${sentence('sea', 0, 300)} ${tides}`, 'short.md': tides });
    const {
      pairs: [pair],
    } = await ask();
    expect(pair).toMatchObject({ kind: 'contained', a: { path: 'long.md' }, b: { path: 'short.md' } });
    expect(pair!.ofB).toBeGreaterThan(0.9);
    expect(pair!.ofA).toBeLessThan(0.4);
  });

  it('is not flooded by copies: as many pairs as hold a group together', async () => {
    write(Object.fromEntries(Array.from({ length: 9 }, (_, i) => [`${i}.md`, tides + sentence('x', i, 1)])));
    const { pairs: found } = await ask();
    expect(found).toHaveLength(8);
    expect(found.every(({ group }) => group === 9)).toBe(true);
  });

  it('takes a template for nobody’s text', async () => {
    const skeleton = `# Meeting\n\n${sentence('agenda', 0, 40)}\n\n`;
    const meetings = Array.from({ length: 40 }, (_, i) => [
      `${i}.md`,
      skeleton + sentence(`topic${i}x`, 0, 25),
    ]);
    const days = Array.from({ length: 40 }, (_, i) => [
      `day ${i}.md`,
      `# Day ${i}\n\n${sentence('habit', 0, 30)}`,
    ]);
    write(Object.fromEntries([...meetings, ...days]));
    expect(await pairs({ kinds: ['duplicate', 'contained'] })).toEqual([]);
  });

  it('compares no empty notes, stubs, headings or lists of links', async () => {
    const links = Array.from({ length: 30 }, (_, i) => `- [[Some note number ${i}]]`).join('\n');
    write({
      'empty 1.md': '',
      'empty 2.md': '',
      '2024-01-01.md': '# Tasks\n\n# Notes\n',
      '2024-01-02.md': '# Tasks\n\n# Notes\n',
      'stub 1.md': 'Write something here one day.',
      'stub 2.md': 'Write something here one day.',
      'map 1.md': links,
      'map 2.md': links,
    });
    expect(await pairs()).toEqual([]);
  });

  it('compares texts without blanks between words', async () => {
    const text =
      '注意力机制是深度学习中的一种方法，它让模型在处理序列时关注最重要的部分，而不是平均对待所有位置的信息。';
    write({
      'a.md': text,
      'b.md': text.replace('深度', '机器'),
      'c.md': '面包需要面粉水盐和酵母经过十二小时发酵之后放进烤箱里烤熟才能吃，这是祖母教给我的做法。',
    });
    expect(await pairs()).toEqual(['duplicate a.md b.md']);
  });

  it('follows edits, and answers for one note as for all', async () => {
    write({ 'a.md': tides, 'b.md': sentence('bread', 0, 60), 'c.md': sentence('sea', 0, 60) });
    expect(await pairs()).toEqual([]);
    write({ 'b.md': `${tides} more` });
    expect(await pairs({ noteId: bench.id('b.md') })).toEqual(['duplicate a.md b.md']);
    expect(await pairs()).toEqual(['duplicate a.md b.md']);
    expect(await pairs({ noteId: bench.id('c.md') })).toEqual([]);
    bench.remove('a.md');
    expect(await pairs()).toEqual([]);
  });

  it('gives pages, and does without differences', async () => {
    write(
      Object.fromEntries(
        ['a', 'b', 'c'].flatMap((t) => [
          [`${t}1.md`, sentence(t, 0, 50)],
          [`${t}2.md`, sentence(t, 0, 51)],
        ]),
      ),
    );
    const first = await ask({ limit: 2, differences: false });
    const second = await ask({ limit: 2, offset: 2, differences: false });
    expect(first.total.duplicate).toBe(3);
    expect([...first.pairs, ...second.pairs].map(({ a }) => a.path).sort()).toEqual([
      'a1.md',
      'b1.md',
      'c1.md',
    ]);
    expect(first.pairs[0]!.differences).toBeNull();
  });

  it('stops when it is told to', async () => {
    write({ 'a.md': tides, 'b.md': tides });
    await expect(
      duplicates(
        bench.corpus,
        near,
        async () => null,
        { limit: 5, offset: 0, differences: true },
        AbortSignal.abort(),
      ),
    ).rejects.toMatchObject({ code: 'CANCELLED' });
    expect(await pairs()).toEqual(['duplicate a.md b.md']);
  });
});
