import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fold } from '../../common/text.ts';
import { phraseFinder, phrasePlaces } from './phrase.ts';

const folded = (text: string) => fold(text.normalize('NFKC'));
const places = (phrase: string, text: string) => {
  const find = phraseFinder(phrase);
  const plain = folded(text);
  return find ? [...phrasePlaces(find, plain)].map(({ start, end }) => plain.slice(start, end)) : null;
};

describe('a phrase', () => {
  it('is found whole, whatever case, accents and marks', () => {
    expect(
      places('Faro de Alejandría', 'El FARO—de  Alejandria; faro de Alejandrías; un faro de Alejandría'),
    ).toEqual(['faro—de  alejandria', 'faro de alejandria']);
    expect(places('faro', 'farola, elfaro, faro2, faro')).toEqual(['faro']);
    expect(places('𝔣aro', 'un faro')).toEqual(['faro']);
  });

  it('of a script without spaces is found within a run', () => {
    expect(places('日本語', 'これは日本語です。日 本、語')).toEqual(['日本語', '日 本、語']);
    expect(places('新 API', '新API, 新 API, 新APIs')).toEqual(['新api', '新 api']);
  });

  it('without words is none', () => {
    expect(places('…?!', 'a … ?!')).toBeNull();
  });

  const IN_WORD = '[\\p{L}\\p{N}\\p{M}\\p{Co}]';
  it('of words is found where a pattern of them would be', () => {
    const text = fc.array(
      fc.constantFrom('a', 'ab', 'B', 'é', '\u0301', ' ', '-', '…', '1', '😀', '\ue000', '𝒜'),
      {
        maxLength: 24,
      },
    );
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom('a', 'ab', 'é', 'b1'), { minLength: 1, maxLength: 3 }),
        text,
        (words, parts) => {
          const plain = folded(parts.join(''));
          const pattern = new RegExp(
            `(?<!${IN_WORD})${words.map(folded).join('[^\\p{L}\\p{N}\\p{M}\\p{Co}]+')}(?!${IN_WORD})`,
            'gu',
          );
          const expected = [...plain.matchAll(pattern)].map((m) => [m.index, m.index + m[0].length]);
          const found = [...phrasePlaces(phraseFinder(words.join(' '))!, plain)].map((p) => [p.start, p.end]);
          expect(found).toEqual(expected);
        },
      ),
      { numRuns: 400 },
    );
  });
});
