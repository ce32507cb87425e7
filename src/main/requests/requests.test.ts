import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ownWords, readArguments } from './arguments.ts';
import { readLink } from './portolan-url.ts';
import { knownVault, notePath, vaultOf } from './vault-of.ts';

let root = '';
beforeEach(() => {
  root = mkdtempSync(path.join(tmpdir(), 'portolan-requests-'));
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

const put = (name: string) => {
  const file = path.join(root, name);
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, '# Nota\n');
  return file;
};

describe('readLink', () => {
  it('reads what links ask for', () => {
    expect(readLink('portolan://open?vault=Diario&note=Mar%20abierto')).toEqual({
      is: 'link',
      vault: 'Diario',
      note: 'Mar abierto',
    });
    expect(readLink('portolan://open/?note=A+B')).toEqual({ is: 'link', note: 'A B' });
    expect(readLink('PORTOLAN:open?vault=V')).toEqual({ is: 'link', vault: 'V' });
    expect(readLink('portolan://search?query=mareas')).toEqual({ is: 'link', query: 'mareas' });
  });

  it('refuses the rest', () => {
    for (const link of [
      'portolan://open',
      'portolan://search?query=',
      'portolan://delete?vault=V',
      'https://open?vault=V',
      'portolan://',
      'words',
      `portolan://open?note=${'x'.repeat(5000)}`,
    ])
      expect(readLink(link), link).toBeNull();
  });
});

describe('readArguments', () => {
  it('takes a folder for a vault, a note’s file for a note, a link for a link', () => {
    const file = put('Diario/Mar.md');
    expect(readArguments(['Diario'], root)).toEqual({ is: 'vault', path: path.join(root, 'Diario') });
    expect(readArguments(['Diario/Mar.md'], root)).toEqual({ is: 'file', path: file });
    expect(readArguments(['portolan://open?note=Mar'], root)).toEqual({ is: 'link', note: 'Mar' });
    expect(readArguments(['gone'], root)).toEqual({ is: 'vault', path: path.join(root, 'gone') });
  });

  it('passes over other programs’ switches and files that are no notes', () => {
    put('mapa.png');
    expect(readArguments(['--inspect=0', 'mapa.png'], root)).toBeNull();
    expect(readArguments([], root)).toBeNull();
  });
});

describe('ownWords', () => {
  it('leaves out the program, and the app where Electron was told which', () => {
    expect(ownWords(['portolan', 'Vault'], false)).toEqual(['Vault']);
    expect(ownWords(['electron', '--inspect=0', '/app', 'Vault'], true)).toEqual(['Vault']);
    expect(ownWords(['electron', '-r', '/x.cjs', '/app', 'Vault'], true)).toEqual(['Vault']);
    expect(ownWords(['electron', '--flag'], true)).toEqual([]);
  });
});

describe('vaultOf', () => {
  it('prefers the innermost known vault, then Obsidian’s folder, then the note’s own', () => {
    const file = put('a/b/c/Nota.md');
    expect(vaultOf(file, [])).toBe(path.join(root, 'a/b/c'));
    mkdirSync(path.join(root, 'a/.obsidian'));
    expect(vaultOf(file, [])).toBe(path.join(root, 'a'));
    expect(vaultOf(file, [root, path.join(root, 'a/b'), path.join(root, 'other')])).toBe(
      path.join(root, 'a/b'),
    );
    expect(vaultOf(file, [path.join(root, 'a/bc')])).toBe(path.join(root, 'a'));
  });

  it('names a note as the contract does', () => {
    expect(notePath(path.join(root, 'a', 'Canci\u006f\u0301n.md'), root)).toBe('a/Canci\u00f3n.md');
  });
});

describe('knownVault', () => {
  it('finds a vault by name or path, and never one that is not known', () => {
    const known = ['/home/ana/Diario', '/home/ana/Cocina'];
    expect(knownVault('diario', known)).toBe('/home/ana/Diario');
    expect(knownVault('/home/ana/Cocina/', known)).toBe('/home/ana/Cocina');
    expect(knownVault('/etc', known)).toBeNull();
    expect(knownVault('ana', known)).toBeNull();
  });
});
