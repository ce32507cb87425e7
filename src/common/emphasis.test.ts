import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { asWritten, marksOf, paint } from './emphasis.ts';

const marked = (text: string, terms: string[]) => paint(text, marksOf(text, terms), (t) => `<${t}>`);

describe('emphasis', () => {
  it('finds words whatever their case, accents and short endings', () => {
    expect(marked('La ATENCIÓN y los pesos; un peso.', ['atencion', 'peso'])).toBe(
      'La <ATENCIÓN> y los <pesos>; un <peso>.',
    );
  });

  it('marks several words together only as they stand', () => {
    expect(marked('junto al faro, al mar', ['junto al  faro'])).toBe('<junto al faro>, al mar');
  });

  it('marks whole words only', () => {
    expect(marked('tide, tidemark, attired', ['tide'])).toBe('<tide>, tidemark, attired');
    expect(marked('was, as, a', ['as'])).toBe('was, <as>, a');
  });

  it('finds words of scripts without spaces inside running text', () => {
    expect(marked('使用双向链接的笔记', ['双向链接', '笔记'])).toBe('使用<双向链接>的<笔记>');
  });

  it('keeps the text as it was, and marks inside it, whatever comes in', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.array(fc.string()), (text, terms) => {
        const marks = marksOf(text, terms);
        expect(paint(text, marks, (t) => t)).toBe(text);
        for (const { start, end } of marks) expect(start < end && end <= text.length).toBe(true);
      }),
    );
  });

  it('shows a folded term as the passages write it', () => {
    expect(asWritten(['atencion', 'other'], ['nothing', 'La Atención', 'atencion'])).toEqual([
      'atención',
      'other',
    ]);
  });
});
