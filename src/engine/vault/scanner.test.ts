import { execFileSync } from 'node:child_process';
import { chmodSync, lstatSync, utimesSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { LeftOut, ScanResult } from './note-file.ts';
import { scanVault } from './scanner.ts';
import { asOrdinaryUser, DiskVault } from './vault.fixture.ts';

const paths = (scan: ScanResult): string[] => scan.notes.map((note) => note.path);
const left = (scan: ScanResult): string[] => scan.leftOut.map((out: LeftOut) => `${out.code} ${out.path}`);
const posix = process.platform !== 'win32';

describe('a scan', () => {
  it('finds notes and attachments, nothing hidden, sorted by path', async () => {
    using vault = new DiskVault({
      'b.md': '',
      'a/z.markdown': 'z',
      'a/Y.MDX': '',
      'a.md': '',
      'map.canvas': '{}',
      'img/foto.png': 'x',
      'a/tabla.base': '',
      '.hidden.md': '',
      '.trash/gone.md': '',
      '.obsidian/note.md': '',
      'a/.git/x.md': '',
    });
    const scan = await scanVault(vault.root);
    expect(paths(scan)).toEqual(['a.md', 'a/Y.MDX', 'a/z.markdown', 'b.md', 'map.canvas']);
    expect(scan.attachments).toEqual(['a/tabla.base', 'img/foto.png']);
    expect(scan.leftOut).toEqual([]);
    expect(scan.notes.find((note) => note.path === 'map.canvas')!.kind).toBe('canvas');
  });

  it('says size and times as the disk has them, with fractions', async () => {
    using vault = new DiskVault({ 'a.md': 'áé' });
    utimesSync(vault.at('a.md'), 1_700_000_000.123_4, 1_700_000_000.123_4);
    const [note] = (await scanVault(vault.root)).notes;
    const disk = lstatSync(vault.at('a.md'));
    expect(note).toMatchObject({ size: 4, mtimeMs: disk.mtimeMs, kind: 'markdown' });
    expect(note!.birthtimeMs).toBeGreaterThan(0);
    expect(note!.rawPath.toString()).toBe('a.md');
  });

  it('of an empty vault is empty', async () => {
    using vault = new DiskVault();
    expect(await scanVault(vault.root)).toEqual({ notes: [], attachments: [], leftOut: [] });
  });

  it('of what is no vault says so', async () => {
    using vault = new DiskVault({ 'a.md': '' });
    await expect(scanVault(vault.at('nowhere'))).rejects.toMatchObject({ code: 'VAULT_NOT_FOUND' });
    await expect(scanVault(vault.at('a.md'))).rejects.toMatchObject({ code: 'VAULT_NOT_A_FOLDER' });
    await expect(scanVault(vault.at('a.md/deeper'))).rejects.toMatchObject({ code: 'VAULT_NOT_A_FOLDER' });
  });

  it('stops when cancelled', async () => {
    using vault = new DiskVault({ 'a.md': '' });
    const signal = AbortSignal.abort();
    await expect(scanVault(vault.root, { signal })).rejects.toMatchObject({ code: 'CANCELLED' });
  });

  it('lets other work through', async () => {
    const files = Array.from({ length: 3000 }, (_, i) => [`${i}.md`, ''] as const);
    using vault = new DiskVault(Object.fromEntries(files));
    let turns = 0;
    const counter = setInterval(() => turns++, 1);
    expect((await scanVault(vault.root)).notes).toHaveLength(3000);
    clearInterval(counter);
    expect(turns).toBeGreaterThan(1);
  });
});

describe('names', () => {
  it.skipIf(!posix)('of every kind are found and opened by their bytes', async () => {
    const names = [
      'a\nb.md',
      `"quoted" 'it'.md`,
      '🧭 mapa.md',
      `${'ñ'.repeat(126)}.md`,
      'back\\slash.md',
      'a:b?.md',
      ' .md',
    ];
    using vault = new DiskVault(Object.fromEntries(names.map((name) => [name, ''])));
    const scan = await scanVault(vault.root);
    expect(paths(scan)).toEqual([...names].sort());
    expect(Buffer.byteLength(names[3]!)).toBe(255);
  });

  it.runIf(process.platform === 'linux')(
    'that are equal but for normalisation or case all survive',
    async () => {
      using vault = new DiskVault({
        'Cancio\u0301n.md': 'nfd',
        'Canci\u00f3n.md': 'nfc',
        'canci\u00f3n.md': 'lower',
      });
      vault.write({ 'cafe\u0301/a.md': '', 'caf\u00e9/a.md': '' });
      const scan = await scanVault(vault.root);
      const found = paths(scan);
      expect(found).toHaveLength(5);
      expect(found).toContain('Canción.md');
      expect(found).toContain('canción.md');
      expect(found.filter((path) => /^Canción~[0-9a-f]{8}\.md$/.test(path))).toHaveLength(1);
      expect(found).toContain('café/a.md');
      expect(found.filter((path) => /^café~[0-9a-f]{8}\/a\.md$/.test(path))).toHaveLength(1);
      expect(scan.notes.find((note) => note.path === 'Canción.md')!.rawPath.toString()).toBe(
        'Canci\u00f3n.md',
      );
      expect(paths(await scanVault(vault.root))).toEqual(found);
    },
  );

  it.runIf(process.platform === 'linux')('that are not UTF-8 are kept in their bytes', async () => {
    using vault = new DiskVault().writeRaw(Buffer.from('A\xf1o.md', 'latin1'), 'x');
    const [note] = (await scanVault(vault.root)).notes;
    expect(note!.path).toMatch(/^A\ufffdo~[0-9a-f]{8}\.md$/);
    expect(note!.rawPath.toString('latin1')).toBe('A\xf1o.md');
    expect(note!.size).toBe(1);
  });
});

describe('exclusions', () => {
  it('of all three kinds are honoured, and each note left out is named with its rule', async () => {
    using vault = new DiskVault({
      '.obsidian/app.json': JSON.stringify({ userIgnoreFilters: ['Archive/', '/private/'] }),
      '.portolanignore': 'drafts/\n',
      'sub/.portolanignore': '/secret.md\n',
      'a.md': '',
      'Archive/2019/b.md': '',
      'Archive/foto.png': '',
      'my private note.md': '',
      'x/drafts/c.md': '',
      'sub/secret.md': '',
      'sub/deep/secret.md': '',
      'given.md': '',
    });
    const scan = await scanVault(vault.root, { patterns: ['given.md'] });
    expect(paths(scan)).toEqual(['a.md', 'sub/deep/secret.md']);
    expect(scan.attachments).toEqual([]);
    expect(scan.leftOut.map((out) => [out.path, out.params.rule])).toEqual([
      ['Archive/2019/b.md', '“Archive/” in .obsidian/app.json'],
      ['given.md', '“given.md” in the patterns given'],
      ['my private note.md', '“/private/” in .obsidian/app.json'],
      ['sub/secret.md', '“/secret.md” in sub/.portolanignore'],
      ['x/drafts/c.md', '“drafts/” in .portolanignore'],
    ]);
    for (const out of scan.leftOut)
      expect(out).toMatchObject({ outcome: 'skipped', code: 'FILE_EXCLUDED', folder: false });
  });

  it('of git count only when asked for', async () => {
    using vault = new DiskVault({ '.gitignore': 'diary.md', 'diary.md': '', 'a.md': '' });
    expect(paths(await scanVault(vault.root))).toEqual(['a.md', 'diary.md']);
    expect(paths(await scanVault(vault.root, { gitignore: true }))).toEqual(['a.md']);
    vault.write({ '.portolanignore': '!diary.md' });
    expect(paths(await scanVault(vault.root, { gitignore: true }))).toEqual(['a.md', 'diary.md']);
  });

  it('that are broken are reported, and the rest holds', async () => {
    using vault = new DiskVault({
      '.obsidian/app.json': JSON.stringify({ userIgnoreFilters: ['/(/', 'Archive/'] }),
      'Archive/b.md': '',
      'a.md': '',
    });
    const scan = await scanVault(vault.root);
    expect(paths(scan)).toEqual(['a.md']);
    expect(left(scan)).toContain('EXCLUSIONS_BROKEN .obsidian/app.json');
    vault.write({ '.obsidian/app.json': '{ not json' });
    const broken = await scanVault(vault.root);
    expect(paths(broken)).toEqual(['Archive/b.md', 'a.md']);
    expect(broken.leftOut).toMatchObject([{ code: 'EXCLUSIONS_BROKEN', outcome: 'failed', folder: false }]);
  });

  it('in an ignore file with a BOM, CRLF or UTF-16 are read', async () => {
    for (const text of [Buffer.from('\ufeffout.md\r\n'), Buffer.from('\ufeffout.md\r\n', 'utf16le')]) {
      using vault = new DiskVault({ '.portolanignore': text, 'out.md': '', 'a.md': '' });
      expect(paths(await scanVault(vault.root))).toEqual(['a.md']);
    }
  });

  it('of thousands of notes are listed folder by folder', async () => {
    const many = Array.from({ length: 1200 }, (_, i) => [`node_modules/${i % 6}/${i}.md`, ''] as const);
    using vault = new DiskVault(
      Object.fromEntries([...many, ['node_modules/9/deep/x.md', ''], ['a.md', '']]),
    );
    const scan = await scanVault(vault.root);
    expect(paths(scan)).toEqual(['a.md']);
    expect(scan.leftOut.length).toBeLessThan(710);
    expect(scan.leftOut.filter((out) => !out.path.endsWith('.md')).length).toBeGreaterThan(0);
  });
});

describe.skipIf(!posix)('links and other things that are not files', () => {
  it('are never followed: not out of the vault, not round in circles, not to what is seen anyway', async () => {
    using outside = new DiskVault({ 'secret.md': 'not yours' });
    using vault = new DiskVault({ 'a/b/note.md': 'x' });
    vault.link('a/b/up', vault.root).link('self', vault.at('self')).link('out', outside.root);
    vault
      .link('out.md', outside.at('secret.md'))
      .link('twin.md', 'a/b/note.md')
      .link('broken.md', 'nowhere.md');
    const scan = await scanVault(vault.root);
    expect(paths(scan)).toEqual(['a/b/note.md']);
    const links = ['a/b/up', 'broken.md', 'out', 'out.md', 'self', 'twin.md'];
    expect(left(scan)).toEqual(links.map((path) => `LINK_OUTSIDE_VAULT ${path}`));
  });

  it('but the vault itself may be reached through one', async () => {
    using vault = new DiskVault({ 'real/a.md': '' }).link('shortcut', 'real');
    expect(paths(await scanVault(vault.at('shortcut')))).toEqual(['a.md']);
  });

  it('a pipe with a note’s name is named, not waited for', async () => {
    using vault = new DiskVault({ 'a.md': '' });
    execFileSync('mkfifo', [vault.at('pipe.md')]);
    const scan = await scanVault(vault.root);
    expect(paths(scan)).toEqual(['a.md']);
    expect(left(scan)).toEqual(['FILE_UNREADABLE pipe.md']);
  });
});

describe.skipIf(!posix)('without permission', () => {
  it('for one folder, the rest goes on and what is below is left as it was', async () => {
    using vault = new DiskVault({ 'a.md': '', 'closed/in/b.md': '', 'z.md': '' });
    chmodSync(vault.at('closed'), 0);
    const scan = await asOrdinaryUser(vault, () => scanVault(vault.root));
    expect(paths(scan)).toEqual(['a.md', 'z.md']);
    expect(scan.leftOut).toMatchObject([
      { path: 'closed', code: 'FOLDER_UNREADABLE', outcome: 'failed', folder: true },
    ]);
    expect(scan.leftOut[0]!.params.reason).toMatch(/EACCES|permission/);
  });

  it('to look behind names, each note is named', async () => {
    using vault = new DiskVault({ 'half/b.md': '' });
    chmodSync(vault.at('half'), 0o444);
    const scan = await asOrdinaryUser(vault, () => scanVault(vault.root));
    expect(scan.leftOut).toMatchObject([
      { path: 'half/b.md', code: 'FILE_UNREADABLE', outcome: 'failed', folder: false },
    ]);
  });

  it('for the vault itself, it is an error', async () => {
    using vault = new DiskVault({ 'a.md': '' });
    chmodSync(vault.root, 0);
    const scan = asOrdinaryUser(vault, () => scanVault(vault.root));
    await expect(scan).rejects.toMatchObject({ code: 'VAULT_UNREADABLE' });
  });

  it('for an ignore file, it is reported', async () => {
    using vault = new DiskVault({ '.portolanignore': 'a.md', 'a.md': '' });
    chmodSync(vault.at('.portolanignore'), 0);
    const scan = await asOrdinaryUser(vault, () => scanVault(vault.root));
    expect(left(scan)).toEqual(['EXCLUSIONS_BROKEN .portolanignore']);
  });
});

describe('any tree of folders and files', () => {
  it.skipIf(!posix)('is found whole, each file once', async () => {
    const name = fc.constantFrom('a', 'B', 'ñ', 'n\u0303', '🧭', 'x y', 'node', '~', '%20', '#tag');
    const path = fc.tuple(
      fc.array(name, { maxLength: 3 }),
      name,
      fc.constantFrom('.md', '.MD', '.canvas', '.png', ''),
    );
    const tree = fc.uniqueArray(
      path.map(([folders, stem, extension]) =>
        [...folders.map((f) => `${f}.d`), `${stem}${extension}`].join('/'),
      ),
      { maxLength: 10 },
    );
    await fc.assert(
      fc.asyncProperty(tree, async (files) => {
        using vault = new DiskVault(Object.fromEntries(files.map((file) => [file, file])));
        const scan = await scanVault(vault.root);
        const isNote = (file: string) => /\.(md|canvas)$/i.test(file);
        expect(scan.notes.map((note) => note.rawPath.toString()).sort()).toEqual(files.filter(isNote).sort());
        expect(scan.attachments).toHaveLength(files.filter((file) => !isNote(file)).length);
        expect(new Set([...paths(scan), ...scan.attachments]).size).toBe(files.length);
      }),
      { numRuns: 40 },
    );
  });
});
