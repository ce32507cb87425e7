import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { acquireWriter } from './lock.ts';
import { Bench, noteWrite } from './store.fixture.ts';

let bench: Bench;
beforeEach(() => {
  bench = new Bench();
});
afterEach(() => bench.close());

test('there is one writer, until it lets go', () => {
  const first = acquireWriter(bench.file);
  expect(first).not.toBeNull();
  expect(acquireWriter(bench.file)).toBeNull();
  first!.release();
  first!.release();
  const second = acquireWriter(bench.file);
  expect(second).not.toBeNull();
  second!.release();
});

test('a writer of one vault is no hindrance to another, nor to readers', () => {
  const lock = acquireWriter(bench.file)!;
  bench.open().writeNote(noteWrite('a.md'));
  const other = acquireWriter(join(bench.folder, 'other', 'index.db'));
  expect(other).not.toBeNull();
  expect(bench.open({ readOnly: true }).notes.all()).toHaveLength(1);
  other!.release();
  lock.release();
});

test('killed without a chance to clean up, a process lets go all the same', async () => {
  const fixture = join(import.meta.dirname, 'lock.fixture.ts');
  const child = spawn(process.execPath, [fixture, bench.file], { stdio: ['pipe', 'pipe', 'inherit'] });
  try {
    const [answer] = await once(child.stdout, 'data');
    expect(String(answer).trim()).toBe('held');
    expect(acquireWriter(bench.file)).toBeNull();
  } finally {
    child.kill('SIGKILL');
    await once(child, 'exit');
  }
  const lock = acquireWriter(bench.file);
  expect(lock).not.toBeNull();
  lock!.release();
});

test('a lock file that is no such thing is made anew', () => {
  writeFileSync(`${bench.file}.writer`, 'not a database, whatever it is '.repeat(100));
  const lock = acquireWriter(bench.file);
  expect(lock).not.toBeNull();
  expect(acquireWriter(bench.file)).toBeNull();
  lock!.release();
});

test('where it cannot be held, that is told', () => {
  writeFileSync(join(bench.folder, 'file'), '');
  expect(() => acquireWriter(join(bench.folder, 'file', 'index.db'))).toThrow(
    expect.objectContaining({ code: 'INDEX_READ_ONLY' }),
  );
  expect(existsSync(`${bench.file}.writer`)).toBe(false);
});
