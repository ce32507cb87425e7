import fc from 'fast-check';
import { expect, test } from 'vitest';
import { asNotePath } from '../../common/ids.ts';
import { parseNote } from './parse.ts';

const read = (yaml: string) =>
  parseNote(asNotePath('x.md'), `---\n${yaml}\n---\nbody`).properties.map(
    ({ name, text }) => `${name}: ${text}`,
  );

test.each([
  ['Tema: Requerimientos-del-proyecto', ['Tema: Requerimientos-del-proyecto']],
  [
    'author: "[[Ridley Scott]]"\ngenre:\n  - "[[Sci-fi|Science fiction]]"\n  - drama',
    ['author: Ridley Scott', 'genre: Science fiction', 'genre: drama'],
  ],
  ['up: [[Mapa]]', ['up: Mapa']],
  ['up: "[[Temas/Mapa#Norte]] y [[B|otra]]"', ['up: Mapa y otra']],
  [
    'summary: >-\n  A text over\n  two lines, [see](https://x.org).',
    ['summary: A text over two lines, see.'],
  ],
  [
    'topic: CI/CD\nTema: Unidad-3-Repaso\narea: areas/salud\nwith: Node.js',
    ['topic: CI/CD', 'Tema: Unidad-3-Repaso', 'area: areas/salud', 'with: Node.js'],
  ],
  ['作用: 冻结后台偷偷耗电\n评价: 好', ['作用: 冻结后台偷偷耗电', '评价: 好']],
  ['description: e\u0301poque longue', ['description: époque longue']],
])('%j is read', (yaml, expected) => {
  expect(read(yaml)).toEqual(expected);
});

test.each([
  'title: Another title',
  'aliases: [Other, Name]',
  'tags: [red, blue]',
  'permalink: ribbon',
  'date: 2024-03-01',
  'created: 2020-12-04T18:42:24+01:00',
  'rating: 7',
  'done: true',
  'url: https://example.org/a?b=c',
  'cover: Attachments/img_01.png',
  'file: ../notes/x.md',
  'mail: mailto:ana@example.org',
  'imdbId: tt0083658',
  'key: 3f2504e0-4f89-11d3-9a0c-0305e82c3301',
  'created: "{{date}} of the note"',
  'modified: <% tp.date.now() %>',
  'x: y',
  'empty:',
  'nested: {a: some words here}',
  'broken: [',
])('%j says nothing to a reader', (yaml) => {
  expect(read(yaml)).toEqual([]);
});

test('a note without properties has none, and however many there are, the work is bounded', () => {
  expect(parseNote(asNotePath('x.md'), 'text').properties).toEqual([]);
  const long = Array.from({ length: 2000 }, (_, i) => `k${i}: value of some words`).join('\n');
  expect(read(long)).toHaveLength(200);
  const huge = read(`a: ${'word '.repeat(5000)}\nb: ${'word '.repeat(5000)}`);
  expect(huge.join('').length).toBeLessThan(17_000);
});

test('any value is read or left out, never an error', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 60 }), (value) => {
      const [name, ...rest] = read(`k: ${JSON.stringify(value)}`);
      expect(rest).toEqual([]);
      if (name !== undefined) expect(name.startsWith('k: ')).toBe(true);
    }),
  );
});
