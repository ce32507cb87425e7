import { expect, test } from 'vitest';
import { formsOf } from './word-forms.ts';

test('a word has a form in every language', () => {
  const [forms] = formsOf(['imágenes'], ['es', 'und']);
  expect(new Set(forms).size).toBe(2);
  expect(forms).toContain('imagenes');
});

test('words without blanks are as many as their pairs of characters', () => {
  expect(formsOf(['注意力'], ['zh'])).toEqual([['注意'], ['意力']]);
});

test('a vault without notes has no forms', () => {
  expect(formsOf(['mar'], [])).toEqual([]);
});
