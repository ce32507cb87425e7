import { afterEach, beforeEach, expect, test } from 'vitest';
import { Bench, noteWrite } from './store.fixture.ts';
import type { Store } from './types.ts';

let bench: Bench;
let store: Store;
beforeEach(() => {
  bench = new Bench();
  store = bench.open();
});
afterEach(() => bench.close());

test('notes are listed by path, with what lists show', () => {
  store.writeNote(noteWrite('b.md', { title: 'Be', aliases: ['B'], tags: ['x'], oddities: ['mojibake'] }));
  const id = store.writeNote(noteWrite('a.md', { passages: [[['Uno', 'Dos'], 'texto']] }));
  expect(store.notes.entries()).toMatchObject([
    { path: 'a.md', title: 'a', aliases: [], tags: [], language: 'es', kind: 'markdown' },
    { path: 'b.md', title: 'Be', aliases: ['B'], tags: ['x'], mtimeMs: 1000.25 },
  ]);
  expect(store.notes.allHeadings()).toEqual([{ path: 'a.md', headings: store.notes.headings(id) }]);
  expect(store.notes.oddities(store.notes.byPath('b.md')!.id)).toEqual(['mojibake']);
  expect(store.notes.languages()).toEqual([{ language: 'es', notes: 2 }]);
});

test('the passage at a span holds most of it, else is the nearest', () => {
  const id = store.writeNote(noteWrite('a.md', { passages: ['0123456789', 'abcdefghij', 'ABCDEFGHIJ'] }));
  const at = (start: number, end: number) => store.chunks.at(id, { start, end })?.text;
  expect(at(3, 3)).toBe('0123456789');
  expect(at(8, 20)).toBe('abcdefghij');
  expect(at(0, 40)).toBe('0123456789');
  expect(at(500, 600)).toBe('ABCDEFGHIJ');
  expect(store.chunks.at(99, { start: 0, end: 1 })).toBeUndefined();
});

test('a phrase that too many passages may say is not looked for', () => {
  store.writeNote(noteWrite('a.md', { passages: ['el mar azul', 'el mar verde', 'el mar'] }));
  expect(store.lexical.phrase('el mar', 3)).toHaveLength(3);
  expect(store.lexical.phrase('el mar', 2)).toBeNull();
  expect(store.lexical.phrase('el lago', 0)).toEqual([]);
});

test('the stamp is another one after any write, and the same after none', () => {
  const before = store.stamp();
  store.counts();
  store.notes.all();
  expect(store.stamp()).toBe(before);
  store.writeNote(noteWrite('a.md'));
  const own = store.stamp();
  expect(own).not.toBe(before);
  const other = bench.open();
  other.writeNote(noteWrite('b.md'));
  expect(store.stamp()).not.toBe(own);
});

test('texts that the model could not embed are wanting again when they are to be tried', () => {
  store.writeNote(noteWrite('a.md', { passages: ['uno', 'dos'] }));
  const [first] = store.vectors.pending(1);
  store.vectors.put([{ hash: first!.hash, vector: null }]);
  expect(store.vectors.pendingCount()).toBe(1);
  store.vectors.tryAgain();
  expect(store.vectors.pendingCount()).toBe(2);
});
