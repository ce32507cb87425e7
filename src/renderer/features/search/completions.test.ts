import { describe, expect, it } from 'vitest';
import { completed, completionsAt, type Vocabulary } from './completions.ts';

const words: Vocabulary = {
  facets: {
    folders: [
      { value: 'Mis notas', notes: 4 },
      { value: 'Mar', notes: 2 },
    ],
    tags: [
      { value: 'viaje', notes: 3 },
      { value: 'viaje/mar', notes: 1 },
    ],
    languages: [
      { value: 'es', notes: 6 },
      { value: 'en', notes: 1 },
    ],
  },
  notes: [
    { path: 'Mar/Faro.md', title: 'Faro', aliases: ['Torre de luz'] },
    { path: 'Mar/Señales de niebla.md', title: 'Señales de niebla', aliases: [] },
    { path: 'a/Diario.md', title: 'Diario', aliases: [] },
    { path: 'b/Diario.md', title: 'Diario', aliases: [] },
  ],
  languageName: (code) => ({ es: 'español', en: 'inglés' })[code] ?? code,
  today: '2024-05-31',
};

/** Where the caret is, `|` stands. */
const at = (typed: string, way: 'search' | 'sum' = 'search') => {
  const caret = typed.indexOf('|');
  return completionsAt(typed.replace('|', ''), caret, words, way);
};
const offered = (typed: string, way: 'search' | 'sum' = 'search') =>
  at(typed, way)?.options.map((o) => o.insert) ?? null;

describe('completions', () => {
  it.each([
    ['tag:|', ['viaje', 'viaje/mar']],
    ['mar -tag:#via|', ['viaje', 'viaje/mar']],
    ['path:m|', ['«Mis notas»', 'Mar']],
    ['path:"mis no|', ['«Mis notas»']],
    ['lang:ingl|', ['en']],
    ['linked:n|', ['none', '[[Señales de niebla]]']],
    ['linked:[[fa|', ['[[Faro]]']],
    ['after:20|', ['2024-05', '2024', '2023']],
    ['before:y|', ['yesterday']],
    ['tags:v|', null],
    ['tag:viaje |', null],
    ['mar|', null],
    ['tag:zzz|', null],
  ])('%s', (typed, expected) => {
    const plain = offered(typed)?.map((insert) => insert.replace('"Mis notas"', '«Mis notas»')) ?? null;
    expect(plain).toEqual(expected);
  });

  it('name notes in expressions, by alias too, by path where a title is not alone', () => {
    expect(offered('rey - [[torre|', 'sum')).toEqual(['[[Faro]]']);
    expect(offered('[[niebla|]] + mar', 'sum')).toEqual(['[[Señales de niebla]]']);
    expect(offered('[[diar|', 'sum')).toEqual(['[[a/Diario.md]]', '[[b/Diario.md]]']);
    expect(offered('tag:v|', 'sum')).toBeNull();
    expect(offered('[[Faro]] + |', 'sum')).toBeNull();
  });

  it('take the place of what was typed', () => {
    const put = (typed: string) => {
      const found = at(typed)!;
      const { text, caret } = completed(typed.replace('|', ''), found, found.options[0]!);
      return `${text.slice(0, caret)}|${text.slice(caret)}`;
    };
    expect(put('mar tag:vi|')).toBe('mar tag:viaje |');
    expect(put('tag:vi|ento mar')).toBe('tag:viaje| mar');
    expect(put('linked:[[fa|]] mar')).toBe('linked:[[Faro]]| mar');
  });
});
