import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decode } from './decode.ts';

const SPANISH = 'El niño comió piña en la montaña; ¿quién lo vio? «Nadie», respondió el pingüino.\n';
const latin1 = (text: string) => Buffer.from(text, 'latin1');
const utf16be = (text: string) => Buffer.from(text, 'utf16le').swap16();
const join = (...parts: (Buffer | number[])[]) => Buffer.concat(parts.map((part) => Buffer.from(part)));

describe('decoding', () => {
  it.each([
    ['empty', Buffer.alloc(0), ''],
    ['plain UTF-8', Buffer.from(SPANISH), SPANISH],
    ['CRLF, kept', Buffer.from('a\r\nb\r\n'), 'a\r\nb\r\n'],
    ['emoji and CJK', Buffer.from('🧭 海図 한국어'), '🧭 海図 한국어'],
    ['a second BOM is text', join([0xef, 0xbb, 0xbf, 0xef, 0xbb, 0xbf], Buffer.from('a')), '\ufeffa'],
  ])('%s', (_, bytes, text) =>
    expect(decode(bytes)).toMatchObject({ text, encoding: 'utf-8', oddities: [] }),
  );

  it('takes the BOM away and remembers it', () => {
    expect(decode(join([0xef, 0xbb, 0xbf], Buffer.from('añ')))).toMatchObject({ text: 'añ', bom: true });
    expect(decode(Buffer.from([0xef, 0xbb, 0xbf]))).toMatchObject({ text: '', bom: true, oddities: [] });
  });

  it.each([
    ['little endian with BOM', join([0xff, 0xfe], Buffer.from(SPANISH, 'utf16le')), 'utf-16le', true],
    ['big endian with BOM', join([0xfe, 0xff], utf16be(SPANISH)), 'utf-16be', true],
    ['little endian without', Buffer.from(SPANISH, 'utf16le'), 'utf-16le', false],
    ['big endian without', utf16be(SPANISH), 'utf-16be', false],
  ])('reads UTF-16, %s', (_, bytes, encoding, bom) => {
    expect(decode(bytes)).toEqual({ text: SPANISH, encoding, bom, oddities: ['utf-16'] });
  });

  it('reads Chinese in UTF-16 by its BOM', () => {
    expect(decode(join([0xff, 0xfe], Buffer.from('航海圖', 'utf16le')))).toMatchObject({ text: '航海圖' });
  });

  it('says where UTF-16 is damaged', () => {
    const halfPair = join(
      [0xff, 0xfe],
      Buffer.from('ab', 'utf16le'),
      [0x00, 0xd8],
      Buffer.from('c', 'utf16le'),
    );
    expect(decode(halfPair)).toMatchObject({ text: 'ab\ufffdc', oddities: ['utf-16', 'invalid-utf16'] });
    expect(decode(join([0xff, 0xfe], Buffer.from('ab', 'utf16le'), [0x41]))!.text).toBe('ab\ufffd');
  });

  it('reads an old Western note in windows-1252', () => {
    expect(decode(latin1(SPANISH))).toEqual({
      text: SPANISH,
      encoding: 'windows-1252',
      bom: false,
      oddities: ['windows-1252'],
    });
    expect(decode(latin1('Das Mädchen aß Äpfel – schön.'.replace('–', '\x96')))!.text).toContain('–');
    expect(
      decode(join(Buffer.from('cost: '), [0x80], Buffer.from(' 5, he said '), [0x93, 0x61, 0x94])),
    )!.toMatchObject({
      text: 'cost: € 5, he said “a”',
    });
  });

  it('keeps damaged UTF-8 as UTF-8', () => {
    const damaged = Buffer.concat([
      Buffer.from(SPANISH.repeat(3)),
      Buffer.from([0xf1]),
      Buffer.from(SPANISH),
    ]);
    const read = decode(damaged)!;
    expect(read).toMatchObject({ encoding: 'utf-8', oddities: ['invalid-utf8'] });
    expect(read.text).toBe(`${SPANISH.repeat(3)}\ufffd${SPANISH}`);
  });

  it('keeps a UTF-8 file cut inside a character as UTF-8', () => {
    expect(decode(Buffer.from('un café').subarray(0, -1))).toMatchObject({
      text: 'un caf\ufffd',
      encoding: 'utf-8',
    });
  });

  it.each([
    ['Cyrillic in windows-1251', [0xcf, 0xf0, 0xe8, 0xe2, 0xe5, 0xf2, 0x2c, 0x20, 0xec, 0xe8, 0xf0]],
    ['Chinese in GBK', [0xba, 0xbd, 0xba, 0xa3, 0xcd, 0xbc, 0x20, 0xb5, 0xd8, 0xcd, 0xbc]],
  ])('does not take %s for windows-1252', (_, bytes) => {
    expect(decode(Buffer.from(bytes))).toMatchObject({ encoding: 'utf-8', oddities: ['invalid-utf8'] });
  });

  it('keeps NULs where they are', () => {
    expect(decode(Buffer.from('some text\0 and more of it'))).toMatchObject({
      text: 'some text\0 and more of it',
      oddities: ['nul-bytes'],
    });
  });

  it('notices mojibake and leaves it as it is', () => {
    const mojibake = latin1(Buffer.from(SPANISH).toString('latin1'));
    const saved = Buffer.from(mojibake.toString('latin1'));
    expect(decode(saved)).toMatchObject({ encoding: 'utf-8', oddities: ['mojibake'] });
    expect(decode(Buffer.from('NÃO É SÃO JOÃO, MAÇÃ'))!.oddities).toEqual([]);
    expect(decode(Buffer.from('“Ã±” stands for “ñ”: á é í ó ú ñ'))!.oddities).toEqual([]);
  });

  it.each([
    [
      'PNG',
      join([0x89], Buffer.from('PNG\r\n\x1a\n'), [0, 0, 0, 13], Buffer.from('IHDR'), Buffer.alloc(64, 0xfe)),
    ],
    [
      'PDF',
      join(
        Buffer.from('%PDF-1.7\n%'),
        [0xe2, 0xe3, 0xcf, 0xd3],
        Buffer.from('\n1 0 obj\n<</Type /Catalog>>\nendobj'),
      ),
    ],
    ['zip', join(Buffer.from('PK\x03\x04'), Buffer.from('Hello, a stored file with text'), [0xff, 0xfe])],
    ['only NULs, as after a crash', Buffer.alloc(4096)],
    ['UTF-32', join([0xff, 0xfe, 0, 0], ...[...'hello'].map((c) => [c.charCodeAt(0), 0, 0, 0]))],
  ])('is null for %s', (_, bytes) => expect(decode(bytes)).toBeNull());

  it('gives back any text that was saved as UTF-8, with NULs and control characters below a tenth', () => {
    const text = fc.string({ unit: 'grapheme', maxLength: 300 }).filter((s) => !/^\ufeff|^\uFFFE/.test(s));
    fc.assert(
      fc.property(text, (s) => {
        const padded = `${s} ${'x'.repeat(s.length * 10)}`;
        expect(decode(Buffer.from(padded))).toMatchObject({ text: padded, encoding: 'utf-8' });
      }),
    );
  });

  it('never throws, whatever the bytes, and never makes half a character', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 400 }), (bytes) => {
        expect(decode(Buffer.from(bytes))?.text.isWellFormed() ?? true).toBe(true);
      }),
      { numRuns: 500 },
    );
  });
});
