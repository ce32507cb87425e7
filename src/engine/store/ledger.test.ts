import { afterEach, beforeEach, expect, test } from 'vitest';
import { textHash } from '../base/hash.ts';
import { Bench, embedAll, noteWrite } from './store.fixture.ts';
import type { LedgerRecord, Store } from './types.ts';

let bench: Bench;
let store: Store;
beforeEach(() => {
  bench = new Bench();
  store = bench.open();
});
afterEach(() => bench.close());

const entry = (
  path: string,
  code: LedgerRecord['code'] = 'FILE_EXCLUDED',
): Omit<LedgerRecord, 'outcome'> => ({
  path,
  code,
  params: { path, size: 3 },
  oddities: [],
  at: 1234,
});
const outcomes = (filter?: Parameters<Store['ledger']['all']>[0]) =>
  store.ledger.all(filter).map((e) => [e.path, e.outcome, e.code]);

test('a note waits until all its passages have vectors, then is indexed', () => {
  store.writeNote(noteWrite('a.md', { passages: ['uno', 'dos'] }));
  store.writeNote(noteWrite('vacía.md'));
  expect(outcomes()).toEqual([
    ['a.md', 'waiting', null],
    ['vacía.md', 'indexed', null],
  ]);
  store.vectors.put([{ hash: textHash('uno'), vector: new Float32Array(8) }]);
  expect(store.ledger.counts()).toEqual({ indexed: 1, waiting: 1, skipped: 0, failed: 0 });
  embedAll(store);
  expect(store.ledger.counts()).toEqual({ indexed: 2, waiting: 0, skipped: 0, failed: 0 });
  expect(outcomes({ notable: true })).toEqual([]);
});

test('an impossible vector is told and nothing waits for it; a later one takes that back', () => {
  store.writeNote(noteWrite('a.md', { passages: ['uno'] }));
  store.vectors.put([{ hash: textHash('uno'), vector: null }]);
  expect(store.ledger.all({ notable: true })).toMatchObject([
    { path: 'a.md', outcome: 'indexed', code: 'VECTOR_INVALID', params: { path: 'a.md' } },
  ]);
  store.vectors.put([{ hash: textHash('uno'), vector: new Float32Array(8) }]);
  expect(store.ledger.all({ notable: true })).toEqual([]);
});

test('an impossible vector of one model says nothing of another', () => {
  store.writeNote(noteWrite('a.md', { passages: ['uno'] }));
  store.vectors.put([{ hash: textHash('uno'), vector: null }]);
  const other = bench.open({ model: { id: 'o', dimensions: 4, fingerprint: 'o' } });
  expect(other.ledger.all()).toMatchObject([{ outcome: 'waiting', code: null }]);
});

test('what was left out or failed comes back whole, and is replaced by path', () => {
  store.ledger.record([entry('z.md'), entry('b.bin', 'FILE_BINARY')], 'skipped');
  store.ledger.record([entry('z.md', 'FILE_UNREADABLE')], 'failed');
  expect(store.ledger.all()).toEqual([
    { ...entry('b.bin', 'FILE_BINARY'), outcome: 'skipped' },
    { ...entry('z.md', 'FILE_UNREADABLE'), outcome: 'failed' },
  ]);
  expect(outcomes({ outcome: 'failed' })).toEqual([['z.md', 'failed', 'FILE_UNREADABLE']]);
  expect(outcomes({ notable: true })).toHaveLength(2);
  store.ledger.remove(['b.bin', 'never.md']);
  expect(store.ledger.counts()).toEqual({ indexed: 0, waiting: 0, skipped: 0, failed: 1 });
});

test('a note that can no longer be read stays in the index and is told as failed, until it is read again', () => {
  const write = noteWrite('a.md', { passages: ['uno'] });
  const id = store.writeNote(write);
  store.ledger.record([entry('a.md', 'FILE_UNREADABLE')], 'failed');
  expect(outcomes()).toEqual([['a.md', 'failed', 'FILE_UNREADABLE']]);
  expect(store.ledger.counts()).toEqual({ indexed: 0, waiting: 0, skipped: 0, failed: 1 });
  expect(store.chunks.ofNote(id)).toHaveLength(1);
  store.touchNote(id, write.file);
  expect(outcomes()).toEqual([['a.md', 'waiting', null]]);
  store.ledger.record([entry('a.md', 'FILE_UNREADABLE')], 'failed');
  store.writeNote(write);
  expect(outcomes()).toEqual([['a.md', 'waiting', null]]);
});

test('a note that is excluded now keeps that entry when it is removed', () => {
  const id = store.writeNote(noteWrite('a.md'));
  store.ledger.record([entry('a.md')], 'skipped');
  store.removeNote(id);
  expect(outcomes()).toEqual([['a.md', 'skipped', 'FILE_EXCLUDED']]);
});

test('a move takes the entry of the old name away', () => {
  const id = store.writeNote(noteWrite('a.md'));
  store.ledger.record([entry('a.md', 'FILE_UNREADABLE'), entry('b.md', 'FILE_VANISHED')], 'failed');
  store.moveNote(id, noteWrite('b.md'));
  expect(outcomes()).toEqual([['b.md', 'indexed', null]]);
});

test('oddities make an indexed note notable', () => {
  store.writeNote(noteWrite('a.md', { oddities: ['invalid-utf8', 'invalid-utf8'] }));
  store.writeNote(noteWrite('b.md'));
  expect(store.ledger.all({ notable: true })).toMatchObject([{ path: 'a.md', oddities: ['invalid-utf8'] }]);
});
