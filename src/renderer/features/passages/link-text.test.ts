import { describe, expect, it } from 'vitest';
import { folderOf, linkText, namesOf } from './link-text.ts';

const NAMES = namesOf([
  { path: 'Mar/Mareas.md' },
  { path: 'Archivo/mareas.md' },
  { path: 'Mar/Faro.md' },
  { path: 'Ruta.canvas' },
  { path: 'a#b.md' },
]);
const link = (path: string, title: string) => linkText({ path, title }, NAMES);

describe('linkText', () => {
  it.each([
    ['Mar/Faro.md', 'Faro', '[[Faro]]'],
    ['Mar/Mareas.md', 'Mareas', '[[Mar/Mareas|Mareas]]'],
    ['Archivo/mareas.md', 'Las mareas', '[[Archivo/mareas|Las mareas]]'],
    ['Mar/Faro.md', 'El faro [viejo] | notas', '[[Faro|El faro viejo  notas]]'],
    ['Mar/Faro.md', '', '[[Faro]]'],
    ['Ruta.canvas', 'Ruta', '[[Ruta.canvas|Ruta]]'],
    ['a#b.md', 'Uno [1]', '[Uno 1](a%23b.md)'],
  ])('%s called %s', (path, title, expected) => {
    expect(link(path, title)).toBe(expected);
  });

  it('knows the folder', () => {
    expect(folderOf('a/b/c.md')).toBe('a/b');
    expect(folderOf('c.md')).toBe('');
  });
});
