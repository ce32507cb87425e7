import {
  closeSync,
  existsSync,
  ftruncateSync,
  openSync,
  readdirSync,
  readFileSync,
  statSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { basename } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { PortolanError } from '../../common/errors.ts';
import { setAside } from './recover.ts';
import { Bench, embedAll, noteWrite } from './store.fixture.ts';

let bench: Bench;
beforeEach(() => {
  bench = new Bench();
});
afterEach(() => bench.close());

const NOTES = 200;

function fill(): void {
  const store = bench.open();
  for (let i = 0; i < NOTES; i++)
    store.writeNote(noteWrite(`${i}.md`, { passages: [`pasaje ${i} ${'palabra '.repeat(100)}`] }));
  embedAll(store);
  store.close();
}

/** Overwrites part of the file, which no store may have open. */
function scribble(from: number, bytes: Buffer): void {
  const fd = openSync(bench.file, 'r+');
  writeSync(fd, bytes, 0, bytes.length, from);
  closeSync(fd);
}

const aside = () => readdirSync(bench.folder).filter((name) => name.includes('.damaged-'));

function expectNewIndex(): void {
  const notices: PortolanError[] = [];
  const store = bench.open({ onNotice: (notice) => notices.push(notice) });
  expect(store.notes.all()).toEqual([]);
  expect(store.writeNote(noteWrite('a.md'))).toBe(1);
  expect(notices).toMatchObject([{ code: 'INDEX_CORRUPT', params: { path: bench.file } }]);
  const file = aside().find((name) => !/-(wal|shm)$/.test(name));
  expect(basename(String(notices[0]!.params.aside))).toBe(file);
  expect(notices[0]!.message).toContain('damaged');
}

describe('a damaged index is set aside and a new one begun', () => {
  test('overwritten header', () => {
    fill();
    const size = statSync(bench.file).size;
    scribble(0, Buffer.alloc(200, 'garbage!'));
    expectNewIndex();
    expect(statSync(`${bench.folder}/${aside()[0]}`).size).toBe(size);
  });

  test('no database at all', () => {
    writeFileSync(bench.file, 'this is a text file, and not a short one. '.repeat(500));
    expectNewIndex();
    expect(readFileSync(`${bench.folder}/${aside()[0]}`, 'utf8')).toContain('a text file');
  });

  test('cut off in the middle', () => {
    fill();
    const fd = openSync(bench.file, 'r+');
    ftruncateSync(fd, Math.floor(statSync(bench.file).size / 2));
    closeSync(fd);
    expectNewIndex();
  });

  test('an overwritten schema', () => {
    fill();
    scribble(100, Buffer.alloc(4000, 0xff));
    expectNewIndex();
  });

  test('a reader says so and touches nothing', () => {
    fill();
    scribble(0, Buffer.alloc(200, 'garbage!'));
    expect(() => bench.open({ readOnly: true })).toThrow(expect.objectContaining({ code: 'INDEX_DAMAGED' }));
    expect(aside()).toEqual([]);
  });
});

test('damage that shows only in use is told, and set aside when the index is next opened', () => {
  fill();
  const size = statSync(bench.file).size;
  // Every page but the first ones and the last: opening looks at the ends of the tables only.
  scribble(size >> 2, Buffer.alloc(size >> 1, 0x5a));
  let store: ReturnType<Bench['open']> | undefined;
  const notices: PortolanError[] = [];
  const use = () => {
    store = bench.open({ onNotice: (notice) => notices.push(notice) });
    for (const { noteId } of store.chunks.all()) store.chunks.ofNote(noteId);
    for (const _ of store.vectors.each());
    for (const { id } of store.notes.all()) store.lexical.ofNote(id);
  };
  try {
    use();
  } catch (error) {
    expect(error).toMatchObject({ code: 'INDEX_DAMAGED' });
    store?.close();
    expectNewIndex();
    return;
  }
  expect(notices).toMatchObject([{ code: 'INDEX_CORRUPT' }]);
});

test('a healthy index is never set aside, nor one after a new beginning', () => {
  fill();
  scribble(0, Buffer.alloc(200));
  expectNewIndex();
  const before = aside();
  const notices: PortolanError[] = [];
  expect(bench.open({ onNotice: (notice) => notices.push(notice) }).notes.all()).toHaveLength(1);
  expect(notices).toEqual([]);
  expect(aside()).toEqual(before);
});

test('two in the same second get names of their own, companions included', () => {
  const now = new Date('2026-02-03T04:05:06Z');
  writeFileSync(bench.file, 'one');
  writeFileSync(`${bench.file}-wal`, 'log');
  const first = setAside(bench.file, now);
  writeFileSync(bench.file, 'two');
  const second = setAside(bench.file, now);
  expect([first, second].map((path) => basename(path))).toEqual([
    'index.db.damaged-2026-02-03T04-05-06',
    'index.db.damaged-2026-02-03T04-05-06-2',
  ]);
  expect(readFileSync(`${first}-wal`, 'utf8')).toBe('log');
  expect(existsSync(`${bench.file}-wal`)).toBe(false);
});
