import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { textHash } from '../base/hash.ts';
import { Bench, embedAll, MODEL, noteWrite, vectorOf } from './store.fixture.ts';
import type { Store } from './types.ts';

let bench: Bench;
let store: Store;
beforeEach(() => {
  bench = new Bench();
  store = bench.open();
});
afterEach(() => bench.close());

const pending = () => store.vectors.pending(99).map((p) => p.input);
const put = (text: string, vector: Float32Array | null = vectorOf(text)) =>
  store.vectors.put([{ hash: textHash(text), vector }]);
const inUse = (from = store) => [...from.vectors.each()].map((v) => v.hash).sort();

describe('pending', () => {
  test('begins with the notes that are looked at, the last one first', () => {
    const [, b, c] = ['a', 'b', 'c'].map((name, i) =>
      store.writeNote(noteWrite(`${name}.md`, { passages: [`${name}1`, `${name}2`], mtimeMs: 3000 - i })),
    );
    store.vectors.pendingCount();
    store.vectors.prefer([b!]);
    store.vectors.prefer([c!]);
    expect(pending()).toEqual(['c1', 'c2', 'b1', 'b2', 'a1', 'a2']);
  });

  test('gives what the model reads, newest notes first, every text once', () => {
    store.writeNote(noteWrite('old.md', { mtimeMs: 10, passages: ['común', [['Uno', 'Dos'], 'viejo']] }));
    store.writeNote(noteWrite('new.md', { mtimeMs: 20, passages: ['nuevo', 'común'] }));
    expect(store.vectors.pending(99)).toEqual([
      { hash: textHash('nuevo'), input: 'nuevo', path: 'new.md', tokens: 5 },
      { hash: textHash('común'), input: 'común', path: expect.stringMatching(/md$/), tokens: 5 },
      { hash: textHash('Uno\nDos\nviejo'), input: 'Uno\nDos\nviejo', path: 'old.md', tokens: 5 },
    ]);
    expect(store.vectors.pending(2)).toHaveLength(2);
    expect(store.vectors.pendingCount()).toBe(3);
  });

  test('an input that does not end in the text is kept whole', () => {
    const write = noteWrite('a.md', { passages: ['texto'] });
    const input = 'texto\n(tabla de precios)';
    const chunk = { ...write.chunks[0]!, input, hash: textHash(input) };
    store.writeNote({ ...write, chunks: [chunk] });
    expect(pending()).toEqual([input]);
  });

  test('follows every write, before and after it was first asked', () => {
    store.writeNote(noteWrite('a.md', { passages: ['uno', 'dos'] }));
    expect(pending()).toEqual(['uno', 'dos']);
    const b = store.writeNote(noteWrite('b.md', { passages: ['dos', 'tres'] }));
    expect(pending()).toEqual(['uno', 'dos', 'tres']);
    put('uno');
    put('tres', null);
    expect(pending()).toEqual(['dos']);
    store.writeNote(noteWrite('a.md', { passages: ['uno'] }));
    expect(pending()).toEqual(['dos']);
    store.removeNote(b);
    expect(pending()).toEqual([]);
    expect(store.vectors.pendingCount()).toBe(0);
  });

  test('sees what another connection wrote', () => {
    expect(store.vectors.pendingCount()).toBe(0);
    bench.open().writeNote(noteWrite('a.md', { passages: ['uno'] }));
    expect(pending()).toEqual(['uno']);
  });
});

describe('vectors', () => {
  test('come back exactly, by hash; what is missing is left out', () => {
    put('uno');
    expect(store.vectors.get([textHash('uno'), textHash('dos')])).toEqual(
      new Map([[textHash('uno'), vectorOf('uno')]]),
    );
    put('uno', vectorOf('otro'));
    expect(store.vectors.get([textHash('uno')]).get(textHash('uno'))).toEqual(vectorOf('otro'));
  });

  test('of a larger array are stored as the part that they are', () => {
    const all = new Float32Array([...vectorOf('x'), ...vectorOf('uno')]);
    put('uno', all.subarray(8));
    expect(store.vectors.get([textHash('uno')]).get(textHash('uno'))).toEqual(vectorOf('uno'));
  });

  test('missing keeps the order and leaves out what cannot be', () => {
    put('b');
    put('c', null);
    const hashes = ['d', 'b', 'a', 'c', 'd'].map(textHash);
    expect(store.vectors.missing(hashes)).toEqual([textHash('d'), textHash('a')]);
    expect(store.vectors.missing([])).toEqual([]);
  });

  test('only those that a chunk uses are counted and iterated', () => {
    store.writeNote(noteWrite('a.md', { passages: ['uno', 'uno', 'dos'] }));
    embedAll(store);
    put('nadie');
    expect(inUse()).toEqual([textHash('uno'), textHash('dos')].sort());
    expect(store.vectors.count()).toBe(2);
    expect(store.counts()).toMatchObject({ chunks: 3, vectors: 2 });
  });

  test('are given by chunk, every chunk that has one, those of one text each; and evenly sampled', () => {
    const texts = Array.from({ length: 1300 }, (_, i) => `texto ${i}`);
    const first = store.writeNote(noteWrite('a.md', { passages: [...texts, 'texto 511', 'texto 512'] }));
    embedAll(store);
    const waits = store.writeNote(noteWrite('b.md', { passages: ['texto 7', 'sin vector'] }));
    put('nadie');
    const known = [...store.chunks.ofNote(first), store.chunks.ofNote(waits)[0]!];
    const vectors = store.vectors.get(known.map(({ hash }) => hash));
    const found = Array.from(store.vectors.ofChunks(), ({ chunkId, vector }) => [chunkId, [...vector]]);
    expect(found.sort((a, b) => (a[0] as number) - (b[0] as number))).toEqual(
      known.map(({ id, hash }) => [id, [...vectors.get(hash)!]]),
    );
    const owners = Array.from(store.chunks.owners(), ({ id, noteId }) => `${id} ${noteId}`);
    expect(owners.sort()).toEqual(
      Array.from(store.chunks.all(), ({ id, noteId }) => `${id} ${noteId}`).sort(),
    );
    expect([...store.vectors.sample(1e6)]).toHaveLength(found.length);
    const some = [...store.vectors.sample(100)];
    expect(some.length).toBeGreaterThan(90);
    expect(some.length).toBeLessThan(110);
    expect(some.length * some[0]!.each).toBeCloseTo(1300, -2);
    expect(new Set(some.map(({ chunkId }) => chunkId)).size).toBe(some.length);
  });

  test('a revert, a removal and a rename cost no embedding', () => {
    const id = store.writeNote(noteWrite('a.md', { passages: ['uno'] }));
    embedAll(store);
    store.writeNote(noteWrite('a.md', { passages: ['dos'] }));
    store.writeNote(noteWrite('a.md', { passages: ['uno'] }));
    expect(pending()).toEqual([]);
    store.removeNote(id);
    store.writeNote(noteWrite('b.md', { passages: ['uno'] }));
    expect(pending()).toEqual([]);
  });

  test('of a wrong length are refused, and nothing of their batch is kept', () => {
    const rows = [
      { hash: textHash('a'), vector: vectorOf('a') },
      { hash: textHash('b'), vector: new Float32Array(7) },
    ];
    expect(() => store.vectors.put(rows)).toThrow(/7 numbers/);
    expect(store.vectors.get([textHash('a')]).size).toBe(0);
  });

  test('nearest is exact, nearest first', () => {
    const words = Array.from({ length: 60 }, (_, i) => `palabra ${i}`);
    store.writeNote(noteWrite('a.md', { passages: words }));
    embedAll(store);
    put('nadie');
    const query = vectorOf('pregunta');
    const cosine = (text: string) => vectorOf(text).reduce((sum, x, i) => sum + x * query[i]!, 0);
    const expected = words
      .map((w) => ({ hash: textHash(w), cosine: cosine(w) }))
      .sort((a, b) => b.cosine - a.cosine);
    const found = store.vectors.nearest(query, 10);
    expect(found.map((f) => f.hash)).toEqual(expected.slice(0, 10).map((e) => e.hash));
    found.forEach((f, i) => {
      expect(f.cosine).toBeCloseTo(expected[i]!.cosine, 5);
    });
  });
});

describe('models', () => {
  const OTHER = { id: 'other', dimensions: 5, fingerprint: 'other/1' };

  test('live side by side, each with its own dimensions', () => {
    store.writeNote(noteWrite('a.md', { passages: ['uno', 'dos'] }));
    embedAll(store);
    const other = bench.open({ model: OTHER });
    expect(other.vectors.pendingCount()).toBe(2);
    expect(other.ledger.counts()).toMatchObject({ waiting: 1 });
    other.vectors.put([{ hash: textHash('uno'), vector: vectorOf('uno', 5) }]);
    expect(other.vectors.get([textHash('uno')]).get(textHash('uno'))).toHaveLength(5);
    expect(inUse(other)).toEqual([textHash('uno')]);
    expect(store.vectors.get([textHash('uno')]).get(textHash('uno'))).toHaveLength(8);
    expect(store.vectors.nearest(vectorOf('uno'), 9)).toHaveLength(2);
    expect(bench.open().vectors.pendingCount()).toBe(0);
  });

  test('are known by fingerprint: another precision of the same model shares its vectors', () => {
    put('uno');
    const fast = bench.open({ model: { ...MODEL, id: 'test-model-fast' } });
    expect(fast.vectors.missing([textHash('uno')])).toEqual([]);
    expect(() => bench.open({ model: { ...MODEL, dimensions: 9 } })).toThrow(/dimensions/);
  });

  test('a reader finds its model as soon as the writer has put it there', () => {
    store.writeNote(noteWrite('a.md', { passages: ['uno'] }));
    const reader = bench.open({ model: OTHER, readOnly: true });
    expect(reader.vectors.count()).toBe(0);
    expect(reader.vectors.pendingCount()).toBe(1);
    expect([...reader.vectors.each()]).toEqual([]);
    const writer = bench.open({ model: OTHER });
    embedAll(writer, 5);
    expect(reader.vectors.count()).toBe(1);
    expect(reader.vectors.pendingCount()).toBe(0);
  });
});

describe('sweep', () => {
  const BYTES = MODEL.dimensions * 4;

  test('drops spare vectors, longest unused first, and never one in use', () => {
    store.writeNote(noteWrite('a.md', { passages: ['usado'] }));
    for (const text of ['usado', 'viejo', 'medio', 'nuevo']) put(text);
    store.sweep(2 * BYTES);
    expect(store.vectors.missing(['viejo', 'medio', 'nuevo', 'usado'].map(textHash))).toEqual([
      textHash('viejo'),
    ]);
    store.sweep(0);
    expect(store.vectors.missing(['medio', 'nuevo', 'usado'].map(textHash))).toEqual(
      ['medio', 'nuevo'].map(textHash),
    );
  });

  test('what a note let go of last goes last', async () => {
    const id = store.writeNote(noteWrite('a.md', { passages: ['de la nota'] }));
    embedAll(store);
    put('posterior');
    const before = Date.now();
    while (Date.now() === before) await new Promise((next) => setImmediate(next));
    store.removeNote(id);
    store.sweep(BYTES);
    expect(store.vectors.missing(['de la nota', 'posterior'].map(textHash))).toEqual([textHash('posterior')]);
  });

  test('vectors of another model count as spare', () => {
    store.writeNote(noteWrite('a.md', { passages: ['uno'] }));
    embedAll(store);
    bench.open({ model: { id: 'other', dimensions: 5, fingerprint: 'other/1' } }).sweep(0);
    expect(store.vectors.count()).toBe(0);
  });
});
