import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { quoteOf } from './quote.ts';

const shown = (text: string, options: Parameters<typeof quoteOf>[1] = {}) =>
  quoteOf(text, options)
    .map((run) => (run.marked ? `<${run.text}>` : run.lead ? `{${run.text}}` : run.text))
    .join('');

const at = (text: string, word: string) => {
  const start = text.indexOf(word);
  return { start, end: start + word.length };
};

describe('quoteOf', () => {
  it('marks words and the nearest sentence', () => {
    const text = 'El faro guía. La niebla oculta el faro.';
    expect(
      shown(text, {
        marks: [at(text, 'niebla')],
        sentence: { start: 14, end: 39 },
      }),
    ).toBe('El faro guía. {La }<niebla>{ oculta el faro.}');
  });

  it('shows lines as one, with marks where they were', () => {
    const text = 'Mareas\nVientos alisios\n\nNiebla';
    expect(shown(text, { marks: [at(text, 'Niebla')] })).toBe('Mareas · Vientos alisios · <Niebla>');
  });

  it('cuts to the stretch with most different words, at a sentence where one begins near', () => {
    const text = `${'Nada que ver con ello aquí. '.repeat(10)}Hoy la marea sube con la luna. ${'Y nada más. '.repeat(10)}`;
    const quoted = shown(text, { marks: [at(text, 'marea'), at(text, 'luna')], room: 60 });
    expect(quoted).toMatch(/^… Hoy la <marea> sube con la <luna>\..* …$/);
    expect(quoted.length).toBeLessThan(72);
  });

  it('begins with the nearest sentence where no word says better', () => {
    const text = `${'Relleno sin más. '.repeat(12)}Aquí está la respuesta. ${'Cola. '.repeat(20)}`;
    const sentence = at(text, 'Aquí está la respuesta.');
    expect(shown(text, { sentence, room: 40 })).toMatch(/^… \{Aquí está la respuesta\.\} Cola/);
  });

  it('never loses, doubles or splits what it shows', () => {
    const word = fc.constantFrom('mar', 'faro', 'a', '潮汐', '🧭', 'née', '\n', ' ', '. ', '\n\n- ');
    fc.assert(
      fc.property(fc.array(word, { maxLength: 60 }), fc.integer({ min: 1, max: 80 }), (words, room) => {
        const text = words.join('');
        const marks = [...text.matchAll(/faro|mar/g)].map(({ 0: w, index }) => ({
          start: index,
          end: index + w.length,
        }));
        const runs = quoteOf(text, { marks, room });
        const plain = (s: string) => s.replace(/[\s·…]+/gu, '');
        const joined = plain(runs.map((run) => run.text).join(''));
        expect(plain(text)).toContain(joined);
        expect(joined.isWellFormed()).toBe(true);
        // Where there is not a blank, the quote may begin within a word as it may end there.
        for (const run of runs)
          if (run.marked) expect(run.text).toMatch(/^(a?r|a?ro|o)?(mar|faro)*(ma?|fa?r?)?$/);
      }),
      { numRuns: 500 },
    );
  });
});
