import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { asNotePath } from '../../common/ids.ts';
import { Bench, embedAll, noteWrite } from './store.fixture.ts';
import { decodeTerms } from './terms.ts';
import type { Store } from './types.ts';

let bench: Bench;
let store: Store;
beforeEach(() => {
  bench = new Bench();
  store = bench.open();
});
afterEach(() => bench.close());

const hashes = (id: number) => store.chunks.ofNote(id).map((chunk) => chunk.hash);
const texts = (id: number) => store.chunks.ofNote(id).map((chunk) => chunk.text);

describe('writing', () => {
  test('a note comes back as it was written', () => {
    const write = noteWrite('Ideas/Café ☕.md', {
      title: 'El café',
      aliases: ['Coffee', 'コーヒー'],
      tags: ['bebidas/calientes', 'diario', 'diario'],
      passages: [[['Origen'], 'Viene de Etiopía.']],
      oddities: ['mojibake'],
    });
    const raw = Buffer.from([0x43, 0x61, 0x66, 0xe9]);
    const id = store.writeNote({ ...write, file: { ...write.file, rawPath: raw } });
    expect(store.notes.byId(id)).toEqual({
      id,
      path: 'Ideas/Café ☕.md',
      rawPath: raw,
      kind: 'markdown',
      title: 'El café',
      aliases: ['Coffee', 'コーヒー'],
      tags: ['bebidas/calientes', 'diario'],
      language: 'es',
      date: null,
      contentHash: write.content.contentHash,
      size: write.content.size,
      mtimeMs: 1000.25,
      birthtimeMs: 500.5,
      readAtMs: expect.closeTo(Date.now(), -5),
    });
    expect(store.notes.byPath('Ideas/Café ☕.md')?.id).toBe(id);
    expect(store.notes.headings(id)).toEqual([{ level: 1, text: 'Origen', start: 0, end: 1 }]);
  });

  test('what is not there is undefined or empty', () => {
    expect(store.notes.byId(7)).toBeUndefined();
    expect(store.notes.byPath('x.md')).toBeUndefined();
    expect(store.notes.headings(7)).toEqual([]);
    expect(store.chunks.ofNote(7)).toEqual([]);
    expect(store.chunks.byIds([7])).toEqual([]);
    expect(store.lexical.ofNote(7)).toEqual(new Map());
  });

  test('chunks come back in order, by id in the order asked for', () => {
    const id = store.writeNote(noteWrite('a.md', { passages: [[['Uno', 'Dos'], 'primero'], 'segundo'] }));
    const [first, second] = store.chunks.ofNote(id);
    expect(first).toMatchObject({
      ordinal: 0,
      headingPath: ['Uno', 'Dos'],
      text: 'primero',
      start: 0,
      end: 7,
    });
    expect(store.chunks.byIds([second!.id, 99, first!.id])).toEqual([second, first]);
    expect([...store.chunks.all()]).toEqual(
      [first, second].map((chunk) => ({ id: chunk!.id, noteId: id, hash: chunk!.hash })),
    );
  });

  test('terms come back with their counts, whatever they are made of', () => {
    const terms = { mar: 3, ancla: 1, barco: 1, '"quoted"': 2, 航海: 1, '\ud800': 1, __proto__x: 1 };
    const id = store.writeNote(noteWrite('a.md', { terms }));
    expect(store.lexical.ofNote(id)).toEqual(new Map(Object.entries(terms)));
    const all = Array.from(store.lexical.encoded(), (note) => ({
      noteId: note.noteId,
      terms: decodeTerms(Buffer.from(note.terms).toString()),
    }));
    expect(all).toEqual([{ noteId: id, terms: new Map(Object.entries(terms)) }]);
  });

  test('a note written again keeps its id; passages that did not change keep theirs', () => {
    const id = store.writeNote(noteWrite('a.md', { passages: ['uno', 'dos', 'tres', 'dos'] }));
    const [uno, dos, , again] = store.chunks.ofNote(id);
    expect(store.writeNote(noteWrite('a.md', { passages: ['nuevo', 'dos', 'uno', 'dos', 'fin'] }))).toBe(id);
    const after = store.chunks.ofNote(id);
    expect(after.map((chunk) => chunk.text)).toEqual(['nuevo', 'dos', 'uno', 'dos', 'fin']);
    expect(after.map((chunk) => chunk.start)).toEqual([0, 7, 12, 17, 22]);
    expect([after[1]!.id, after[2]!.id, after[3]!.id]).toEqual([dos!.id, uno!.id, again!.id]);
    expect(after[0]!.id).toBeGreaterThan(again!.id);
  });

  test('ids of what is gone are never given again', () => {
    const id = store.writeNote(noteWrite('a.md', { passages: ['uno'] }));
    const chunk = store.chunks.ofNote(id)[0]!.id;
    store.removeNote(id);
    const next = store.writeNote(noteWrite('a.md', { passages: ['uno'] }));
    expect(next).toBeGreaterThan(id);
    expect(store.chunks.ofNote(next)[0]!.id).toBeGreaterThan(chunk);
  });

  test('a broken surrogate in the text does no harm and costs the passage no id', () => {
    const write = () => noteWrite('a.md', { passages: ['mal \ud83d par', 'bien'] });
    const id = store.writeNote(write());
    const before = store.chunks.ofNote(id);
    store.writeNote(write());
    expect(store.chunks.ofNote(id)).toEqual(before);
    expect(before[0]!.text).toBe('mal \ufffd par');
  });

  test('removing takes everything of the note along', () => {
    const id = store.writeNote(noteWrite('a.md', { passages: ['velas'], links: ['b'], terms: { velas: 1 } }));
    store.removeNote(id);
    expect(store.counts()).toEqual({ notes: 0, chunks: 0, vectors: 0, links: 0, unresolvedLinks: 0 });
    expect(store.lexical.match(['velas'], 9)).toEqual([]);
    expect(store.lexical.matchTitles(['a'], 9)).toEqual([]);
    expect([...store.lexical.encoded()]).toEqual([]);
    expect(() => store.removeNote(id)).not.toThrow();
  });

  test('a write that fails half-way leaves the note as it was', () => {
    const id = store.writeNote(noteWrite('a.md', { passages: ['antes'], links: ['x'] }));
    const bad = noteWrite('a.md', { passages: ['después'], links: ['y', 'z'] });
    const chunk = { ...bad.chunks[0]!, hash: null as unknown as string };
    expect(() => store.writeNote({ ...bad, chunks: [chunk] })).toThrow();
    expect(texts(id)).toEqual(['antes']);
    expect(store.links.ofNote(id).map((link) => link.target)).toEqual(['x']);
    expect(store.lexical.match(['después'], 9)).toEqual([]);
    expect(store.vectors.pending(9).map((p) => p.input)).toEqual(['antes']);
  });
});

describe('moving', () => {
  test('keeps note, chunks and vectors; takes the new names', () => {
    const passages = ['uno', 'dos'];
    const id = store.writeNote(noteWrite('viejo.md', { passages }));
    embedAll(store);
    const chunks = store.chunks.ofNote(id);
    store.moveNote(id, noteWrite('nueva/casa.md', { passages }));
    expect(store.notes.byPath('viejo.md')).toBeUndefined();
    expect(store.notes.byPath('nueva/casa.md')).toMatchObject({ id, title: 'casa' });
    expect(store.chunks.ofNote(id)).toEqual(chunks);
    expect(store.vectors.pendingCount()).toBe(0);
    expect(store.lexical.matchTitles(['viejo'], 9)).toEqual([]);
    expect(store.lexical.matchTitles(['casa'], 9)).toMatchObject([{ noteId: id }]);
  });

  test('two notes swap names without an embedding', () => {
    const a = store.writeNote(noteWrite('a.md', { passages: ['texto de a'] }));
    const b = store.writeNote(noteWrite('b.md', { passages: ['texto de b'] }));
    embedAll(store);
    store.moveNote(a, noteWrite('b.md', { passages: ['texto de a'] }));
    store.moveNote(b, noteWrite('a.md', { passages: ['texto de b'] }));
    expect(store.notes.byPath('b.md')?.id).toBe(a);
    expect(texts(store.notes.byPath('a.md')!.id)).toEqual(['texto de b']);
    expect(store.counts()).toMatchObject({ notes: 2, chunks: 2 });
    expect(store.vectors.pendingCount()).toBe(0);
  });

  test('touching changes size, times and the raw path only', () => {
    const write = noteWrite('a.md', { passages: ['uno'], oddities: ['mojibake'] });
    const id = store.writeNote(write);
    const before = store.notes.byId(id)!;
    const rawPath = Buffer.from('A.md');
    store.touchNote(id, { ...write.file, path: asNotePath('a.md'), rawPath, mtimeMs: 2000.125, size: 9 });
    expect(store.notes.byId(id)).toEqual({
      ...before,
      readAtMs: expect.any(Number),
      rawPath,
      mtimeMs: 2000.125,
      size: 9,
    });
    expect(hashes(id)).toHaveLength(1);
    expect(store.ledger.all({ notable: true })).toMatchObject([{ oddities: ['mojibake'] }]);
  });
});

describe('reading while writing', () => {
  test('long reads let the reader write in between, and see each row once', () => {
    for (let i = 0; i < 5; i++)
      store.writeNote(noteWrite(`${i}.md`, { passages: [`n ${i}`], terms: { n: i } }));
    embedAll(store);
    const seen: number[] = [];
    for (const { noteId } of store.chunks.all()) {
      seen.push(noteId);
      store.writeNote(
        noteWrite(`${noteId - 1}.md`, { passages: [`n ${noteId - 1}`, 'más'], terms: { n: 1 } }),
      );
    }
    expect(new Set(seen).size).toBe(5);
    for (const { noteId } of store.lexical.encoded()) store.touchNote(noteId, noteWrite('0.md').file);
    for (const { hash } of store.vectors.each()) store.vectors.put([{ hash, vector: null }]);
    expect([...store.notes.each()]).toEqual(store.notes.all());
  });

  test('a second connection reads, sees commits, and may not write', () => {
    const reader = bench.open({ readOnly: true });
    const version = reader.dataVersion();
    expect(reader.notes.all()).toEqual([]);
    const id = store.writeNote(noteWrite('a.md', { passages: ['uno'] }));
    expect(reader.dataVersion()).not.toBe(version);
    expect(reader.notes.byPath('a.md')?.id).toBe(id);
    expect(reader.lexical.match(['uno'], 9)).toHaveLength(1);
    expect(reader.vectors.pendingCount()).toBe(1);
    embedAll(store);
    expect(reader.vectors.pendingCount()).toBe(0);
    expect(reader.ledger.counts()).toEqual({ indexed: 1, waiting: 0, skipped: 0, failed: 0 });
    expect(() => reader.writeNote(noteWrite('b.md'))).toThrow(
      expect.objectContaining({ code: 'INDEX_READ_ONLY' }),
    );
  });
});

test('meta keeps small facts', () => {
  expect(store.meta.get('recipe')).toBeUndefined();
  store.meta.set('recipe', '1');
  store.meta.set('recipe', '2');
  expect(bench.open({ vault: bench.folder }).meta.get('recipe')).toBe('2');
  expect(store.meta.get('vault')).toBe(bench.folder);
  expect(Date.parse(store.meta.get('created')!)).toBeGreaterThan(0);
});
