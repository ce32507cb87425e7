import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readdirSync, writeFileSync } from 'node:fs';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { announceHolder, readHolder, withdrawHolder } from './holder.ts';
import { indexBytes } from './index-bytes.ts';
import { Bench } from './store.fixture.ts';

let bench: Bench;
beforeEach(() => {
  bench = new Bench();
});
afterEach(() => bench.close());

test('whoever writes says so, until it stops', () => {
  expect(readHolder(bench.file)).toBeNull();
  announceHolder(bench.file, 'window');
  expect(readHolder(bench.file)).toMatchObject({ pid: process.pid, program: 'window' });
  expect(Date.parse(readHolder(bench.file)!.since)).toBeLessThanOrEqual(Date.now());
  withdrawHolder(bench.file);
  expect(readHolder(bench.file)).toBeNull();
});

test('what a killed process left behind names nobody', async () => {
  const child = spawn(process.execPath, ['-e', '']);
  await once(child, 'exit');
  const words = { pid: child.pid, program: 'terminal', since: new Date().toISOString() };
  writeFileSync(`${bench.file}.writer.json`, JSON.stringify(words));
  expect(readHolder(bench.file)).toBeNull();
});

test('one process does not take back the words of another', () => {
  const words = { pid: process.ppid, program: 'tab', since: new Date().toISOString() };
  writeFileSync(`${bench.file}.writer.json`, JSON.stringify(words));
  withdrawHolder(bench.file);
  expect(readHolder(bench.file)).toEqual(words);
});

test('nonsense, or a folder that is not there, is no reason to fail', () => {
  writeFileSync(`${bench.file}.writer.json`, '{"pid": "me"');
  expect(readHolder(bench.file)).toBeNull();
  announceHolder(`${bench.file}/none/index.db`, 'tab');
  expect(existsSync(`${bench.file}/none`)).toBe(false);
});

test('an index says how much room it takes', () => {
  expect(indexBytes(bench.file)).toBeNull();
  bench.open();
  const files = readdirSync(bench.folder);
  expect(files.length).toBeGreaterThan(0);
  expect(indexBytes(bench.file)).toBeGreaterThan(4000);
});
