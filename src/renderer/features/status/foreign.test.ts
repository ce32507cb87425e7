import { expect, it } from 'vitest';
import { foreignLanguage } from './foreign.ts';

it.each([
  ['a Spanish vault', { es: 900, en: 100 }, 'es'],
  ['an English one with some quotations', { en: 950, la: 30, fr: 20 }, null],
  ['one of two languages', { en: 600, ca: 150, es: 250 }, 'es'],
  ['one whose languages are not known', { und: 40 }, null],
  ['one mostly unknown, what is known Spanish', { und: 400, es: 4 }, 'es'],
  ['an empty one', {}, null],
])('%s', (_, notes, language) => {
  expect(foreignLanguage(Object.entries(notes).map(([l, n]) => ({ language: l, notes: n })))).toBe(language);
});
