import { describe, expect, it } from 'vitest';
import { asNotePath } from '../../common/ids.ts';
import { readFrontmatter } from './frontmatter.ts';
import { parseNote } from './parse.ts';

const note = (text: string) => parseNote(asNotePath('a.md'), text);

describe('readFrontmatter', () => {
  it('reads the mapping between the fences', () => {
    const text = '---\ntitle: Hola\nn: 1\n---\nbody';
    const found = readFrontmatter(text)!;
    expect(found).toEqual({ start: 0, end: 25, raw: 'title: Hola\nn: 1\n', data: { title: 'Hola', n: 1 } });
    expect(text.slice(found.end)).toBe('body');
  });

  it.each([
    ['no fence', 'title: x'],
    ['a fence further down', '\n---\na: 1\n---\n'],
    ['no closing fence', '---\na: 1\n'],
    ['a longer rule', '----\na: 1\n---\n'],
  ])('is null for %s', (_, text) => {
    expect(readFrontmatter(text)).toBeNull();
  });

  it('takes an empty one, one at the end of the file, and any line end', () => {
    expect(readFrontmatter('---\n---\nx')).toMatchObject({ end: 8, raw: '', data: {} });
    expect(readFrontmatter('---\na: 1\n---')).toMatchObject({ end: 12, data: { a: 1 } });
    expect(readFrontmatter('---\r\na: 1\r\n---\r\nx')).toMatchObject({ end: 16, data: { a: 1 } });
    expect(readFrontmatter('---\ra: 1\r---\rx')).toMatchObject({ end: 13, data: { a: 1 } });
  });

  it.each([
    ['a colon in a value', 'title: a: b'],
    ['tabs', 'a:\n\t- b'],
    ['a list', '- a\n- b'],
    ['a scalar', 'just text'],
    ['an unclosed quote', 'a: "b'],
    ['nesting too deep', `a: ${'['.repeat(20_000)}`],
    [
      'an alias bomb',
      `a: &a [x,x,x,x,x,x,x,x,x]\n${['b', 'c', 'd', 'e', 'f'].map((k, i) => `${k}: &${k} [${`*${'abcde'[i]},`.repeat(9)}]`).join('\n')}`,
    ],
    ['megabytes', `a: ${'x'.repeat(300_000)}`],
  ])('keeps it as text and says so where it is broken: %s', (_, raw) => {
    const found = note(`---\n${raw}\n---\nbody #t`);
    expect(found.frontmatter).toMatchObject({ raw: `${raw}\n`, data: {} });
    expect(found.frontmatter?.error).toMatch(/\S/);
    expect(found.problems.map((p) => p.kind)).toEqual(['frontmatter-broken']);
    expect(found.tags.map((t) => t.name)).toEqual(['t']);
  });

  it('lets a key given twice pass', () => {
    expect(readFrontmatter('---\na: 1\na: 2\n---\n')?.data).toEqual({ a: 2 });
  });

  it('cannot be used to reach prototypes', () => {
    const found = readFrontmatter('---\n__proto__: {polluted: 1}\nconstructor: x\n---\n')!;
    expect(({} as { polluted?: number }).polluted).toBeUndefined();
    expect(Object.getPrototypeOf(found.data)).toBe(Object.prototype);
  });
});

describe('links in frontmatter', () => {
  it('are found quoted, bare, in lists and several in a value', () => {
    const text = '---\nup: [[A]]\nby: "[[B|b]]"\nx:\n  - "[[C#h]]"\n  - see [[D]] and [[E]]\n# [[no]]\n---\n';
    const { links } = note(text);
    expect(links.map((l) => [l.kind, l.target])).toEqual([
      ['frontmatter', 'A'],
      ['frontmatter', 'B'],
      ['frontmatter', 'C'],
      ['frontmatter', 'D'],
      ['frontmatter', 'E'],
    ]);
    expect(text.slice(links[1]!.start, links[1]!.end)).toBe('[[B|b]]');
  });

  it('are found in broken YAML too', () => {
    expect(note('---\na: b: [[C]]\n---\n').links.map((l) => l.target)).toEqual(['C']);
  });
});
