import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fold, foldCase, graphemeFloor } from './text.ts';

describe('fold', () => {
  it('makes accents, case and normal form equal', () => {
    expect(fold('Tokenización')).toBe('tokenizacion');
    expect(fold('TOKENIZACIO\u0301N')).toBe('tokenizacion');
    expect(fold('Straße Ñandú')).toBe('straße nandu');
  });
  it('keeps marks that make another letter', () => {
    expect(fold('が')).not.toBe(fold('か'));
    expect(fold('हिन्दी')).toBe('हिन्दी');
  });
  it('keeps accents apart where only case is folded', () => {
    expect(foldCase('PAPÁ')).toBe(foldCase('papa\u0301'));
    expect(foldCase('papá')).not.toBe(foldCase('papa'));
  });
});

describe('graphemeFloor', () => {
  const boundaries = (text: string) =>
    [...new Intl.Segmenter(undefined, { granularity: 'grapheme' }).segment(text)].map((g) => g.index);

  it('never lands inside a family, a flag or a combined letter', () => {
    const text = 'a👨‍👩‍👧‍👦b🇪🇸e\u0301c';
    for (let at = 0; at <= text.length; at++) {
      expect([...boundaries(text), text.length]).toContain(graphemeFloor(text, at));
    }
  });
  it('keeps what plain letters are followed by whole', () => {
    for (const text of ['a\r\nb', 'ne\u0301e', 'a\u00ad\u0301', 'a\u200d©', 'é\u20e3x', '©\ufe0f.'])
      for (let at = 0; at <= text.length; at++)
        expect([...boundaries(text), text.length]).toContain(graphemeFloor(text, at));
  });
  it('is a boundary at or before the offset, for any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 40 }), fc.nat(200), (text, at) => {
        const cut = graphemeFloor(text, at);
        expect(cut).toBeLessThanOrEqual(Math.max(0, Math.min(at, text.length)));
        expect([0, ...boundaries(text), text.length]).toContain(cut);
      }),
    );
  });
  it('makes progress inside a grapheme longer than any real one', () => {
    const text = `a${'\u0301'.repeat(5000)}`;
    expect(graphemeFloor(text, 3000)).toBeGreaterThan(0);
  });
});
