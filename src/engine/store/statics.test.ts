import Database from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { connect } from './connection.ts';
import { MIGRATIONS, migrate } from './migrations/index.ts';
import { Bench, MODEL, noteWrite } from './store.fixture.ts';
import type { Store } from './types.ts';

let bench: Bench;
beforeEach(() => {
  bench = new Bench();
});
afterEach(() => bench.close());

/** A note of some passages, each with a static vector by counts of that number. */
const weighed = (path: string, texts: readonly string[], staticBasis = 0) => ({
  ...noteWrite(path, { passages: texts }),
  statics: texts.map((text) => Int8Array.of(text.length, staticBasis)),
  staticBasis,
});

const vectors = (store: Store) => [...store.statics.each()].map(({ vector }) => [...vector]);

describe('static vectors', () => {
  test('are read while they are of the present counts, and made anew when they are not', () => {
    const store = bench.open();
    const note = store.writeNote(weighed('a.md', ['one', 'three']));
    expect(vectors(store)).toEqual([
      [3, 0],
      [5, 0],
    ]);
    const basis = store.statics.putCounts(1, Uint32Array.of(4, 0, 2));
    const [first, second] = store.chunks.ofNote(note).map(({ id }) => id);
    expect([vectors(store), store.statics.get([first!, second!])]).toEqual([[], new Map()]);
    const outdated = store.statics.outdated(-1, 10);
    expect(outdated).toEqual([
      { chunkId: first, input: 'one' },
      { chunkId: second, input: 'three' },
    ]);
    expect(store.statics.outdated(first!, 10)).toHaveLength(1);
    store.statics.renew([{ chunkId: first!, vector: Int8Array.of(9, 9) }]);
    expect(vectors(store)).toEqual([[9, 9]]);
    expect(store.statics.outdated(-1, 10).map(({ chunkId }) => chunkId)).toEqual([second]);
    // A note that is written again, its text unchanged, brings what its vectors are by.
    store.writeNote(weighed('a.md', ['one', 'three'], basis));
    expect([vectors(store), store.statics.outdated(-1, 10)]).toEqual([
      [
        [3, basis],
        [5, basis],
      ],
      [],
    ]);
  });

  test('of the same bytes by other counts count as made by these', () => {
    const store = bench.open();
    const write = weighed('a.md', ['one']);
    store.writeNote(write);
    const staticBasis = store.statics.putCounts(1, Uint32Array.of(1));
    store.writeNote({ ...write, staticBasis });
    expect(vectors(store)).toEqual([[3, 0]]);
  });

  test("one model's counts are no other's", () => {
    const other = { id: 'other', dimensions: 8, fingerprint: 'other/1' };
    const store = bench.open();
    store.writeNote(weighed('a.md', ['one']));
    const first = store.statics.putCounts(1, Uint32Array.of(1));
    const second = store.statics.putCounts(40, Uint32Array.of(7, 8));
    expect(second).toBeGreaterThan(first);
    store.close();
    const theirs = bench.open({ model: other });
    expect([theirs.statics.counts(), vectors(theirs)]).toEqual([null, [[3, 0]]]);
    theirs.close();
    const again = bench.open({ model: MODEL, readOnly: true });
    expect(again.statics.counts()).toEqual({ id: second, notes: 40, counts: Uint32Array.of(7, 8) });
    expect(vectors(again)).toEqual([]);
  });

  test('passages are sampled evenly, each once, whatever is gone between them', () => {
    const store = bench.open();
    const texts = Array.from({ length: 40 }, (_, i) => `passage ${i}`);
    for (const text of texts) store.writeNote(weighed(`${text}.md`, [text]));
    for (const note of store.notes.all()) if (note.id % 8 > 5) store.removeNote(note.id);
    expect(store.statics.sample(100)).toHaveLength(30);
    const some = store.statics.sample(10);
    expect(some.length).toBeGreaterThan(6);
    expect(new Set(some).size).toBe(some.length);
    expect(some.at(-1)).toMatch(/passage 3\d/);
    expect(bench.open({ file: `${bench.file}-2` }).statics.sample(10)).toEqual([]);
  });
});

test('static vectors of an index of before are by no counts', () => {
  const db = connect(bench.file);
  migrate(db, bench.file, MIGRATIONS.slice(0, 4));
  db.close();
  const before = new Database(bench.file);
  before.pragma('foreign_keys = OFF');
  before.prepare('INSERT INTO static_vectors (chunk_id, vector) VALUES (7, ?)').run(Buffer.of(1, 2));
  before.close();
  const store = bench.open();
  expect(vectors(store)).toEqual([[1, 2]]);
  store.statics.putCounts(3, Uint32Array.of(1));
  expect(vectors(store)).toEqual([]);
});
