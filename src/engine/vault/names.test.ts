import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { identityNames, isHidden, noteKind } from './names.ts';

const NFC = 'Canci\u00f3n.md';
const NFD = 'Cancio\u0301n.md';
const bytes = (...names: (string | Buffer)[]) => names.map((name) => Buffer.from(name as string));

describe('what a file is by its name', () => {
  it.each([
    ['a.md', 'markdown'],
    ['A.MD', 'markdown'],
    ['a.Markdown', 'markdown'],
    ['página.mdx', 'markdown'],
    ['mapa.canvas', 'canvas'],
    ['two\nlines.md', 'markdown'],
    ['a.md.png', null],
    ['md', null],
    ['amd', null],
    ['a.md~', null],
    ['a.base', null],
  ])('%j is %s', (name, kind) => expect(noteKind(name)).toBe(kind));

  it('hidden is what begins with a dot', () => {
    expect(bytes('.md', '.git', 'a.md', '..a').map(isHidden)).toEqual([true, true, false, true]);
  });
});

describe('identity names', () => {
  it('are NFC', () => expect(identityNames(bytes(NFD, 'b.md'))).toEqual([NFC, 'b.md']));

  it('differ in case alone when the disk says so', () => {
    expect(identityNames(bytes('Nota.md', 'nota.md'))).toEqual(['Nota.md', 'nota.md']);
  });

  it('leave the plain name to the file that is NFC on disk, in whatever order they are listed', () => {
    const [plain, suffixed] = identityNames(bytes(NFC, NFD));
    expect(plain).toBe(NFC);
    expect(suffixed).toMatch(/^Canción~[0-9a-f]{8}\.md$/);
    expect(identityNames(bytes(NFD, NFC))).toEqual([suffixed, plain]);
  });

  it('leave it to the smallest bytes when none is NFC', () => {
    // Two marks in either order are the same text, and neither is its composed form.
    const [first, second] = ['a\u0323\u0302.md', 'a\u0302\u0323.md'];
    const [a, b] = identityNames(bytes(first, second));
    expect(b).toBe('\u1ead.md');
    expect(a).toMatch(/^\u1ead~[0-9a-f]{8}\.md$/);
  });

  it('of bytes that are not UTF-8 always carry a hash, before the extension', () => {
    const latin1 = Buffer.from('A\xf1o.md', 'latin1');
    const other = Buffer.from('A\xf2o.md', 'latin1');
    const [a, b] = identityNames([latin1, other]);
    expect(a).toMatch(/^A\ufffdo~[0-9a-f]{8}\.md$/);
    expect(b).not.toBe(a);
  });

  it('tell a file really called U+FFFD from broken bytes', () => {
    const names = identityNames([Buffer.from('\ufffd.md'), Buffer.from([0xff, 0x2e, 0x6d, 0x64])]);
    expect(names[0]).toBe('\ufffd.md');
    expect(names[1]).toMatch(/^\ufffd~[0-9a-f]{8}\.md$/);
  });

  it('take more of the hash when a file is really called that', () => {
    const suffixed = identityNames(bytes(NFC, NFD))[1]!;
    const names = identityNames(bytes(NFC, NFD, suffixed));
    expect(names[2]).toBe(suffixed);
    expect(names[1]).toMatch(/^Canción~[0-9a-f]{16}\.md$/);
  });

  it('are all different, whatever the bytes, and do not depend on the order', () => {
    const part = fc.constantFrom(
      'a',
      'A',
      '\u00f1',
      'n\u0303',
      '\u1ead',
      'a\u0302\u0323',
      '~',
      '.md',
      '\ufffd',
    );
    const text = fc.array(part, { minLength: 1, maxLength: 4 }).map((parts) => Buffer.from(parts.join('')));
    const raw = fc.uint8Array({ minLength: 1, maxLength: 6 }).map((array) => Buffer.from(array));
    const folder = fc.uniqueArray(fc.oneof(text, raw), {
      selector: (b) => b.toString('latin1'),
      maxLength: 12,
    });
    fc.assert(
      fc.property(folder, (raws) => {
        const names = identityNames(raws);
        expect(new Set(names).size).toBe(raws.length);
        expect(identityNames([...raws].reverse())).toEqual([...names].reverse());
        for (const name of names) expect(name).toBe(name.normalize('NFC'));
      }),
    );
  });
});
