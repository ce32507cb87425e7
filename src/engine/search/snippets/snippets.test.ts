import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fold } from '../../../common/text.ts';
import { folded } from './folded.ts';
import { marker } from './marks.ts';
import { closestSentence, sentencesOf } from './sentences.ts';

function marked(
  text: string,
  language: string,
  words: string[],
  more: { phrases?: string[]; typing?: boolean } = {},
) {
  const marks = marker({ words, phrases: more.phrases ?? [], typing: more.typing ?? false }, language)(text);
  return marks.map(({ start, end }) => text.slice(start, end));
}

describe('marks', () => {
  test('words in all the forms that the language gives them', () => {
    expect(marked('Las Redes, la RED y el enredo', 'es', ['red'])).toEqual(['Redes', 'RED']);
    expect(marked('stories of a story; storied', 'en', ['Story'])).toEqual(['stories', 'story']);
    expect(marked('Häuser und Haus', 'de', ['haus'])).toEqual(['Häuser', 'Haus']);
    expect(marked('redes', 'und', ['red'])).toEqual([]);
  });

  test('the beginning of a word only while it is typed', () => {
    expect(marked('la tokenización', 'es', ['tokeni'], { typing: true })).toEqual(['tokenización']);
    expect(marked('la tokenización', 'es', ['tokeni'])).toEqual([]);
  });

  test('phrases as they stand, in decomposed text too', () => {
    const text = 'Él: «Mar, ábiérto» y mar abierto'.normalize('NFD');
    expect(marked(text, 'es', [], { phrases: ['mar abierto'] }).map((s) => s.normalize('NFC'))).toEqual([
      'Mar, ábiérto',
      'mar abierto',
    ]);
  });

  test('scripts without spaces inside their runs', () => {
    expect(marked('使用双向链接的笔记', 'zh', ['双向链接'])).toEqual(['双向链接']);
    expect(marked('深度学习的方法', 'zh', ['如何使用深度学习模型'])).toEqual(['深度学习']);
  });

  test('lie in the text, in order, apart from each other', () => {
    const piece = fc.oneof(
      fc.string({ unit: 'grapheme' }),
      fc.constantFrom('redes', 'mar', ' ', '学习', 'é', 'ﬁn'),
    );
    const text = fc.array(piece, { maxLength: 20 }).map((pieces) => pieces.join(''));
    fc.assert(
      fc.property(text, fc.array(piece, { maxLength: 4 }), fc.boolean(), (source, words, typing) => {
        let at = 0;
        for (const { start, end } of marker({ words, phrases: words, typing }, 'es')(source)) {
          expect(start).toBeGreaterThanOrEqual(at);
          expect(end).toBeGreaterThan(start);
          at = end;
        }
        expect(at).toBeLessThanOrEqual(source.length);
      }),
      { numRuns: 500 },
    );
  });
});

test('a folded text leads back to its source at every offset', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (source) => {
      const { text, sourceAt } = folded(source);
      expect(sourceAt(text.length)).toBe(source.length);
      for (let i = 0; i < text.length; i++) {
        expect(sourceAt(i)).toBeLessThanOrEqual(sourceAt(i + 1));
        const rest = fold(source.slice(sourceAt(i)).normalize('NFKC'));
        // Letters of Hangul that stand apart in the source may become one syllable.
        expect(rest + rest.normalize('NFD')).toContain(text[i]);
      }
    }),
  );
});

describe('sentences', () => {
  const text = 'El viento cambia.  La marea sube.\n- La marea baja\nY la luna mira.';
  const said = (span: { start: number; end: number } | null) => span && text.slice(span.start, span.end);

  test('end at their marks and at line breaks', () => {
    expect(sentencesOf(text, 'es').map(said)).toEqual([
      'El viento cambia.',
      'La marea sube.',
      '- La marea baja',
      'Y la luna mira.',
    ]);
  });

  test('the one with most words is nearest; among equals meaning decides, else the first', () => {
    const marks = (...words: string[]) => marker({ words, phrases: [], typing: false }, 'es')(text);
    const none = () => null;
    expect(said(closestSentence(text, 'es', marks('luna', 'mira'), none))).toBe('Y la luna mira.');
    expect(said(closestSentence(text, 'es', marks('marea'), none))).toBe('La marea sube.');
    const down = (sentence: string) => (sentence.includes('baja') ? 0.9 : 0.1);
    expect(said(closestSentence(text, 'es', marks('marea'), down))).toBe('- La marea baja');
    expect(said(closestSentence(text, 'es', [], down))).toBe('- La marea baja');
    expect(closestSentence(text, 'es', [], none)).toBeNull();
    expect(closestSentence('', 'es', [], down)).toBeNull();
  });
});
