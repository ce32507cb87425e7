import { expect, test } from 'vitest';
import { titlesAsked } from './titles-asked.ts';

const notes = (count: number, language: string) =>
  Array.from({ length: count }, (_, i) => ({ title: `${language} ${i}`, language }));
const nothing = () => [];

test('titles of each language, evenly spread where there are many', () => {
  const titles = titlesAsked([...notes(1000, 'es'), ...notes(3, 'en')], nothing);
  expect(titles.get('en')).toEqual(['en 0', 'en 1', 'en 2']);
  expect(titles.get('es')).toHaveLength(200);
  expect(titles.get('es')!.at(-1)).toBe('es 995');
});

test('where titles are few, headings too, each once, and no more than there is room for', () => {
  const found = titlesAsked(notes(3, 'es'), ({ title }) => [title, 'Uso', '***', `Parte de ${title}`]);
  expect(found.get('es')).toEqual([
    'es 0',
    'es 1',
    'es 2',
    'Uso',
    'Parte de es 0',
    'Parte de es 1',
    'Parte de es 2',
  ]);
  const many = titlesAsked(notes(50, 'es'), ({ title }) =>
    Array.from({ length: 90 }, (_, i) => `${title}, parte ${i}`),
  );
  expect(many.get('es')).toHaveLength(200);
});

test('a vault in ever so many languages is asked in the commonest', () => {
  const many = Array.from({ length: 20 }, (_, i) => notes(i + 1, `l${i}`)).flat();
  expect([...titlesAsked(many, nothing).keys()]).toEqual([
    'l19',
    'l18',
    'l17',
    'l16',
    'l15',
    'l14',
    'l13',
    'l12',
  ]);
});
