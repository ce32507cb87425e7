import { mkdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { attachment } from './attachment.ts';
import { VaultBench } from './vault-bench.fixture.ts';

let bench: VaultBench;
beforeEach(() => {
  bench = new VaultBench();
});
afterEach(() => bench.close());

const PNG = Buffer.from('89504e470d0a1a0a', 'hex');
const bytesOf = async (blob: Blob) => Buffer.from(await blob.arrayBuffer());
const refusal = (path: string) =>
  attachment(bench.root, path).then(
    () => 'given out',
    (error: { code: string }) => error.code,
  );

describe('an attachment', () => {
  it('is its bytes and its type, whatever the case of its extension', async () => {
    bench.save('img/mapa antiguo.PNG', PNG);
    bench.save('voz.Opus', 'x');
    const blob = await attachment(bench.root, 'img/mapa antiguo.PNG');
    expect(blob.type).toBe('image/png');
    expect((await bytesOf(blob)).equals(PNG)).toBe(true);
    expect((await attachment(bench.root, 'voz.Opus')).type).toBe('audio/ogg');
  });

  it('is found whichever normal form the disk has it in', async () => {
    bench.save('imágenes/niño.webp'.normalize('NFD'), 'x');
    const blob = await attachment(bench.root, 'imágenes/niño.webp'.normalize('NFC'));
    expect(blob.type).toBe('image/webp');
  });

  it('is not there', async () => {
    expect(await refusal('img/none.png')).toBe('ATTACHMENT_NOT_FOUND');
    bench.save('nota.md', 'texto');
    expect(await refusal('nota.md/none.png')).toBe('ATTACHMENT_NOT_FOUND');
  });

  it.each([
    'nota.md',
    'app.js',
    'page.html',
    'page.xhtml',
    'keys.pem',
    'none',
    'x.png.exe',
    '.png',
    'a/.png',
  ])('is refused unless it is an image, sound or film: %s', async (path) => {
    bench.save(path, 'x');
    expect(await refusal(path)).toBe('ATTACHMENT_REFUSED');
  });

  it.each([
    '../secret.png',
    'img/../../secret.png',
    '/etc/secret.png',
    'img//a.png',
    './a.png',
    'a.png\0.png',
  ])('is refused by any way that is not plainly inside the vault: %s', async (path) => {
    bench.save('img/secret.png', PNG);
    bench.save('img/a.png', PNG);
    expect(await refusal(path)).toBe('ATTACHMENT_REFUSED');
  });

  it('is refused where it is hidden', async () => {
    bench.save('.obsidian/themes/a.png', PNG);
    bench.save('img/.hidden.png', PNG);
    expect(await refusal('.obsidian/themes/a.png')).toBe('ATTACHMENT_REFUSED');
    expect(await refusal('img/.hidden.png')).toBe('ATTACHMENT_REFUSED');
  });

  it('is never read through a link, be it the file or a folder', async () => {
    const outside = new VaultBench();
    try {
      outside.save('secret.png', PNG);
      symlinkSync(join(outside.root, 'secret.png'), join(bench.root, 'file.png'));
      symlinkSync(outside.root, join(bench.root, 'folder'));
      expect(await refusal('file.png')).toBe('ATTACHMENT_NOT_FOUND');
      expect(await refusal('folder/secret.png')).toBe('ATTACHMENT_NOT_FOUND');
    } finally {
      await outside.close();
    }
  });

  it('is a file, and not larger than may be shown', async () => {
    mkdirSync(join(bench.root, 'folder.png'));
    expect(await refusal('folder.png')).toBe('ATTACHMENT_REFUSED');
    bench.save('large.png', Buffer.alloc(100));
    await expect(attachment(bench.root, 'large.png', 99)).rejects.toMatchObject({
      code: 'ATTACHMENT_TOO_LARGE',
      params: { size: 100, limit: 99 },
    });
    expect((await attachment(bench.root, 'large.png', 100)).size).toBe(100);
  });
});
