import fc from 'fast-check';
import { afterEach, describe, expect, test } from 'vitest';
import type { Corpus } from './corpus.ts';
import { queryNoteOf } from './query-note.ts';
import { rank } from './rank.ts';
import { SEA_AND_BREAD, SearchBench } from './search.fixture.ts';

let bench: SearchBench;
afterEach(() => bench.close());

/** What a corpus answers for every note: ids with scores, for comparing two corpora of one store. */
function answers(corpus: Corpus): Record<number, Record<number, number>> {
  const all: Record<number, Record<number, number>> = {};
  for (const id of corpus.notes.ids().sort((a, b) => a - b)) {
    const { order, score } = rank(corpus, queryNoteOf(corpus, id), 100);
    all[id] = Object.fromEntries(order.map((slot) => [corpus.notes.idOf(slot), score[slot]!]));
  }
  return all;
}

function expectSame(a: Corpus, b: Corpus): void {
  const [x, y] = [answers(a), answers(b)];
  expect(Object.keys(x)).toEqual(Object.keys(y));
  for (const [id, scores] of Object.entries(x)) {
    const others = new Set([...Object.keys(scores), ...Object.keys(y[Number(id)]!)].map(Number));
    // Quantised twice against once: close, not equal.
    for (const other of others) expect(scores[other] ?? 0).toBeCloseTo(y[Number(id)]![other] ?? 0, 1);
  }
}

describe.each([96, 384])('a model of %i dimensions', (dimensions) => {
  test('a corpus that followed every change answers as one loaded afterwards', async () => {
    bench = new SearchBench(dimensions);
    bench.write(SEA_AND_BREAD);
    await bench.corpus.settled();
    bench.embed(5);
    await bench.corpus.settled();
    bench.embed();
    bench.write({ 'Faro.md': 'El gato duerme en el barco.', 'Nueva.md': 'El océano y la nave. [[Barcos]]' });
    bench.remove('Bread.md');
    await bench.corpus.settled();
    bench.embed();
    await bench.corpus.settled();
    const fresh = await bench.fresh();
    expectSame(bench.corpus, fresh);
    expect(bench.corpus.coverage).toBe(1);
    expect(bench.corpus.passages.count).toBe(fresh.passages.count);
  });
});

test('any sequence of changes leaves what a fresh load finds', async () => {
  const texts = Object.values(SEA_AND_BREAD);
  const path = fc.constantFrom('a.md', 'b.md', 'Barcos.md', 'Pan.md', 'Puerto.md');
  const change = fc.oneof(
    fc.record({ do: fc.constant('write' as const), path, text: fc.nat(texts.length - 1) }),
    fc.record({ do: fc.constant('remove' as const), path, text: fc.constant(0) }),
    fc.record({ do: fc.constant('embed' as const), path, text: fc.integer({ min: 1, max: 4 }) }),
    fc.record({ do: fc.constant('settle' as const), path, text: fc.constant(0) }),
  );
  await fc.assert(
    fc.asyncProperty(fc.array(change, { maxLength: 25 }), async (changes) => {
      const bench = new SearchBench(32);
      try {
        for (const c of changes) {
          if (c.do === 'write') bench.write({ [c.path]: texts[c.text]! });
          else if (c.do === 'embed') bench.embed(c.text);
          else if (c.do === 'settle') await bench.corpus.settled();
          else if (bench.store.notes.byPath(c.path)) bench.remove(c.path);
        }
        await bench.corpus.settled();
        const fresh = await bench.fresh();
        expect(bench.corpus.passages.count).toBe(fresh.passages.count);
        expect(bench.corpus.coverage).toBeCloseTo(fresh.coverage);
        expectSame(bench.corpus, fresh);
      } finally {
        await bench.close();
      }
    }),
    { numRuns: 15 },
  );
  bench = new SearchBench(32);
});

test('coverage is the share of passages with vectors, while they arrive', async () => {
  bench = new SearchBench();
  await bench.corpus.settled();
  expect(bench.corpus.coverage).toBe(1);
  bench.write(SEA_AND_BREAD);
  await bench.corpus.settled();
  expect(bench.corpus.coverage).toBe(0);
  const { chunks } = bench.store.counts();
  bench.embed(3);
  await bench.corpus.settled();
  expect(bench.corpus.coverage).toBeCloseTo(3 / chunks);
});

test('notes of the same text wait for one vector and get it together', async () => {
  bench = new SearchBench();
  bench.write({ 'a.md': 'El mismo párrafo en dos notas.', 'b.md': 'El mismo párrafo en dos notas.' });
  await bench.corpus.settled();
  bench.embed();
  await bench.corpus.settled();
  expect(bench.corpus.passages.count).toBe(2);
  bench.remove('a.md');
  await bench.corpus.settled();
  expect(bench.corpus.passages.count).toBe(1);
});

test('changes told while the corpus loads are taken in', async () => {
  bench = new SearchBench();
  bench.write(SEA_AND_BREAD);
  const loading = bench.corpus.load();
  bench.write({ 'Tarde.md': 'Llega tarde, pero llega.' });
  await loading;
  await bench.corpus.settled();
  expect(bench.corpus.notes.slotOf(bench.id('Tarde.md'))).toBeDefined();
  expect(bench.corpus.notes.count).toBe(8);
});

test('a long note is taken in over several turns, whole', async () => {
  bench = new SearchBench();
  const long = Array.from({ length: 1500 }, (_, i) => `# Parte ${i}\n\nPárrafo número ${i} de la nota.`).join(
    '\n\n',
  );
  bench.write({ 'larga.md': long, 'otra.md': 'Otra nota.' });
  bench.embed();
  await bench.corpus.settled();
  await bench.corpus.settled();
  expect(bench.corpus.passages.count).toBe(bench.store.counts().chunks);
  expect(bench.corpus.passages.count).toBeGreaterThan(1000);
  expect(bench.corpus.coverage).toBe(1);
});

describe('while passages wait for the model', () => {
  const tiers = (corpus: Corpus) => corpus.notes.ids().map((id) => corpus.tierOf(corpus.notes.slotOf(id)!));

  test('notes are compared by static vectors, and by the model as soon as it has read them', async () => {
    bench = new SearchBench(undefined, { statics: true });
    bench.write(SEA_AND_BREAD);
    await bench.corpus.settled();
    expect(new Set(tiers(bench.corpus))).toEqual(new Set(['static']));
    const meaning = (slot: string) => {
      const { passages, noteCosine } = rank(
        bench.corpus,
        queryNoteOf(bench.corpus, bench.id('Barcos.md')),
        10,
      );
      expect(passages.length).toBeGreaterThan(0);
      return noteCosine[bench.corpus.notes.slotOf(bench.id(slot))!]!;
    };
    // In another language, without a word or a link in common but for what the table knows.
    expect(meaning('Ships.md')).toBeGreaterThan(meaning('Bread.md'));
    bench.embed(5);
    await bench.corpus.settled();
    expect(new Set(tiers(bench.corpus))).toEqual(new Set(['static', 'contextual']));
    expect(meaning('Ships.md')).toBeGreaterThan(meaning('Bread.md'));
    bench.embed();
    await bench.corpus.settled();
    expect(new Set(tiers(bench.corpus))).toEqual(new Set(['contextual']));
    expect(bench.corpus.passages.statics).toBeNull();
  });

  test('a corpus that followed answers as one loaded afterwards', async () => {
    bench = new SearchBench(undefined, { statics: true });
    bench.write(SEA_AND_BREAD);
    bench.embed(6);
    await bench.corpus.settled();
    bench.write({ 'Faro.md': 'El faro ya no alumbra.', 'Nueva.md': 'Una nota nueva sobre el mar.' });
    bench.remove('Horno.md');
    await bench.corpus.settled();
    const fresh = await bench.fresh();
    expect(fresh.passages.statics?.count).toBe(bench.corpus.passages.statics?.count);
    expectSame(bench.corpus, fresh);
    expect(tiers(bench.corpus)).toEqual(tiers(fresh));
  });

  test('static vectors that were weighed anew take the place of those before', async () => {
    bench = new SearchBench(undefined, { statics: true });
    bench.write(SEA_AND_BREAD);
    await bench.corpus.settled();
    const { store, corpus } = bench;
    const rows = store.chunks.ofNote(bench.id('Faro.md'));
    const before = corpus.passages.statics!.sumOf(corpus.notes.slotOf(bench.id('Faro.md'))!);
    store.statics.putCounts(9, Uint32Array.of(1));
    const all = [...store.chunks.all()].map(({ id }) => id);
    const vector = (id: number) => bench.model.staticVector(`palabra ${id} otra ${id % 5}`);
    store.statics.renew(all.map((chunkId) => ({ chunkId, vector: vector(chunkId) })));
    corpus.staticsChanged();
    await corpus.settled();
    expect(corpus.passages.statics!.count).toBe(all.length);
    expect(corpus.passages.statics!.sumOf(corpus.notes.slotOf(bench.id('Faro.md'))!)).not.toEqual(before);
    expect(corpus.vectorsOf(rows).size).toBe(rows.length);
    expectSame(corpus, await bench.fresh());
  });

  test('a handful of edits does not bring the static tier back', async () => {
    bench = new SearchBench(undefined, { statics: true });
    const many = Object.fromEntries(
      Array.from({ length: 60 }, (_, i) => [`${i}.md`, `Nota número ${i} del mar.`]),
    );
    bench.write(many);
    bench.embed();
    await bench.corpus.settled();
    bench.write({ '7.md': 'Otra cosa, sobre el pan.' });
    await bench.corpus.settled();
    expect(bench.corpus.coverage).toBeLessThan(1);
    expect(bench.corpus.passages.statics).toBeNull();
    expect(bench.corpus.tierOf(bench.corpus.notes.slotOf(bench.id('7.md'))!)).toBe('words');
  });
});

test('cancelling a load rejects with CANCELLED', async () => {
  bench = new SearchBench();
  bench.write(SEA_AND_BREAD);
  const cancelled = AbortSignal.abort();
  await expect(bench.corpus.load(cancelled)).rejects.toMatchObject({ code: 'CANCELLED' });
});

test('a store that cannot be read is told to whoever asks, and asked again later', async () => {
  bench = new SearchBench();
  bench.write({ 'a.md': 'Una nota.' });
  const { keysOf } = bench.store.chunks;
  const broken = {
    ...bench.store.chunks,
    keysOf: () => {
      throw new Error('disk I/O error');
    },
  };
  Object.assign(bench.store, { chunks: broken });
  await expect(bench.corpus.settled()).rejects.toThrow('disk I/O error');
  Object.assign(bench.store, { chunks: { ...broken, keysOf } });
  await bench.corpus.settled();
  expect(bench.corpus.notes.count).toBe(1);
});
