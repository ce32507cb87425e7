import { describe, expect, it } from 'vitest';
import { asNotePath } from '../../common/ids.ts';
import type { Span } from '../../common/span.ts';
import { parseNote } from '../parse/parse.ts';
import { sentenceParts, slices, structuralParts } from './boundaries.ts';

const whole = (text: string) => {
  const note = parseNote(asNotePath('a.md'), text);
  return { note, block: note.blocks[0]! };
};
const cut = (text: string, parts: Span[]) => parts.map((p) => text.slice(p.start, p.end));

describe('structuralParts', () => {
  it.each([
    ['- a\n  b\n- c\n  - d\n', ['- a\n  b\n', '- c\n', '  - d']],
    ['1. a\n2) b', ['1. a', '2) b']],
    ['> a\n> b\n>\n> c', ['> a\n', '> b\n', '>\n', '> c']],
    ['| a |\n|---|\n| b |\n', ['| a |\n', '|---|\n', '| b |']],
    ['Una frase. Otra.\nMás.', ['Una frase. Otra.\nMás.']],
  ])('%j', (text, parts) => {
    const { note, block } = whole(text);
    if (text.startsWith('1.')) expect(cut(text, structuralParts(note, block, 'list'))).toEqual(['1. a']);
    else expect(cut(text, structuralParts(note, block, block.kind))).toEqual(parts);
  });
});

describe('sentenceParts', () => {
  const parts = (text: string) => {
    const { note, block } = whole(text);
    return cut(text, sentenceParts(note, block));
  };

  it('cuts between sentences of any language, and at line ends', () => {
    expect(parts('Uno. ¿Dos? ¡Tres!\nCuatro')).toEqual(['Uno. ', '¿Dos? ', '¡Tres!\n', 'Cuatro']);
    expect(parts('这是一句。那是另一句！')).toEqual(['这是一句。', '那是另一句！']);
  });

  it('does not cut inside links, formulas and names of files', () => {
    expect(parts('Ve [[a. B|la nota]] y $x. Y$ aquí. Fin.')).toEqual([
      'Ve [[a. B|la nota]] y $x. ',
      'Y$ aquí. ',
      'Fin.',
    ]);
    expect(parts('Abre [el sitio](a.%20B.md) hoy. Fin.')).toEqual([
      'Abre [el sitio](a.%20B.md) hoy. ',
      'Fin.',
    ]);
  });

  it('goes on over windows of a long text without adding cuts', () => {
    const sentence = `Una ${'palabra '.repeat(100)}fin. `;
    const text = sentence.repeat(300).trim();
    expect(parts(text)).toHaveLength(300);
    expect(
      parts('palabra '.repeat(20_000).trim()).every((p) => p.endsWith(' ') || p.endsWith('palabra')),
    ).toBe(true);
  });
});

describe('slices', () => {
  const parts = (text: string, n: number) => {
    const { note, block } = whole(text);
    return cut(text, slices(note, block, n));
  };

  it('cuts between words', () => {
    expect(parts('alfa beta gama delta', 2)).toEqual(['alfa beta ', 'gama delta']);
    expect(parts('没有空格的中文文本也可以切开', 3).join('')).toBe('没有空格的中文文本也可以切开');
  });

  it('cuts a word that is all there is', () => {
    expect(parts('xxxxxxxxxx', 3)).toEqual(['xxxx', 'xxxx', 'xx']);
    expect(parts('x', 5)).toEqual(['x']);
  });

  it('never cuts a grapheme', () => {
    for (const n of [2, 3, 5, 50])
      for (const part of parts('👩‍🚀🇪🇸👨‍👩‍👧'.repeat(5), n))
        expect(part).not.toMatch(/^[\u200d\udc00-\udfff]|\u200d$/);
  });

  it('keeps markup with what it belongs to', () => {
    expect(parts('**uno** [[dos|tres]] cuatro', 2).join('')).toBe('**uno** [[dos|tres]] cuatro');
  });
});
