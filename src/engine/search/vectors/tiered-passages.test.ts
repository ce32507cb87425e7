import { beforeEach, describe, expect, it } from 'vitest';
import { NoteTable } from '../note-table.ts';
import { vectorMaker } from './made-vectors.ts';
import { TieredPassages } from './tiered-passages.ts';

const WIDE = 96;
const NARROW = 32;
const TOPICS = 6;
const EACH = 40;

const contextual = vectorMaker(WIDE, { seed: 1, topics: TOPICS, spread: 0.6 });
const still = vectorMaker(NARROW, { seed: 2, topics: TOPICS, spread: 0.6 });
const bytes = (vector: Float32Array) => Int8Array.from(vector, (x) => Math.round(x * 127));

/** A note for every passage; the passage in slot s is of topic s mod 6. Every other one has a contextual vector. */
function half() {
  const notes = new NoteTable();
  const passages = new TieredPassages(WIDE, notes);
  passages.beginStatics(NARROW);
  const vectors = Array.from({ length: TOPICS * EACH }, (_, i) => ({
    contextual: contextual.vector(i % TOPICS),
    still: bytes(still.vector(i % TOPICS)),
  }));
  for (const [i, vector] of vectors.entries()) {
    const slot = notes.put(i + 1, 'es');
    passages.addStatic(slot, 1000 + i, vector.still);
    if (isContextual(i)) passages.addContextual(slot, 1000 + i, vector.contextual);
  }
  for (const _ of passages.recentre());
  return { notes, passages, vectors };
}

const isContextual = (i: number) => Math.floor(i / TOPICS) % 2 === 0;

let made: ReturnType<typeof half>;
beforeEach(() => {
  made = half();
});

/** The passage's vector as a caller has it. */
function asked(i: number, which: 'both' | 'static' | 'contextual' = 'both'): Float32Array {
  const { passages, vectors } = made;
  const vector = vectors[i]!;
  return passages.centring.centre(
    which === 'contextual'
      ? vector.contextual
      : passages.joined(which === 'both' ? vector.contextual : undefined, vector.still),
    'es',
  );
}

describe('a vault of which the model has read half', () => {
  it.each(['both', 'static'] as const)('finds passages of its topic in both tiers (%s)', (which) => {
    const { rows } = made.passages.nearest(asked(0, which), 20);
    const chunks = rows.map((row) => made.passages.chunkOf(row) - 1000);
    expect(new Set(chunks).size).toBe(20);
    expect(chunks.filter((i) => i % TOPICS === 0).length).toBeGreaterThan(17);
    expect(chunks.some(isContextual)).toBe(true);
    expect(chunks.some((i) => !isContextual(i))).toBe(true);
  });

  it('compares by what the model gave where both have it, else by static vectors', () => {
    const { passages } = made;
    const [there, waits] = [2 * TOPICS, TOPICS];
    const rows = Int32Array.from([there, waits].flatMap((slot) => passages.rowsOf(slot)));
    expect([...rows].map((row) => row >= 0)).toEqual([true, false]);
    const [first, second] = passages.cosinesAt(asked(0), rows);
    expect(first).toBeCloseTo(passages.similarity(asked(0), asked(there)), 1);
    expect(first).toBeCloseTo(passages.similarity(asked(0, 'contextual'), asked(there, 'contextual')), 1);
    expect(second).toBeCloseTo(passages.similarity(asked(0, 'static'), asked(waits, 'static')), 1);
    // Asked without a contextual vector, a passage that has one is compared by its static one all the same.
    const [byStatic] = passages.cosinesAt(asked(0, 'static'), rows);
    expect(byStatic).toBeCloseTo(passages.similarity(asked(0, 'static'), asked(there, 'static')), 1);
  });

  it('gives every note a cosine by its own tier, and says which', () => {
    const { passages } = made;
    const cosines = passages.noteCosines(asked(0));
    for (let slot = 1; slot < TOPICS * EACH; slot++) {
      expect(passages.tierOf(slot)).toBe(isContextual(slot) ? 'contextual' : 'static');
      if (slot % TOPICS === 0) expect(cosines[slot]).toBeGreaterThan(0.3);
      else expect(cosines[slot]).toBeLessThan(0.4);
    }
    const slots = Int32Array.from([7, 0, 12]);
    expect([...passages.noteCosinesAt(asked(0), slots)]).toEqual([...slots].map((slot) => cosines[slot]));
    expect(passages.tierOf(10_000)).toBe('words');
  });

  it('knows nothing of static passages when it is asked with a contextual vector alone', () => {
    const { passages } = made;
    const { rows } = passages.near(asked(0, 'contextual'), 50);
    expect([...rows].every((row) => row >= 0)).toBe(true);
  });

  it('stays true while passages come and go', () => {
    const { passages, notes, vectors } = made;
    for (const slot of [0, 5, 6, 100, 101]) {
      passages.removeNote(slot);
      expect(passages.rowsOf(slot)).toEqual([]);
      expect(passages.tierOf(slot)).toBe('words');
    }
    const waits = TOPICS;
    passages.addStatic(waits, 9000, vectors[waits]!.still);
    expect(passages.tierOf(waits)).toBe('static');
    passages.addContextual(waits, 9000, vectors[waits]!.contextual);
    expect(passages.tierOf(waits)).toBe('contextual');
    for (let slot = 0; slot < notes.slots; slot++)
      for (const row of passages.rowsOf(slot)) {
        expect(passages.noteOf(row)).toBe(slot);
        if (slot !== waits) expect(passages.chunkOf(row)).toBe(1000 + slot);
        expect(row >= 0).toBe(slot === waits || isContextual(slot));
      }
  });

  it('is the contextual tier alone once the static one is let go', () => {
    const { passages } = made;
    const before = passages.cosinesAt(asked(0, 'contextual'), Int32Array.from(passages.rowsOf(12)));
    passages.dropStatics();
    expect(passages.width).toBe(WIDE);
    expect(passages.joined(made.vectors[0]!.contextual, made.vectors[0]!.still)).toHaveLength(WIDE);
    const after = passages.cosinesAt(asked(0, 'contextual'), Int32Array.from(passages.rowsOf(12)));
    expect(after).toEqual(before);
    expect(passages.rowsOf(TOPICS)).toEqual([]);
  });
});
