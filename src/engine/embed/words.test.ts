import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LONGEST_WORD, words } from './words.ts';

const all = (text: string) => [...words(text)];

describe('words', () => {
  it('splits at white space of every script and drops it', () => {
    expect(all('  uno\tdos\r\ntres\u00a0cuatro\u3000五\u2009six\u2028 ')).toEqual([
      'uno',
      'dos',
      'tres',
      'cuatro',
      '五',
      'six',
    ]);
    expect(all('')).toEqual([]);
    expect(all(' \n ')).toEqual([]);
  });

  it('keeps together what a normaliser may join: U+FEFF, vertical tab, form feed', () => {
    expect(all('a\ufeffb\vc\fd')).toEqual(['a\ufeffb\vc\fd']);
  });

  it('cuts overlong words after punctuation, else at the limit, never inside a surrogate pair', () => {
    const sentences = all('我们在这里。'.repeat(2000));
    expect(sentences.slice(0, -1).every((w) => w.endsWith('。') && w.length <= LONGEST_WORD)).toBe(true);
    expect(all('x'.repeat(LONGEST_WORD + 1)).map((w) => w.length)).toEqual([LONGEST_WORD, 1]);
    for (const word of all(`a${'😀'.repeat(LONGEST_WORD)}`)) expect(word.isWellFormed()).toBe(true);
  });

  it('loses nothing but white space', () => {
    const unit = fc.oneof(
      { weight: 8, arbitrary: fc.string({ unit: 'binary' }) },
      { weight: 2, arbitrary: fc.constantFrom(' ', '\n', '\u3000', '\ufeff', '\ud800', 'word'.repeat(2500)) },
    );
    fc.assert(
      fc.property(fc.array(unit), (parts) => {
        const text = parts.join('');
        const strip = (s: string) =>
          s.replace(/[\t\n\r \u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]/g, '');
        expect(all(text).join('')).toBe(strip(text));
        expect(all(text).every((w) => w.length > 0 && w.length <= LONGEST_WORD)).toBe(true);
      }),
    );
  });
});
