import { expect, test } from 'vitest';
import { NoteTable } from '../note-table.ts';
import { SEARCH } from '../weights.ts';
import { weightsIn } from './learnt.ts';

const written = (...languages: string[]) => {
  const notes = new NoteTable();
  languages.forEach((language, i) => {
    notes.put(i + 1, language);
  });
  return { notes };
};
const spanish = written('es', 'es', 'en', 'und', 'und', 'und');
const english = written('en', 'en', 'es');

test.each([
  ['en', english, 1],
  ['en', spanish, 1],
  ['es', spanish, 0.25],
  ['es', english, 0.25],
  ['und', english, 1],
  ['und', spanish, 0.25],
  ['und', written('und'), 1],
])('of a model of English, meaning in %s counts for as much as it has learnt', (language, corpus, share) => {
  expect(weightsIn(language, 'en', corpus, SEARCH)).toEqual({ ...SEARCH, meaning: share * SEARCH.meaning });
  expect(weightsIn(language, 'multilingual', corpus, SEARCH)).toEqual(SEARCH);
});
