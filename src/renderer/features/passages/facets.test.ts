import { describe, expect, it } from 'vitest';
import { facetsOf, matching } from './facets.ts';

const note = (path: string, tags: string[] = [], language = 'es') => ({ path, tags, language });

describe('facets', () => {
  const facets = facetsOf([
    note('Mar/Atlántico/Faro.md', ['Viaje', 'viaje/mar']),
    note('Mar/Marea.md', ['luna']),
    note('Inicio.md', ['VIAJE'], 'en'),
  ]);

  it('count a note once, in its folder and those above', () => {
    expect(facets.folders).toEqual([
      { value: 'Mar', notes: 2 },
      { value: 'Mar/Atlántico', notes: 1 },
    ]);
    expect(facets.languages).toEqual([
      { value: 'es', notes: 2 },
      { value: 'en', notes: 1 },
    ]);
  });

  it('know a tag in any case, and what lies below it', () => {
    expect(facets.tags).toEqual([
      { value: 'viaje', notes: 2 },
      { value: 'luna', notes: 1 },
      { value: 'viaje/mar', notes: 1 },
    ]);
  });

  it('are offered by their beginning first, then by that of a part, without accents', () => {
    expect(matching(facets.tags, 'MAR', 5).map((f) => f.value)).toEqual(['viaje/mar']);
    expect(matching(facets.folders, 'atlant', 5).map((f) => f.value)).toEqual(['Mar/Atlántico']);
    expect(matching(facets.folders, '', 1)).toHaveLength(1);
    expect(matching(facets.tags, 'zzz', 5)).toEqual([]);
  });
});
