import { createIntl } from 'react-intl';
import { describe, expect, it } from 'vitest';
import type { RelatedNote } from '../../../contract/related.ts';
import { en, es } from './messages.ts';
import { closerThan, groundsOf } from './reasons.ts';
import { answer } from './related.fixture.ts';

const base = answer('b.md').items[0]!;
const related = (more: Partial<RelatedNote>): RelatedNote => {
  if (base.kind !== 'note') throw new Error('not a note');
  return { ...base.related, ...more };
};
const mention = (side: 'here' | 'there') => ({
  in: side,
  name: 'x',
  passage: { start: 0, end: 1, headingPath: [], text: 'x' },
  at: { start: 0, end: 1 },
});

describe('closerThan', () => {
  it.each([
    [99.34, 'closer than 99.3%', '99,3 %'],
    [100, 'closer than 99.9%', '99,9 %'],
    [99.99, 'closer than 99.9%', '99,9 %'],
    [0, 'closer than 0.0%', '0,0 %'],
  ])('%d', (percentile, english, spanish) => {
    const say = (locale: string, messages: Record<string, string>) =>
      createIntl({ locale, messages }).formatMessage(
        { id: 'related.closer' },
        { share: closerThan(percentile) },
      );
    expect(say('en', en).toLowerCase()).toContain(english);
    expect(say('es', es).replaceAll(/\s/g, ' ')).toContain(spanish);
  });
});

describe('groundsOf', () => {
  it('says words as the notes write them, each once', () => {
    const words = related({
      reasons: [{ kind: 'words', share: 0.6 }],
      sharedTerms: [
        { term: 'tokenizacion', weight: 0.5 },
        { term: 'bpe', weight: 0.1 },
        { term: 'ausente', weight: 0.1 },
      ],
      evidence: [
        {
          here: { start: 0, end: 1, headingPath: [], text: 'La Tokenización parte palabras.' },
          there: { start: 0, end: 1, headingPath: [], text: 'Con BPE se aprende.' },
          similarity: 0.5,
        },
      ],
    });
    expect(groundsOf(words, 'Título')[0]!.words).toEqual(['tokenización', 'bpe', 'ausente']);
  });

  it('says who names whom', () => {
    const says = (...sides: ('here' | 'there')[]) =>
      groundsOf(related({ reasons: [{ kind: 'names', share: 1 }], mentions: sides.map(mention) }), '')[0]!
        .says;
    expect([says(), says('here'), says('there', 'there'), says('here', 'there')]).toEqual([
      null,
      'here',
      'there',
      'both',
    ]);
  });
});
