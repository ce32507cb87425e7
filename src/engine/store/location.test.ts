import { mkdirSync, symlinkSync } from 'node:fs';
import { basename, dirname, isAbsolute, join, sep } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { defaultDatabase } from './location.ts';
import { Bench } from './store.fixture.ts';

let bench: Bench;
beforeEach(() => {
  bench = new Bench();
});
afterEach(() => {
  vi.unstubAllEnvs();
  bench.close();
});

const vault = (name: string): string => {
  const path = join(bench.folder, name);
  mkdirSync(path, { recursive: true });
  return path;
};
const folderOf = (root: string) => basename(dirname(defaultDatabase(root, bench.folder)));

test('lies in the app-data folder, unless told otherwise', () => {
  vi.stubEnv('PORTOLAN_DATA', '');
  const root = vault('Notas');
  const usual = defaultDatabase(root);
  expect(isAbsolute(usual)).toBe(true);
  expect(usual.toLowerCase()).toContain(`${sep}portolan${sep}`);
  vi.stubEnv('PORTOLAN_DATA', join(bench.folder, 'env'));
  expect(defaultDatabase(root)).toBe(join(bench.folder, 'env', usual.slice(usual.indexOf('vaults'))));
  expect(defaultDatabase(root, join(bench.folder, 'given'))).toContain(`${sep}given${sep}`);
});

test('has a name that says whose it is', () => {
  expect(folderOf(vault('Mis Notas — Diseño'))).toMatch(/^mis-notas-diseno-[0-9a-f]{12}$/);
  expect(folderOf(vault('笔记'))).toMatch(/^vault-[0-9a-f]{12}$/);
  expect(folderOf(vault('x'.repeat(200))).length).toBeLessThan(60);
});

test('is the same by every way to the vault, another for another vault', () => {
  const root = vault('a/Notas');
  symlinkSync(root, join(bench.folder, 'atajo'), 'dir');
  const file = folderOf(root);
  expect(folderOf(join(bench.folder, 'atajo'))).toBe(file);
  expect(folderOf(`${root}${sep}`)).toBe(file);
  expect(folderOf(join(root, '..', 'Notas'))).toBe(file);
  expect(folderOf(vault('b/Notas'))).not.toBe(file);
});

test('is the same for a vault that is away for now', () => {
  const gone = join(bench.folder, 'gone');
  expect(folderOf(gone)).toBe(folderOf(`${gone}/`));
});
