import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isQuestion, readable, tellingWords, wordsOf } from './query-words.ts';
import { WordIndex } from './words/word-index.ts';

test.each(['', '   ', '\n\t', '¿?', '--- … ***', '\u200b', '„“'])('%j asks nothing', (query) => {
  expect(isQuestion(query)).toBe(false);
});

test.each(['a', 'ñ', '7', '注意', '🚀', '¿qué?', 'العربية'])('%j asks something', (query) => {
  expect(isQuestion(query)).toBe(true);
});

test('words are kept as written, each once, without punctuation', () => {
  expect(wordsOf('¿Qué es la Atención, la atencion «multi-cabeza»?')).toEqual([
    'Qué',
    'es',
    'la',
    'Atención',
    'multi-cabeza',
  ]);
  expect(wordsOf("l'attention don’t 注意力机制")).toEqual(["l'attention", 'don’t', '注意力机制']);
});

test('any query gives words that stand in it', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }), (query) => {
      for (const word of wordsOf(query)) expect(query).toContain(word);
    }),
  );
});

test('a query of 100,000 characters is read from its beginning, in no time', () => {
  const query = `${'palabra número '.repeat(7000)}final`;
  const text = readable(query);
  expect(text.length).toBeLessThan(20_000);
  expect(query.startsWith(text)).toBe(true);
  expect(wordsOf(query)).toEqual(['palabra', 'número']);
  const distinct = Array.from({ length: 20_000 }, (_, i) => `w${i}`).join(' ');
  expect(tellingWords(wordsOf(distinct), new WordIndex())).toEqual(
    Array.from({ length: 24 }, (_, i) => `w${i}`),
  );
});

test('a cut never splits a character', () => {
  const text = readable('👩‍👩‍👧'.repeat(5000));
  expect(text.replaceAll('👩‍👩‍👧', '')).toBe('');
});

test('words that stand nearly everywhere are looked up only where there are no others', () => {
  const index = new WordIndex();
  for (let slot = 0; slot < 20; slot++)
    index.set(
      slot,
      new Map([
        ['de', 3],
        [`tema${slot}`, 1],
      ]),
    );
  expect(tellingWords(['de', 'Tema3'], index)).toEqual(['Tema3']);
  expect(tellingWords(['De'], index)).toEqual(['De']);
});
