import { expect, test } from 'vitest';
import { NoteTable } from './note-table.ts';

test('notes keep their slot; slots of removed notes are used again', () => {
  const notes = new NoteTable();
  expect([notes.put(10, 'es'), notes.put(20, 'en'), notes.put(10, 'fr')]).toEqual([0, 1, 0]);
  expect(notes.languageOf(0)).toBe('fr');
  notes.remove(10);
  expect([notes.slotOf(10), notes.idOf(0), notes.count, notes.slots]).toEqual([undefined, -1, 1, 2]);
  expect(notes.put(30, 'de')).toBe(0);
  expect([notes.idOf(0), notes.ids()]).toEqual([30, [20, 30]]);
});

test('what was never there is not found and not missed', () => {
  const notes = new NoteTable();
  notes.remove(5);
  expect([notes.slotOf(5), notes.idOf(7), notes.languageOf(7), notes.slots]).toEqual([
    undefined,
    -1,
    'und',
    0,
  ]);
});
