import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { homedir, tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { listFolders, openFolder, typedPath } from './folders.ts';
import { harmlessUrl, insideVault } from './outside.ts';

let base: string;
let vault: string;
beforeEach(() => {
  base = mkdtempSync(path.join(tmpdir(), 'portolan-outside-'));
  vault = path.join(base, 'vault');
  mkdirSync(path.join(vault, 'Viajes'), { recursive: true });
  writeFileSync(path.join(vault, 'Viajes', 'Mar.md'), '');
  writeFileSync(path.join(base, 'secret.md'), '');
  symlinkSync(base, path.join(vault, 'out'));
});
afterEach(() => rmSync(base, { recursive: true, force: true }));

describe('an address', () => {
  it.each([
    'https://example.org/a?b#c',
    'http://localhost:1',
    'mailto:a@b.example',
    'obsidian://open?vault=V',
  ])('such as %s may be opened', (url) => expect(harmlessUrl(url)).toContain(url.slice(0, 12)));

  it.each([
    'javascript:alert(1)',
    'JaVaScRiPt:alert(1)',
    ' javascript:alert(1)',
    'file:///etc/passwd',
    'data:text/html,x',
    'ms-settings:',
    'smb://server/share',
    'vbscript:x',
    'portolan://open',
    '/etc/passwd',
    'notes.md',
    '--help',
    '',
  ])('such as “%s” is refused', (url) => {
    expect(() => harmlessUrl(url)).toThrow(expect.objectContaining({ code: 'LINK_REFUSED' }));
  });

  it('goes out in the form that it was checked in', () => {
    expect(harmlessUrl('https://example.org/a b"$(x)')).toBe('https://example.org/a%20b%22$(x)');
  });
});

describe('a file to show', () => {
  it('lies in the vault', async () => {
    expect(await insideVault(vault, 'Viajes/Mar.md')).toBe(path.join(vault, 'Viajes', 'Mar.md'));
    expect(await insideVault(vault, '')).toBe(vault);
  });

  it.each(['../secret.md', 'Viajes/../../secret.md', '/etc/passwd', 'out/secret.md', 'out', '..'])(
    '%s is refused',
    async (relative) => {
      await expect(insideVault(vault, relative)).rejects.toMatchObject({ code: 'ATTACHMENT_REFUSED' });
    },
  );

  it('is there', async () => {
    await expect(insideVault(vault, 'gone.md')).rejects.toMatchObject({ code: 'ATTACHMENT_NOT_FOUND' });
  });
});

describe('a folder', () => {
  it('is typed as people do', () => {
    expect(typedPath('~')).toBe(homedir());
    expect(typedPath('~/Notas')).toBe(path.join(homedir(), 'Notas'));
    expect(typedPath('Notas')).toBe(path.join(homedir(), 'Notas'));
    expect(typedPath(`  ${vault} `)).toBe(vault);
    expect(typedPath('~other')).toBe(path.join(homedir(), '~other'));
  });

  it('lists what is in it, vaults marked, hidden folders left out', async () => {
    mkdirSync(path.join(vault, '.obsidian'));
    mkdirSync(path.join(vault, 'Ábaco'));
    writeFileSync(path.join(vault, 'a.md'), '');
    writeFileSync(path.join(vault, 'b.txt'), '');
    expect(await listFolders(vault)).toMatchObject({ path: vault, parent: base, notes: 1 });
    expect((await listFolders(vault)).folders.map(({ name }) => name)).toEqual(['Ábaco', 'Viajes']);
    expect((await listFolders(base)).folders).toEqual([{ name: 'vault', path: vault, vault: true }]);
    expect((await listFolders('/')).parent).toBeNull();
  });

  it('that is none is said to be none', async () => {
    await expect(openFolder(`${vault}-gone`)).rejects.toMatchObject({ code: 'VAULT_NOT_FOUND' });
    await expect(openFolder(path.join(base, 'secret.md'))).rejects.toMatchObject({
      code: 'VAULT_NOT_A_FOLDER',
    });
    await expect(listFolders(path.join(base, 'secret.md', 'x'))).rejects.toMatchObject({
      code: 'VAULT_NOT_FOUND',
    });
  });
});
