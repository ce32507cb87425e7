import { afterEach, beforeEach, expect, test } from 'vitest';
import { assemble } from './assemble.ts';
import { connect } from './connection.ts';
import { migrate } from './migrations/index.ts';
import { coded, storeError } from './sqlite-errors.ts';
import { Bench, MODEL, noteWrite, vectorOf } from './store.fixture.ts';

let bench: Bench;
beforeEach(() => {
  bench = new Bench();
});
afterEach(() => bench.close());

test('a full disk takes back the write that met it, and no other', () => {
  const db = connect(bench.file);
  migrate(db, bench.file);
  db.pragma('max_page_count = 60');
  const store = assemble(db, { file: bench.file, readOnly: false, model: MODEL });
  const full = expect.objectContaining({
    code: 'DISK_FULL',
    params: expect.objectContaining({ path: bench.file }),
  });
  let written = 0;
  const fill = () => {
    for (; written < 1000; written++)
      store.writeNote(noteWrite(`${written}.md`, { passages: [`n${written} `.repeat(700), 'fin'] }));
  };
  expect(fill).toThrow(full);
  expect(written).toBeGreaterThan(3);
  expect(() =>
    store.vectors.put(
      Array.from({ length: 2000 }, (_, i) => ({ hash: String(i), vector: vectorOf(String(i)) })),
    ),
  ).toThrow(full);
  expect(store.counts()).toMatchObject({ notes: written, chunks: 2 * written });
  expect(store.lexical.match([`n${written}`], 9)).toEqual([]);
  expect(store.lexical.match([`n${written - 1}`], 9)).toHaveLength(1);
  expect(store.vectors.get(['0', '1']).size).toBe(0);
  // Space is made: everything goes on where it was.
  db.pragma('max_page_count = 100000');
  store.writeNote(noteWrite(`${written}.md`, { passages: [`n${written}`] }));
  expect(db.pragma('integrity_check', { simple: true })).toBe('ok');
  store.close();
});

test.each([
  ['SQLITE_FULL', 'DISK_FULL'],
  ['ENOSPC', 'DISK_FULL'],
  ['SQLITE_IOERR_SHMSIZE', 'DISK_FULL'],
  ['SQLITE_IOERR_READ', 'INDEX_IO'],
  ['SQLITE_IOERR', 'INDEX_IO'],
  ['SQLITE_CORRUPT_VTAB', 'INDEX_DAMAGED'],
  ['SQLITE_NOTADB', 'INDEX_DAMAGED'],
  ['SQLITE_BUSY_SNAPSHOT', 'INDEX_LOCKED'],
  ['SQLITE_READONLY_DIRECTORY', 'INDEX_READ_ONLY'],
  ['SQLITE_CANTOPEN', 'INDEX_READ_ONLY'],
  ['EACCES', 'INDEX_READ_ONLY'],
  ['SQLITE_CONSTRAINT_NOTNULL', 'INTERNAL'],
  ['', 'INTERNAL'],
])('%s is told as %s, with its cause', (system, expected) => {
  const cause = Object.assign(new Error('the reason'), { code: system });
  const error = storeError(cause, '/data/index.db');
  expect(error).toMatchObject({ code: expected, cause });
  // What the system reports is said in plain words, its code beside them; what nobody knows, as it comes.
  const { path, reason, reasonCode } = error.params;
  expect(path).toBe('/data/index.db');
  if (expected === 'INTERNAL') expect({ reason, reasonCode }).toEqual({ reason: 'the reason' });
  else {
    expect(reason).toMatch(new RegExp(`^[a-z ,]+ \\(${reasonCode}\\)$`));
    expect(system.startsWith(String(reasonCode))).toBe(true);
  }
  expect(error.message).not.toContain('?');
  const coming = () =>
    coded('/other', () => {
      throw error;
    });
  expect(coming).toThrow(error);
});
