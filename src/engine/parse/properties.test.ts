import { describe, expect, it } from 'vitest';
import { frontmatterAliases, frontmatterTags, frontmatterTitle, isoDate, noteDate } from './properties.ts';

const names = (data: Record<string, unknown>) => frontmatterTags(data).map((t) => t.name);

describe('tags', () => {
  it.each([
    [{ tags: ['a', '#b', 'c/d'] }, ['a', 'b', 'c/d']],
    [{ tags: 'a, #b c' }, ['a', 'b', 'c']],
    [{ tag: 'a' }, ['a']],
    [{ Tags: ['A'] }, ['A']],
    [{ tags: ['a', null, '', 'a', 2024, { x: 1 }] }, ['a', '2024']],
    [{ tags: null }, []],
    [{ tags: { a: 1 } }, []],
    [{}, []],
  ])('%j', (data, expected) => {
    expect(names(data)).toEqual(expected);
  });
});

describe('aliases', () => {
  it.each([
    [{ aliases: ['uno', 'dos tres'] }, ['uno', 'dos tres']],
    [{ alias: 'uno, dos tres' }, ['uno', 'dos tres']],
    [{ aliases: 'x', alias: ['y', 'x'] }, ['x', 'y']],
    [{ aliases: [[['A note']]] }, ['A note']],
    [{ aliases: 7 }, ['7']],
    [{ aliases: ['e\u0301'] }, ['é']],
  ])('%j', (data, expected) => {
    expect(frontmatterAliases(data)).toEqual(expected);
  });
});

describe('title', () => {
  it.each([
    [{ title: ' Hola\n  mundo ' }, 'Hola mundo'],
    [{ title: 42 }, '42'],
    [{ title: ['a'] }, ''],
    [{ title: true }, ''],
    [{ Title: 'x' }, 'x'],
  ])('%j', (data, expected) => {
    expect(frontmatterTitle(data)).toBe(expected);
  });
});

describe('dates', () => {
  it.each([
    ['2024-03-01', '2024-03-01'],
    ['2024-03-01 Friday', '2024-03-01'],
    ['2024_3_1', '2024-03-01'],
    ['2024/03/01T10:20:30Z', '2024-03-01'],
    ['20240301', '2024-03-01'],
    ['20240301 diario', '2024-03-01'],
    ['2024-02-29', '2024-02-29'],
    ['2023-02-29', undefined],
    ['2024-13-01', undefined],
    ['202403011200', undefined],
    ['note 2024-03-01', undefined],
    ['2024-03', undefined],
    ['', undefined],
  ])('%j is %j', (text, expected) => {
    expect(isoDate(text)).toBe(expected);
  });

  it('prefers properties to the name, and passes over those that are none', () => {
    expect(noteDate({ date: '2020-01-02' }, '2021-01-01')).toBe('2020-01-02');
    expect(noteDate({ date: 'soon', created: '[[2020-01-02]]' }, 'x')).toBe('2020-01-02');
    expect(noteDate({ date: 'soon' }, '2021-01-01')).toBe('2021-01-01');
  });
});
