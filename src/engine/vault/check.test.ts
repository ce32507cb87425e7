import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CheckResult } from './check.ts';
import { createScanner, type Scanner, scanVault } from './scanner.ts';
import { DiskVault, type Files } from './vault.fixture.ts';

const FILES: Files = {
  'a.md': 'a',
  'sub/b.md': 'b',
  'sub/foto.png': '',
  'Archive/old.md': '',
  '.portolanignore': 'Archive/\n*.tmp.md',
};

async function scanned(files: Files = FILES): Promise<{ vault: DiskVault; scanner: Scanner } & Disposable> {
  const vault = new DiskVault(files);
  const scanner = createScanner(vault.root);
  await scanner.scan();
  return { vault, scanner, [Symbol.dispose]: () => vault[Symbol.dispose]() };
}
const summary = (check: CheckResult) => ({
  notes: check.notes.map((n) => n.path),
  gone: check.gone,
  full: check.needsFullScan,
});

describe('a check of touched paths', () => {
  it('sees an edit', async () => {
    using world = await scanned();
    world.vault.write({ 'sub/b.md': 'longer' });
    const check = await world.scanner.check(['sub/b.md']);
    expect(summary(check)).toEqual({ notes: ['sub/b.md'], gone: [], full: false });
    expect(check.notes[0]).toMatchObject({ size: 6, kind: 'markdown' });
  });

  it('sees a new note, a deleted and a renamed one', async () => {
    using world = await scanned();
    world.vault.write({ 'sub/new.canvas': '{}' }).remove('a.md').move('sub/b.md', 'c.md');
    const touched = ['sub/new.canvas', 'a.md', Buffer.from('sub/b.md'), 'c.md', 'c.md'];
    expect(summary(await world.scanner.check(touched))).toEqual({
      notes: ['sub/new.canvas', 'c.md'],
      gone: ['a.md', 'sub/b.md'],
      full: false,
    });
    expect(summary(await world.scanner.check(touched))).toEqual({
      notes: ['sub/new.canvas', 'c.md'],
      gone: [],
      full: false,
    });
  });

  it('sees attachments come and go', async () => {
    using world = await scanned();
    expect(world.scanner.attachments()).toEqual(['sub/foto.png']);
    world.vault.write({ 'mapa.pdf': '' }).remove('sub/foto.png');
    expect((await world.scanner.check(['mapa.pdf', 'sub/foto.png'])).attachmentsChanged).toBe(true);
    expect(world.scanner.attachments()).toEqual(['mapa.pdf']);
    world.vault.write({ 'mapa.pdf': 'edited' });
    expect((await world.scanner.check(['mapa.pdf'])).attachmentsChanged).toBe(false);
  });

  it('takes no notice of what is hidden, excluded or gone again', async () => {
    using world = await scanned();
    world.vault.write({
      '.obsidian/workspace.json': '',
      'sub/.x.swp': '',
      'Archive/old.md': 'x',
      'Archive/2/new.md': '',
    });
    const touched = [
      '.obsidian/workspace.json',
      'sub/.x.swp',
      'Archive/old.md',
      'Archive/2/new.md',
      'Archive',
      '4913',
    ];
    expect(summary(await world.scanner.check(touched))).toEqual({ notes: [], gone: [], full: false });
  });

  it('names a new note that is excluded', async () => {
    using world = await scanned();
    world.vault.write({ 'sub/x.tmp.md': '' });
    const check = await world.scanner.check(['sub/x.tmp.md']);
    expect(check.leftOut).toMatchObject([
      { path: 'sub/x.tmp.md', code: 'FILE_EXCLUDED', outcome: 'skipped' },
    ]);
    expect(check.notes).toEqual([]);
  });

  it('answers that it takes a scan before there was one, and after the vault was replaced', async () => {
    using vault = new DiskVault({ 'a.md': '' });
    expect((await createScanner(vault.root).check(['a.md'])).needsFullScan).toBe(true);
    const scanner = createScanner(vault.root);
    await scanner.scan();
    vault.move('.', '../elsewhere').folder('.');
    expect((await scanner.check(['a.md'])).needsFullScan).toBe(true);
  });

  it('is an error when the vault went away, not a vault without notes', async () => {
    using world = await scanned();
    world.vault.move('.', '../unplugged');
    await expect(world.scanner.check(['a.md'])).rejects.toMatchObject({ code: 'VAULT_NOT_FOUND' });
  });

  it.each<[string, (vault: DiskVault) => void, string]>([
    ['a folder is new', (v) => v.write({ 'neu/x.md': '' }), 'neu'],
    ['a file is in a new folder', (v) => v.write({ 'neu/x.md': '' }), 'neu/x.md'],
    ['a folder is gone', (v) => v.remove('sub'), 'sub'],
    ['an ignore file changed', (v) => v.write({ '.portolanignore': '' }), '.portolanignore'],
    ['an ignore file is new', (v) => v.write({ 'sub/.portolanignore': 'b.md' }), 'sub/.portolanignore'],
    ['Obsidian’s settings changed', (v) => v.write({ '.obsidian/app.json': '{}' }), '.obsidian/app.json'],
    ['a note became a folder', (v) => v.remove('a.md').folder('a.md'), 'a.md'],
    ['an excluded note is gone', (v) => v.remove('Archive'), 'Archive'],
  ])('takes a scan when %s', async (_, change, path) => {
    using world = await scanned();
    change(world.vault);
    expect((await world.scanner.check([path])).needsFullScan).toBe(true);
  });

  it.runIf(process.platform === 'linux').each([
    ['a name that differs in case only', 'A.md'],
    ['the same name in NFD', 'mañana.md'.normalize('NFD')],
  ])('takes a scan for %s', async (_, name) => {
    using world = await scanned({ 'a.md': '', 'mañana.md': '' });
    world.vault.write({ [name]: '' });
    expect((await world.scanner.check([name])).needsFullScan).toBe(true);
  });

  it.runIf(process.platform === 'linux')(
    'takes a scan when one of two equal names goes, so that the other gets the plain one',
    async () => {
      const [nfc, nfd] = ['mañana.md'.normalize('NFC'), 'mañana.md'.normalize('NFD')];
      using world = await scanned({ [nfc]: '1', [nfd]: '2' });
      world.vault.remove(nfc);
      expect((await world.scanner.check([nfc])).needsFullScan).toBe(true);
      expect((await world.scanner.scan()).notes.map((note) => note.path)).toEqual(['mañana.md']);
    },
  );

  it.runIf(process.platform === 'linux')(
    'takes a scan for names that are not UTF-8, and knows them afterwards',
    async () => {
      using world = await scanned();
      const raw = Buffer.from('A\xf1o.md', 'latin1');
      world.vault.writeRaw(raw);
      expect((await world.scanner.check([raw])).needsFullScan).toBe(true);
      await world.scanner.scan();
      expect(summary(await world.scanner.check([raw]))).toMatchObject({
        notes: [expect.stringMatching(/^A\ufffdo~/)],
        full: false,
      });
    },
  );

  it.runIf(process.platform === 'linux')('takes a scan for a link that appears', async () => {
    using world = await scanned();
    world.vault.link('l.md', 'a.md');
    expect((await world.scanner.check(['l.md'])).needsFullScan).toBe(true);
  });
});

describe('any series of changes', () => {
  type Step = readonly ['write' | 'remove', string];
  const file = fc.constantFrom(
    'a.md',
    'b.md',
    'A.md',
    'sub/b.md',
    'sub/c.md',
    'x.png',
    'no.tmp.md',
    'neu/d.md',
    'ñ.md',
    'n\u0303.md',
  );
  const steps = fc.array(fc.tuple(fc.constantFrom('write' as const, 'remove' as const), file), {
    maxLength: 12,
  });
  const apply = (vault: DiskVault, [what, path]: Step): void => {
    if (what === 'write') vault.write({ [path]: `${path} ${Math.random()}` });
    else {
      try {
        vault.remove(path);
      } catch {
        // It is not there: nothing to remove.
      }
    }
  };

  it('checked one by one comes to what a scan finds', async () => {
    await fc.assert(
      fc.asyncProperty(steps, async (series) => {
        using world = await scanned();
        let held = new Set((await world.scanner.scan()).notes.map((note) => note.path));
        for (const step of series) {
          apply(world.vault, step);
          const check = await world.scanner.check([step[1]]);
          if (check.needsFullScan)
            held = new Set((await world.scanner.scan()).notes.map((note) => note.path));
          for (const path of check.gone) held.delete(path);
          for (const note of check.notes) held.add(note.path);
        }
        const truth = await scanVault(world.vault.root);
        expect([...held].sort()).toEqual(truth.notes.map((note) => note.path));
        expect(world.scanner.attachments()).toEqual(truth.attachments);
      }),
      { numRuns: 60 },
    );
  });
});
