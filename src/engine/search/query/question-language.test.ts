import { expect, test } from 'vitest';
import { NoteTable } from '../note-table.ts';
import { plainQuestion } from './question.ts';
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
])('%s: %s', async (question, language) => {
  expect(await questionLanguage({ notes }, plainQuestion(question))).toBe(language);
});

test('a word of two languages is of the one in which more notes are', async () => {
  // Stop words of Spanish, Portuguese, French and Italian.
  expect(await questionLanguage({ notes }, plainQuestion('la'))).toBe('es');
});

test('the detector is asked where little words do not decide', async () => {
  const asked: string[] = [];
  const detect = async (text: string) => {
    asked.push(text);
    return 'und';
  };
  expect(await questionLanguage({ notes }, plainQuestion('how to bake bread at home'), detect)).toBe('en');
  expect(await questionLanguage({ notes }, plainQuestion('la levadura'), detect)).toBe('es');
  expect(asked).toEqual(['la levadura']);
});
