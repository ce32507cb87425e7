import { describe, expect, it } from 'vitest';
import type { Facets } from '../passages/facets.ts';
import { narrowed, narrowingsOf, offersFor, widened, within } from './narrowing.ts';

const FACETS: Facets = {
  folders: [
    { value: 'Mar', notes: 5 },
    { value: 'Cocina', notes: 2 },
  ],
  tags: [{ value: 'marea', notes: 3 }],
  languages: [
    { value: 'es', notes: 6 },
    { value: 'en', notes: 1 },
  ],
};
const name = (code: string) => ({ es: 'español', en: 'inglés' })[code] ?? code;

describe('a filter', () => {
  it('of listed notes is one chip, beside the others', () => {
    const filter = within({ tags: ['luna'] }, ['a.md', 'b.md']);
    expect(narrowingsOf(filter)).toEqual([
      { kind: 'notes', value: '2' },
      { kind: 'tag', value: 'luna' },
    ]);
    expect(widened(filter, narrowingsOf(filter)[0]!)).toEqual({ tags: ['luna'] });
    expect(within(filter, null)).toEqual({ tags: ['luna'] });
  });

  it('is its chips, one by one, and back', () => {
    const chips = [
      { kind: 'folder', value: 'Mar' },
      { kind: 'tag', value: 'luna' },
      { kind: 'tag', value: 'sol' },
      { kind: 'language', value: 'es' },
      { kind: 'after', value: '2024-01-01' },
    ] as const;
    const filter = chips.reduce(narrowed, {});
    expect(narrowingsOf(filter)).toEqual(chips);
    expect(chips.reduce(widened, filter)).toEqual({});
    expect(narrowed(filter, { kind: 'tag', value: 'luna' })).toBe(filter);
    expect(widened(filter, { kind: 'tag', value: 'luna' })).toMatchObject({ tags: ['sol'] });
  });

  it('has one day of each kind', () => {
    const filter = narrowed({ after: '2024-01-01' }, { kind: 'after', value: '2025-01-01' });
    expect(filter).toEqual({ after: '2025-01-01' });
  });
});

describe('offers', () => {
  const offered = (typed: string, filter = {}) =>
    offersFor(FACETS, typed, filter, name).map(({ kind, value }) => `${kind} ${value}`);

  it('are of every kind, by what was typed', () => {
    expect(offered('mar')).toEqual(['folder Mar', 'tag marea']);
    expect(offered('#mar')).toEqual(['tag marea']);
    expect(offered('ingles')).toEqual(['language en']);
    expect(offered('')).toEqual(['folder Mar', 'folder Cocina', 'tag marea', 'language es', 'language en']);
  });

  it('leave out what is in use, and the language of a vault that has one', () => {
    expect(offered('mar', { folders: ['Mar'] })).toEqual(['tag marea']);
    const one = { ...FACETS, languages: FACETS.languages.slice(0, 1) };
    expect(offersFor(one, '', {}, name).some(({ kind }) => kind === 'language')).toBe(false);
  });
});
