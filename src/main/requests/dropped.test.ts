import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { requestForDrop } from './dropped.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'dropped-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

it('opens a folder as a vault, and the file of a note in its vault', () => {
  mkdirSync(path.join(folder, 'Notas'));
  writeFileSync(path.join(folder, 'Notas', 'Mar.md'), '# Mar');
  expect(requestForDrop(path.join(folder, 'Notas'))).toEqual({
    is: 'vault',
    path: path.join(folder, 'Notas'),
  });
  const file = path.join(folder, 'Notas', 'Mar.md');
  expect(requestForDrop(file)).toEqual({ is: 'file', path: file });
});

it('passes over other files, and whatever is no path', () => {
  writeFileSync(path.join(folder, 'foto.png'), '');
  for (const dropped of [
    path.join(folder, 'foto.png'),
    'Notas',
    '../Notas',
    '',
    '/a\0b',
    `/${'a'.repeat(5000)}`,
    null,
    { path: folder },
  ])
    expect(requestForDrop(dropped)).toBeNull();
});
