import { afterEach, beforeEach, expect, test } from 'vitest';
import { connect, type Db, loadVectorFunctions } from './connection.ts';
import { nearestOf } from './nearest.ts';
import { Bench, embedAll, noteWrite, vectorOf } from './store.fixture.ts';

let bench: Bench;
let db: Db;
beforeEach(() => {
  bench = new Bench();
  const store = bench.open();
  store.writeNote(noteWrite('a.md', { passages: Array.from({ length: 50 }, (_, i) => `palabra ${i}`) }));
  embedAll(store);
  db = connect(bench.file);
});
afterEach(() => {
  db.close();
  bench.close();
});

test('a machine without sqlite-vec finds the same', () => {
  const query = vectorOf('pregunta');
  const without = nearestOf(db, () => 1, 8, false)(query, 7);
  const other = connect(bench.file);
  if (!loadVectorFunctions(other))
    throw new Error('sqlite-vec has a build for every machine that tests run on');
  const withIt = nearestOf(other, () => 1, 8, true)(query, 7);
  other.close();
  expect(without.map((found) => found.hash)).toEqual(withIt.map((found) => found.hash));
  without.forEach((found, i) => {
    expect(found.cosine).toBeCloseTo(withIt[i]!.cosine, 5);
  });
});

test('vectors of a wrong length are passed over', () => {
  db.prepare('UPDATE vectors SET vector = ? WHERE id = 1').run(Buffer.alloc(5));
  const reader = bench.open();
  expect(reader.vectors.nearest(vectorOf('x'), 99)).toHaveLength(49);
  expect([...reader.vectors.each()]).toHaveLength(49);
});
