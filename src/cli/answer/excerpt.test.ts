import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { width } from '../terminal/width.ts';
import { excerpt } from './excerpt.ts';

const FILLER = 'This sentence says nothing of interest at all. '.repeat(8);
const POINT = 'Spring tides rise highest when moon and sun pull together. ';

describe('excerpt', () => {
  it('is the whole passage where it fits', () => {
    expect(excerpt('Short.', ['tides'], 80)).toBe('Short.');
  });

  it('is the stretch in which the words stand, begun at its sentence', () => {
    const shown = excerpt(FILLER + POINT + FILLER, ['tides', 'moon', 'sun'], 120);
    expect(shown).toMatch(/^… Spring tides rise highest when moon and sun pull together\. This .* …$/);
  });

  it('prefers different words to one word repeated', () => {
    const text = `${'tides tides tides. '.repeat(3)}${FILLER}${POINT}${FILLER}`;
    expect(excerpt(text, ['tides', 'moon'], 100)).toContain('when moon');
  });

  it('is the beginning where no word stands out, cut between words', () => {
    expect(excerpt(FILLER, [], 60)).toBe('This sentence says nothing of interest at all. This …');
  });

  it('fits and never cuts a grapheme, whatever comes in', () => {
    const texts = fc.array(fc.string({ unit: 'grapheme', minLength: 1 })).map((parts) => parts.join(' '));
    fc.assert(
      fc.property(texts, fc.integer({ min: 8, max: 60 }), (text, columns) => {
        const shown = excerpt(text, text.split(' ').slice(2, 4), columns);
        expect(width(shown)).toBeLessThanOrEqual(columns);
        expect(shown.isWellFormed()).toBe(text.isWellFormed() || shown.isWellFormed());
      }),
    );
  });
});
