import { execFileSync } from 'node:child_process';
import {
  chmodSync,
  closeSync,
  fstatSync,
  ftruncateSync,
  openSync,
  renameSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { describe, expect, it } from 'vitest';
import { asNotePath } from '../../common/ids.ts';
import { bytesHash } from '../base/hash.ts';
import { readNote } from './read-note.ts';
import { scanVault } from './scanner.ts';
import { asOrdinaryUser, DiskVault } from './vault.fixture.ts';

const file = (path: string) => ({ path: asNotePath(path), rawPath: Buffer.from(path) });
const posix = process.platform !== 'win32';

describe('reading a note', () => {
  it('gives text, hash and times', async () => {
    using vault = new DiskVault({ 'a.md': 'año\r\n' });
    const [note] = (await scanVault(vault.root)).notes;
    expect(await readNote(vault.root, note!)).toEqual({
      text: 'año\r\n',
      encoding: 'utf-8',
      bom: false,
      contentHash: bytesHash(Buffer.from('año\r\n')),
      size: 6,
      mtimeMs: note!.mtimeMs,
      birthtimeMs: note!.birthtimeMs,
      oddities: [],
    });
  });

  it('hashes the bytes, not the text', async () => {
    using vault = new DiskVault({ 'a.md': 'x', 'b.md': '\ufeffx' });
    const [a, b] = await Promise.all([
      readNote(vault.root, file('a.md')),
      readNote(vault.root, file('b.md')),
    ]);
    expect(a.text).toBe(b.text);
    expect(a.contentHash).not.toBe(b.contentHash);
  });

  it('of 0 bytes is fine', async () => {
    using vault = new DiskVault({ 'a.md': '' });
    expect(await readNote(vault.root, file('a.md'))).toMatchObject({ text: '', size: 0, oddities: [] });
  });

  it('of 20 MB is read whole, and refused above the limit', async () => {
    using vault = new DiskVault({ 'big.md': Buffer.alloc(20_000_000, 'línea larga ') });
    expect((await readNote(vault.root, file('big.md'))).size).toBe(20_000_000);
    await expect(readNote(vault.root, file('big.md'), { limit: 19_999_999 })).rejects.toMatchObject({
      code: 'FILE_TOO_LARGE',
      params: { path: 'big.md', size: 20_000_000, limit: 19_999_999 },
    });
  });

  it('that is not text is refused', async () => {
    using vault = new DiskVault({ 'a.md': Buffer.alloc(1000) });
    await expect(readNote(vault.root, file('a.md'))).rejects.toMatchObject({ code: 'FILE_BINARY' });
  });

  it.runIf(process.platform === 'linux')('finds names that are not UTF-8', async () => {
    using vault = new DiskVault().writeRaw(Buffer.from('A\xf1o.md', 'latin1'), 'found');
    const [note] = (await scanVault(vault.root)).notes;
    expect((await readNote(vault.root, note!)).text).toBe('found');
  });
});

describe('between scan and read, a note', () => {
  it('that was deleted, with its folder or without, has vanished', async () => {
    using vault = new DiskVault({ 'a.md': '', 'sub/b.md': '' });
    const { notes } = await scanVault(vault.root);
    vault.remove('a.md').remove('sub');
    for (const note of notes)
      await expect(readNote(vault.root, note)).rejects.toMatchObject({ code: 'FILE_VANISHED' });
  });

  it('that was replaced is read as it is now', async () => {
    using vault = new DiskVault({ 'a.md': 'old' });
    const [note] = (await scanVault(vault.root)).notes;
    vault.write({ 'a.tmp': 'new content' }).move('a.tmp', 'a.md');
    expect(await readNote(vault.root, note!)).toMatchObject({ text: 'new content', size: 11 });
  });

  it('that became a folder or a pipe is refused at once', async () => {
    using vault = new DiskVault().folder('a.md');
    await expect(readNote(vault.root, file('a.md'))).rejects.toMatchObject({ code: 'FILE_UNREADABLE' });
    if (!posix) return;
    execFileSync('mkfifo', [vault.at('pipe.md')]);
    await expect(readNote(vault.root, file('pipe.md'))).rejects.toMatchObject({ code: 'FILE_UNREADABLE' });
  });

  it.skipIf(!posix)('that became a link is not followed', async () => {
    using vault = new DiskVault({ 'real.md': 'x' }).link('a.md', 'real.md');
    await expect(readNote(vault.root, file('a.md'))).rejects.toMatchObject({ code: 'LINK_OUTSIDE_VAULT' });
  });

  it.skipIf(!posix)('that lost its permission is unreadable', async () => {
    using vault = new DiskVault({ 'a.md': 'x' });
    chmodSync(vault.at('a.md'), 0);
    const read = asOrdinaryUser(vault, () => readNote(vault.root, file('a.md')));
    await expect(read).rejects.toMatchObject({ code: 'FILE_UNREADABLE', params: { path: 'a.md' } });
  });
});

describe('while it is being read, a note', () => {
  /** Runs `change` again and again while the promise is pending. */
  async function during<T>(pending: Promise<T>, change: () => void): Promise<T> {
    let done = false;
    const settled = pending.finally(() => {
      done = true;
    });
    settled.catch(() => {});
    while (!done) {
      change();
      await new Promise((resolve) => setImmediate(resolve));
    }
    return settled;
  }

  it('that never stops growing is given up, not read in part', async () => {
    using vault = new DiskVault({ 'a.md': Buffer.alloc(8_000_000, 'x') });
    const handle = openSync(vault.at('a.md'), 'a');
    const read = during(readNote(vault.root, file('a.md')), () => writeSync(handle, 'more'));
    await expect(read).rejects.toMatchObject({ code: 'FILE_CHANGING' });
    closeSync(handle);
  });

  it('that is replaced over and over is one version or none, never a mixture', async () => {
    const version = (n: number) => Buffer.alloc(500_000, `${n % 10}`);
    using vault = new DiskVault({ 'a.md': version(0) });
    for (let round = 0; round < 10; round++) {
      let n = 0;
      const read = during(readNote(vault.root, file('a.md')), () => {
        if (n++ > 3) return;
        writeFileSync(vault.at('a.tmp'), version(n));
        renameSync(vault.at('a.tmp'), vault.at('a.md'));
      });
      const { text } = await read;
      expect(text).toBe(text[0]!.repeat(500_000));
    }
  });

  it('that is rewritten in place once is read as it is afterwards', async () => {
    using vault = new DiskVault({ 'a.md': Buffer.alloc(4_000_000, 'x') });
    let once = false;
    const read = during(readNote(vault.root, file('a.md')), () => {
      if (once) return;
      once = true;
      const handle = openSync(vault.at('a.md'), 'r+');
      ftruncateSync(handle, 0);
      writeSync(handle, 'short now');
      expect(fstatSync(handle).size).toBe(9);
      closeSync(handle);
    });
    expect(await read).toMatchObject({ text: 'short now', size: 9 });
  });
});
