import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { NoteTable } from '../note-table.ts';
import { LanguageMeans } from './centring.ts';
import { seeded, vectorMaker } from './made-vectors.ts';
import { PassageIndex } from './passage-index.ts';
import { topIndexes } from './top.ts';

const LANGUAGES = ['es', 'en'];

interface World {
  readonly notes: NoteTable;
  readonly index: PassageIndex;
  /** By chunk id. */
  readonly vectors: Map<number, { vector: Float32Array; language: string }>;
}

/** `count` passages in notes of four; every third note in another language. */
function world(dimensions: number, count: number): World & { query: (n: number) => Float32Array } {
  const notes = new NoteTable();
  const index = new PassageIndex(dimensions, notes);
  const maker = vectorMaker(dimensions, { topics: 60 });
  const vectors: World['vectors'] = new Map();
  for (let chunk = 0; chunk < count; chunk++) {
    const note = chunk >> 2;
    const l = note % 3 === 0 ? 1 : 0;
    const slot = notes.put(note + 1, LANGUAGES[l]!);
    const vector = maker.vector((chunk * 7) % 60, l);
    vectors.set(chunk, { vector, language: LANGUAGES[l]! });
    index.add(slot, chunk, vector);
  }
  const query = (n: number) => index.centring.centre(maker.vector(n, 0), 'es');
  return { notes, index, vectors, query };
}

const recentre = (index: PassageIndex) => {
  for (const _ of index.recentre());
};

function dot(a: Float32Array, b: Float32Array): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += a[i]! * b[i]!;
  return sum;
}

/** Chunk ids by exact centred cosine, best first, for several queries. */
function exactOf({ index, vectors }: World): (query: Float32Array, k: number) => number[] {
  const centred = [...vectors].map(([chunk, v]) => ({
    chunk,
    vector: index.centring.centre(v.vector, v.language),
  }));
  return (query, k) =>
    centred
      .map(({ chunk, vector }) => ({ chunk, cosine: dot(vector, query) }))
      .sort((a, b) => b.cosine - a.cosine)
      .slice(0, k)
      .map(({ chunk }) => chunk);
}

describe.each([384, 100])('%i dimensions', (dimensions) => {
  test('recall@10 of the scan is at least .99, its rows rescored exactly', () => {
    const w = world(dimensions, 3000);
    recentre(w.index);
    const exact = exactOf(w);
    let found = 0;
    for (let n = 0; n < 20; n++) {
      const query = w.query(n);
      const near = w.index.nearest(query, 40, 400).rows.map((row) => w.index.chunkOf(row));
      found += exact(query, 10).filter((chunk) => near.includes(chunk)).length;
    }
    expect(found / 200).toBeGreaterThanOrEqual(0.99);
  });

  test('cosines of rows and notes are within 2 % of the exact ones', () => {
    const w = world(dimensions, 400);
    recentre(w.index);
    const query = w.query(5);
    const { rows, cosines } = w.index.nearest(query, 400);
    expect(rows).toHaveLength(400);
    for (const [i, row] of rows.entries()) {
      const { vector, language } = w.vectors.get(w.index.chunkOf(row))!;
      expect(Math.abs(cosines[i]! - dot(w.index.centring.centre(vector, language), query))).toBeLessThan(
        0.02,
      );
    }
    const notes = w.index.noteCosines(query);
    for (let slot = 0; slot < 100; slot += 9) {
      const mean = new Float32Array(dimensions);
      for (let chunk = slot * 4; chunk < slot * 4 + 4; chunk++) {
        const { vector, language } = w.vectors.get(chunk)!;
        const centred = w.index.centring.centre(vector, language);
        for (let i = 0; i < dimensions; i++) mean[i]! += centred[i]!;
      }
      expect(Math.abs(notes[slot]! - dot(mean, query) / Math.hypot(...mean))).toBeLessThan(0.02);
    }
  });
});

test('centring again changes what a wrong mean had spoilt, and the vectors survive it', () => {
  const w = world(96, 600);
  // The first rows were centred by the means of nothing.
  expect(w.index.stale).toBe(true);
  recentre(w.index);
  expect(w.index.stale).toBe(false);
  const fresh = new PassageIndex(96, w.notes);
  const means = new LanguageMeans(96);
  for (const { vector, language } of w.vectors.values()) means.add(language, vector);
  fresh.presetMeans(means, w.vectors.size);
  for (const [chunk, { vector }] of w.vectors) fresh.add(w.notes.slotOf((chunk >> 2) + 1)!, chunk, vector);
  for (let n = 0; n < 10; n++) {
    const query = w.query(n);
    const [a, b] = [w.index.nearest(query, 600), fresh.nearest(query, 600)];
    const byChunk = new Map(b.rows.map((row, i) => [fresh.chunkOf(row), b.cosines[i]!]));
    for (const [i, row] of a.rows.entries())
      expect(a.cosines[i]!).toBeCloseTo(byChunk.get(w.index.chunkOf(row))!, 1.5);
  }
});

test('doubling, halving and drifting make it stale; a few more passages do not', () => {
  const w = world(64, 400);
  recentre(w.index);
  const maker = vectorMaker(64, { topics: 60 });
  for (let i = 0; i < 20; i++) w.index.add(w.notes.slotOf(1)!, 1000 + i, maker.vector(i));
  expect(w.index.stale).toBe(false);
  const other = vectorMaker(64, { seed: 99 });
  for (let i = 0; i < 100; i++) w.index.add(w.notes.slotOf(2)!, 2000 + i, other.vector(i));
  expect(w.index.stale).toBe(true);
  recentre(w.index);
  for (let id = 1; id <= 70; id++) w.index.removeNote(w.notes.slotOf(id)!);
  expect(w.index.stale).toBe(true);
});

test('any adding and removing leaves the rows of the notes that are left, each once', () => {
  const step = fc.record({ note: fc.integer({ min: 1, max: 9 }), chunks: fc.nat(5), recentre: fc.boolean() });
  const maker = vectorMaker(24, { topics: 9 });
  const random = seeded(2);
  fc.assert(
    fc.property(fc.array(step, { maxLength: 40 }), (steps) => {
      const notes = new NoteTable();
      const index = new PassageIndex(24, notes);
      const expected = new Map<number, number[]>();
      let next = 0;
      for (const { note, chunks, recentre: again } of steps) {
        const known = notes.slotOf(note);
        if (known !== undefined) index.removeNote(known);
        const slot = notes.put(note, 'es');
        const ids = Array.from({ length: chunks }, () => next++);
        for (const id of ids) index.add(slot, id, maker.vector(Math.floor(random() * 9)));
        expected.set(note, ids);
        if (again) recentre(index);
      }
      const total = [...expected.values()].reduce((sum, ids) => sum + ids.length, 0);
      expect(index.count).toBe(total);
      for (const [note, ids] of expected) {
        const slot = notes.slotOf(note)!;
        const rows = index.rowsOf(slot);
        expect(rows.map((row) => index.chunkOf(row)).sort((a, b) => a - b)).toEqual(ids);
        for (const row of rows) expect(index.noteOf(row)).toBe(slot);
        if (ids.length === 0) expect(index.noteCosines(maker.vector(1))[slot]).toBe(0);
      }
    }),
    { numRuns: 50 },
  );
});

test('notes are prepared in steps, as they are all at once; a question between two steps finds them all', () => {
  const [slow, quick] = [world(100, 2400), world(100, 2400)];
  const query = slow.query(3);
  const asked = (w: typeof slow) => [...w.index.noteCosines(query)];
  const steps = slow.index.prepare();
  expect(steps.next().done).toBe(false);
  const expected = asked(quick);
  expect(asked(slow)).toEqual(expected);
  for (const _ of steps);
  expect(asked(slow)).toEqual(expected);
  expect([...slow.index.prepare()]).toEqual([]);
});

test('of half as many rows again as are looked at in full, half as many again are handed on', () => {
  const notes = new NoteTable();
  const index = new PassageIndex(16, notes);
  const random = seeded(5);
  const vector = () => Float32Array.from({ length: 16 }, () => random() - 0.5);
  const slot = notes.put(1, 'es');
  for (let chunk = 0; chunk < 375_000; chunk++) index.add(slot, chunk, vector());
  expect(index.near(vector(), 10).rows).toHaveLength((10 * 384 * 1.5) / 16);
});

test('an empty index finds nothing', () => {
  const index = new PassageIndex(32, new NoteTable());
  expect(index.nearest(vectorMaker(32).vector(1), 10)).toEqual({ rows: [], cosines: [] });
  expect(index.noteCosines(vectorMaker(32).vector(1))).toHaveLength(0);
  expect(index.stale).toBe(false);
});

test('a passage takes about 450 bytes at 384 dimensions, a note vector as much again', () => {
  const notes = new NoteTable();
  const index = new PassageIndex(384, notes);
  const vector = vectorMaker(384).vector(1);
  const count = 16_384;
  for (let chunk = 0; chunk < count; chunk++) index.add(notes.put(chunk >> 2, 'es'), chunk, vector);
  index.nearest(vector, 1);
  index.noteCosines(vector);
  expect((index.bytes - notes.count * 440) / count).toBeLessThan(480);
});

test('finds the same in many rows, whose limit is guessed, as by looking at all', () => {
  const notes = new NoteTable();
  const index = new PassageIndex(64, notes);
  const maker = vectorMaker(64, { topics: 12, spread: 0.8 });
  // Topic after topic: the first segments are no fair sample.
  const count = 20_000;
  for (let i = 0; i < count; i++)
    index.add(notes.put(i + 1, 'es'), i, maker.vector(Math.floor((i * 12) / count)));
  for (const _ of index.recentre());
  for (const topic of [0, 5, 11]) {
    const query = index.centring.centre(maker.vector(topic), 'es');
    const all = index.cosinesAt(
      query,
      Int32Array.from({ length: count }, (_, row) => row),
    );
    const best = topIndexes(all, 10, -2);
    const { rows } = index.nearest(query, 10);
    expect(rows.filter((row) => best.includes(row)).length).toBeGreaterThan(7);
    expect(index.near(query, 100).rows.length).toBe(600);
  }
});
