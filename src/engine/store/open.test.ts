import { execFileSync } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import Database from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { connect } from './connection.ts';
import { MIGRATIONS, migrate } from './migrations/index.ts';
import { Bench, noteWrite } from './store.fixture.ts';

let bench: Bench;
beforeEach(() => {
  bench = new Bench();
});
afterEach(() => bench.close());

const code = (name: string) => expect.objectContaining({ name: 'PortolanError', code: name });

/** Another program that does something to the index's file. */
function meddle(work: (db: Database.Database) => void): void {
  const db = new Database(bench.file);
  try {
    work(db);
  } finally {
    db.close();
  }
}

describe('a new index', () => {
  test('makes its folder, for its owner only', () => {
    const file = join(bench.folder, 'datos', 'ñandú 🐦', 'index.db');
    bench.open({ file }).writeNote(noteWrite('a.md'));
    expect(bench.open({ file }).notes.all()).toHaveLength(1);
    if (process.platform !== 'win32') expect(statSync(dirname(file)).mode & 0o077).toBe(0);
  });

  test('is in WAL with foreign keys, and whole', () => {
    const db = connect(bench.file);
    migrate(db, bench.file);
    expect(db.pragma('journal_mode', { simple: true })).toBe('wal');
    expect(db.pragma('synchronous', { simple: true })).toBe(1);
    expect(db.pragma('foreign_keys', { simple: true })).toBe(1);
    expect(db.pragma('page_size', { simple: true })).toBe(8192);
    expect(db.pragma('user_version', { simple: true })).toBe(MIGRATIONS.length);
    db.close();
  });

  test('a file of no bytes is one too', () => {
    writeFileSync(bench.file, '');
    expect(bench.open().notes.all()).toEqual([]);
  });

  test('a reader is told that there is none, and makes none', () => {
    expect(() => bench.open({ readOnly: true })).toThrow(code('INDEX_MISSING'));
    expect(existsSync(bench.file)).toBe(false);
    writeFileSync(bench.file, '');
    expect(() => bench.open({ readOnly: true })).toThrow(code('INDEX_MISSING'));
  });
});

describe('versions', () => {
  test('an index of a newer Portolan is left alone', () => {
    bench.open().close();
    meddle((db) => db.pragma(`user_version = ${MIGRATIONS.length + 1}`));
    const newer = expect.objectContaining({
      code: 'INDEX_NEWER',
      params: { path: bench.file, found: MIGRATIONS.length + 1, known: MIGRATIONS.length },
    });
    expect(() => bench.open()).toThrow(newer);
    expect(() => bench.open({ readOnly: true })).toThrow(newer);
    expect(readdirSync(bench.folder).filter((name) => name.includes('damaged'))).toEqual([]);
  });

  test('an older one is brought up to date step by step; a step that fails changes nothing', () => {
    const db = connect(bench.file);
    const version = () => db.pragma('user_version', { simple: true });
    migrate(db, bench.file);
    const next = [...MIGRATIONS, 'ALTER TABLE notes ADD COLUMN mood TEXT'];
    expect(() => migrate(db, bench.file, [...next, 'CREATE TABLE half (x); CREATE TABL'])).toThrow();
    expect(version()).toBe(next.length);
    expect(db.prepare("SELECT count(*) FROM sqlite_schema WHERE name = 'half'").pluck().get()).toBe(0);
    migrate(db, bench.file, [...next, 'CREATE TABLE whole (x)']);
    expect(version()).toBe(next.length + 1);
    db.close();
  });

  test("another program's database is not touched", () => {
    meddle((db) => db.exec('CREATE TABLE bookmarks (url)'));
    expect(() => bench.open()).toThrow(code('INPUT_INVALID'));
    meddle((db) => expect(db.prepare('SELECT count(*) FROM bookmarks').pluck().get()).toBe(0));
  });
});

describe('a locked index', () => {
  test('is told as locked, to whoever writes; readers read on', () => {
    const store = bench.open({ busyTimeoutMs: 20 });
    store.writeNote(noteWrite('a.md'));
    meddle((other) => {
      other.exec('BEGIN IMMEDIATE');
      expect(() => store.writeNote(noteWrite('b.md'))).toThrow(code('INDEX_LOCKED'));
      expect(bench.open({ readOnly: true, busyTimeoutMs: 20 }).notes.all()).toHaveLength(1);
      expect(bench.open({ busyTimeoutMs: 20 }).notes.all()).toHaveLength(1);
    });
    store.writeNote(noteWrite('b.md'));
    expect(store.notes.all()).toHaveLength(2);
  });

  test('held exclusively, it cannot even be opened', () => {
    bench.open().close();
    meddle((other) => {
      other.pragma('locking_mode = EXCLUSIVE');
      other.exec("BEGIN EXCLUSIVE; INSERT INTO meta VALUES ('x', 'y'); COMMIT");
      expect(() => bench.open({ busyTimeoutMs: 20 })).toThrow(code('INDEX_LOCKED'));
    });
    expect(bench.open().meta.get('x')).toBe('y');
  });
});

describe('where nothing can be written', () => {
  test('a path through a file is told as unwritable', () => {
    writeFileSync(join(bench.folder, 'file'), '');
    expect(() => bench.open({ file: join(bench.folder, 'file', 'index.db') })).toThrow(
      code('INDEX_READ_ONLY'),
    );
  });

  test('a folder in place of the file too', () => {
    mkdirSync(bench.file);
    expect(() => bench.open()).toThrow(code('INDEX_READ_ONLY'));
  });

  test('a read-only folder: cannot be written, can be read', (context) => {
    const store = bench.open();
    store.writeNote(noteWrite('a.md', { passages: ['uno'] }));
    store.close();
    const restore = makeReadOnly(bench.folder);
    if (!restore) return context.skip('this account may write everywhere');
    try {
      expect(() => bench.open().writeNote(noteWrite('b.md'))).toThrow(code('INDEX_READ_ONLY'));
      const reader = bench.open({ readOnly: true });
      expect(reader.notes.all()).toHaveLength(1);
      expect(reader.vectors.pendingCount()).toBe(1);
      expect(() => reader.writeNote(noteWrite('b.md'))).toThrow(code('INDEX_READ_ONLY'));
      reader.close();
    } finally {
      restore();
    }
    expect(bench.open().notes.all()).toHaveLength(1);
  });
});

/** Undoes itself by what it returns; undefined where the account is above permissions and may not mount either. */
function makeReadOnly(folder: string): (() => void) | undefined {
  if (process.getuid?.() !== 0) {
    chmodSync(bench.file, 0o444);
    chmodSync(folder, 0o555);
    return () => {
      chmodSync(folder, 0o755);
      chmodSync(bench.file, 0o644);
    };
  }
  try {
    execFileSync('mount', ['--bind', folder, folder], { stdio: 'ignore' });
    execFileSync('mount', ['-o', 'remount,bind,ro', folder], { stdio: 'ignore' });
    return () => execFileSync('umount', ['--lazy', folder]);
  } catch {
    return undefined;
  }
}

test('closing twice is safe; a closed store says so', () => {
  const store = bench.open();
  store.close();
  store.close();
  expect(() => store.notes.all()).toThrow(code('INTERNAL'));
});
