import { expect, test } from 'vitest';
import { NoteTable } from '../note-table.ts';
import { wordsOf } from '../query-words.ts';
import { questionLanguage } from './question-language.ts';

const notes = new NoteTable();
for (let id = 1; id <= 10; id++) notes.put(id, id <= 7 ? 'es' : 'en');

test.each([
  ['cómo hacer pan', 'es'],
  ['how to bake bread at home', 'en'],
  ['la levadura', 'es'],
  ['die of hunger', 'en'],
  ['was ist das für ein Brot', 'de'],
  ['comment faire du pain sans levure', 'fr'],
  ['深度学习的方法', 'zh'],
  ['oceano', 'und'],
  ['x = 3', 'und'],
])('%s: %s', (question, language) => {
  expect(questionLanguage({ notes }, question, wordsOf(question))).toBe(language);
});

test('a word of two languages is of the one in which more notes are', () => {
  // Stop words of Spanish, Portuguese, French and Italian.
  expect(questionLanguage({ notes }, 'la', ['la'])).toBe('es');
});
