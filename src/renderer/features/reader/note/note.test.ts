import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { textOf } from '../markdown/outline.fixture.ts';
import { render } from '../markdown/render.ts';
import { noteAddress, obsidianAddress, resolvePath } from './address.ts';
import { blocksOfPart } from './part.ts';
import { blockAt, findHeading, readSubpath, sectionOf } from './places.ts';
import { shifted } from './shift.ts';

const text = '# Uno\n\na\n\n## Dos: ¿qué?\n\nb ^id\n\n- c ^item\n- d\n\n# Tres\n\n## Dos\n\ne\n';
const headings = [
  { level: 1, text: 'Uno' },
  { level: 2, text: 'Dos: ¿qué?' },
  { level: 1, text: 'Tres' },
  { level: 2, text: 'Dos' },
].map((heading) => {
  const start = text.indexOf(`${'#'.repeat(heading.level)} ${heading.text}\n`);
  return { ...heading, start, end: start + heading.level + 1 + heading.text.length };
});

describe('a link’s subpath', () => {
  test.each([
    ['Nota', null],
    ['Nota#Uno', { headings: ['Uno'], block: null }],
    ['Nota#Uno#Dos', { headings: ['Uno', 'Dos'], block: null }],
    ['#^id', { headings: [], block: 'id' }],
    ['Nota#', null],
  ])('%s', (target, subpath) => {
    expect(readSubpath(target)).toEqual(subpath);
  });

  test.each([
    [['uno'], 0],
    [['Dos qué'], 1],
    [['Dos  que'], 1],
    [['Dos'], 3],
    [['Tres', 'Dos'], 3],
    [['Nada', 'Tres'], 2],
    [['Nada'], -1],
  ])('names a heading as Obsidian compares them: %s', (names, index) => {
    expect(findHeading(headings, names)).toBe(index);
  });

  test('a section goes to the next heading of its level', () => {
    const section = (i: number) => {
      const { start, end } = sectionOf(headings, i, text.length);
      return text.slice(start, end).trim();
    };
    expect(section(0)).toMatch(/^# Uno[\s\S]*- d$/);
    expect(section(1)).toMatch(/^## Dos: ¿qué\?[\s\S]*- d$/);
    expect(section(3)).toBe('## Dos\n\ne');
  });
});

describe('a part of a note', () => {
  const { blocks } = render(text);
  const part = (target: string) =>
    blocksOfPart(blocks, { text, headings }, readSubpath(target), true)?.map(({ node }) =>
      textOf(node).trim(),
    );

  test('a section, a block, an item', () => {
    expect(part('x#Tres')).toEqual(['Tres', 'Dos', 'e']);
    expect(part('x#^id')).toEqual(['b']);
    expect(part('x#^ITEM')).toEqual(['c']);
    expect(part('x')?.length).toBe(blocks.length);
  });

  test('null where there is none, nothing while that is not known', () => {
    expect(part('x#^no')).toBeUndefined();
    expect(blocksOfPart(blocks, { text, headings }, readSubpath('x#^no'), false)).toEqual([]);
  });

  test('the block at an offset', () => {
    expect(textOf(blocks[blockAt(blocks, text.indexOf('b ^id'))]!.node).trim()).toBe('b');
    expect(blockAt(blocks, text.length)).toBe(blocks.length - 1);
    expect(blockAt([], 5)).toBe(0);
  });
});

describe('a place in a text that changed', () => {
  test('stays, moves, or falls to where the change is', () => {
    expect(shifted('uno dos tres', 'uno dos tres!', 8)).toBe(8);
    expect(shifted('uno dos tres', 'cero uno dos tres', 8)).toBe(13);
    expect(shifted('uno dos tres', 'uno tres', 6)).toBe(4);
  });

  test('is found by its line, or a line near it, where much has changed', () => {
    const before = '# A\n\n## Uno\n\nviento\n\n## Dos\n\nviento\n\nfin\n';
    const after = `# A\n\nnueva\n\n${before.slice(5).replaceAll('viento', 'vientos fuertes').replace('fin', 'el fin')}`;
    const at = (text: string, words: string) => text.indexOf(words);
    expect(shifted(before, after, at(before, '## Dos'))).toBe(at(after, '## Dos'));
    const second = before.lastIndexOf('viento');
    expect(shifted(before, after, second)).toBe(after.lastIndexOf('vientos'));
  });

  test('what stands behind a change is found again', () => {
    fc.assert(
      fc.property(
        fc.string(),
        fc.string(),
        fc.string(),
        fc.string({ minLength: 1 }),
        (head, old, fresh, tail) => {
          const place = `\n\u0001${tail}`;
          const moved = shifted(head + old + place, head + fresh + place, (head + old).length + 1);
          expect((head + fresh + place).slice(moved).endsWith(tail)).toBe(true);
          expect(moved).toBeLessThanOrEqual((head + fresh).length + 1);
        },
      ),
    );
  });
});

test('addresses of a note for other programs', () => {
  expect(noteAddress('Mar/Señales & cía.md')).toBe(
    'portolan://open?note=Mar%2FSe%C3%B1ales%20%26%20c%C3%ADa.md',
  );
  expect(obsidianAddress('/home/ana/notas/', 'Mar/a.md')).toBe(
    'obsidian://open?path=%2Fhome%2Fana%2Fnotas%2FMar%2Fa.md',
  );
  expect(obsidianAddress('C:\\notas', 'Mar/a.md')).toBe('obsidian://open?path=C%3A%5Cnotas%5CMar%5Ca.md');
});

test.each([
  ['a/b.md', 'c.png', 'a/c.png'],
  ['a/b.md', '../c.png', 'c.png'],
  ['a/b.md', '/c.png', 'c.png'],
  ['a/b.md', './d/./c.png', 'a/d/c.png'],
  ['b.md', '../../etc/passwd', null],
])('from %s, %s is %s', (note, written, path) => {
  expect(resolvePath(note, written)).toBe(path);
});
