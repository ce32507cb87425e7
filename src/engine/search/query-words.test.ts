import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isOneWord, isQuestion, readable, tellingWords, wordsOf } from './query-words.ts';
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
  const { words } = tellingWords(wordsOf(distinct), 'en', { index: new WordIndex(), languages: ['en'] });
  expect(words).toEqual(Array.from({ length: 24 }, (_, i) => `w${i}`));
});

test('a cut never splits a character', () => {
  const text = readable('👩‍👩‍👧'.repeat(5000));
  expect(text.replaceAll('👩‍👩‍👧', '')).toBe('');
});

describe('words worth looking up', () => {
  const index = new WordIndex();
  for (let slot = 0; slot < 20; slot++)
    index.set(
      slot,
      new Map([
        ['nota', 3],
        [`tema${slot}`, 1],
      ]),
    );
  const telling = (language: string, ...words: string[]) =>
    tellingWords(words, language, { index, languages: ['es', 'und'] });

  test('those that stand nearly everywhere are left out where there are others, in whatever form', () => {
    expect(telling('es', 'Notas', 'Tema3')).toEqual({
      words: ['Tema3'],
      said: ['Notas', 'Tema3'],
      only: 'telling',
    });
    expect(telling('es', 'Notas')).toMatchObject({ words: ['Notas'], only: 'telling' });
  });

  test('so are stop words of the question’s language', () => {
    expect(telling('es', 'la', 'Tema3', 'de', 'Qué')).toMatchObject({ words: ['Tema3'], only: 'telling' });
    expect(telling('en', 'la', 'tema3').words).toEqual(['la', 'tema3']);
    expect(telling('en', 'to', 'be', 'or', 'not')).toMatchObject({
      words: ['to', 'be', 'or', 'not'],
      only: 'little',
    });
  });

  test('words lose the stop words that lean on them', () => {
    expect(telling('fr', 'l’océan', 'd', "qu'est").words).toEqual(['océan']);
    expect(telling('en', "o'hara").words).toEqual(["o'hara"]);
  });
});

test.each([['océano'], ['Formularmodelle'], ['snake_case'], ['海洋'], ['机器人'], ['ปลั๊กอิน']])(
  '%s is one word',
  (word) => {
    expect(isOneWord([word])).toBe(true);
  },
);

test.each([
  [[]],
  [['mar', 'océano']],
  [['HTML-Inhalte']],
  [['フォームモデル']],
  [['追加データ型']],
  [['深度学习']],
  [['การตั้งค่า']],
])('%j is not one word', (words) => {
  expect(isOneWord(words)).toBe(false);
});
