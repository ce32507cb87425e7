import { describe, expect, it } from 'vitest';
import { parseObsidianFilters } from './obsidian-filters.ts';

const parse = (list: unknown) => parseObsidianFilters(JSON.stringify({ userIgnoreFilters: list }));
const excludes = (filter: string, path: string) => parse([filter]).filters[0]!.excludesFile(path);

describe('Obsidian’s excluded files', () => {
  it.each([
    ['Archive/', 'Archive/2019.md', true],
    ['Archive/', 'archive/2019.md', true],
    ['Archive/', 'Notes/Archive/2019.md', false],
    ['Arch', 'Architecture.md', true],
    ['a.b', 'aXb.md', false],
    ['Canci\u00f3n', 'Cancio\u0301n.md'.normalize('NFC'), true],
    ['Cancio\u0301n', 'Canci\u00f3n.md', true],
    ['/draft/', 'Notes/My Draft.md', true],
    ['/^draft/', 'Notes/draft.md', false],
    ['/\\.canvas$/', 'Maps/World.canvas', true],
    ['/a/b/', 'x/a/b.md', true],
  ])('%j on %j: %s', (filter, path, expected) => expect(excludes(filter, path)).toBe(expected));

  it('say of a folder only when all below it is excluded', () => {
    const [prefix, regex] = parse(['Archive', '/archive/']).filters;
    expect(prefix!.excludesFolder('Archive')).toBe(true);
    expect(prefix!.excludesFolder('Archives/old')).toBe(true);
    expect(prefix!.excludesFolder('Notes/Archive')).toBe(false);
    expect(parse(['Archive/']).filters[0]!.excludesFolder('Archive')).toBe(true);
    expect(parse(['Archive/old']).filters[0]!.excludesFolder('Archive')).toBe(false);
    expect(regex!.excludesFolder('archive')).toBe(false);
  });

  it('keep what is good when some are broken, and say which are', () => {
    const { filters, problems } = parse(['Good/', '/(/', 7, '', '//']);
    expect(filters.map((f) => f.source)).toEqual(['Good/']);
    expect(problems).toHaveLength(4);
    expect(problems[0]).toContain('"/(/"');
  });

  it.each([
    ['{', 1],
    ['[]', 0],
    ['null', 0],
    ['{}', 0],
    ['{"userIgnoreFilters":null}', 0],
    ['{"userIgnoreFilters":"Archive"}', 1],
  ])('of %s: %i problems, no filters', (json, problems) => {
    const parsed = parseObsidianFilters(json);
    expect(parsed.filters).toEqual([]);
    expect(parsed.problems).toHaveLength(problems);
  });
});
