import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import Database from 'better-sqlite3';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { Bench } from './store.fixture.ts';

let bench: Bench;
beforeEach(() => {
  bench = new Bench();
});
afterEach(() => bench.close());

/** Lets a process write, kills it after some steps, and returns the last step that it said was done. */
async function writeUntilKilled(from: number, steps: number): Promise<number> {
  const fixture = join(import.meta.dirname, 'crash.fixture.ts');
  const child = spawn(process.execPath, [fixture, bench.file, String(from)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let last = -1;
  for await (const line of createInterface(child.stdout)) {
    last = Number(line);
    // The child does not wait for us: where in its next steps the kill meets it is chance.
    if (last === from + steps) child.kill('SIGKILL');
  }
  if (child.signalCode === null) await once(child, 'exit');
  expect(child.signalCode).toBe('SIGKILL');
  return last;
}

function expectWhole(): void {
  const db = new Database(bench.file);
  try {
    expect(db.pragma('integrity_check', { simple: true })).toBe('ok');
    expect(db.pragma('foreign_key_check')).toEqual([]);
    for (const table of ['passage_words', 'note_words'])
      db.exec(`INSERT INTO ${table} (${table}) VALUES ('integrity-check')`);
    const ids = (sql: string) => db.prepare(sql).pluck().all();
    expect(ids('SELECT rowid FROM passage_words ORDER BY rowid')).toEqual(
      ids('SELECT id FROM chunks ORDER BY id'),
    );
    expect(ids('SELECT rowid FROM note_words ORDER BY rowid')).toEqual(
      ids('SELECT id FROM notes ORDER BY id'),
    );
    expect(ids('SELECT id FROM chunks WHERE note_id NOT IN (SELECT id FROM notes)')).toEqual([]);
    expect(
      ids('SELECT count(*) FROM notes n WHERE (SELECT count(*) FROM note_terms WHERE note_id = n.id) <> 1'),
    ).toEqual([0]);
  } finally {
    db.close();
  }
}

test('killed at any moment, the index is whole and holds all that was said to be done', async () => {
  let last = -1;
  for (const steps of [0, 3, 17, 40, 5, 1, 29, 11]) {
    last = await writeUntilKilled(last + 1, steps);
    expectWhole();
    const store = bench.open();
    const newest = Math.max(...store.notes.all().map((note) => store.lexical.ofNote(note.id).get('paso')!));
    const removed = last % 11 === 3 ? last - 1 : last;
    expect(newest).toBeGreaterThanOrEqual(Math.max(0, removed));
    for (const note of store.notes.all()) {
      const step = store.lexical.ofNote(note.id).get('paso')!;
      const chunks = store.chunks.ofNote(note.id);
      expect(chunks.map((chunk) => chunk.ordinal)).toEqual(chunks.map((_, i) => i));
      expect(chunks[0]!.text).toBe(`paso ${step}`);
      expect(chunks).toHaveLength(3 + (step % 7));
    }
    last = Math.max(last, newest);
    store.close();
  }
}, 60_000);
