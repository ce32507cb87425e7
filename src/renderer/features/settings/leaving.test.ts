import { expect, it } from 'vitest';
import { leaving, patternsOf } from './leaving.ts';

const NOTES = [
  'Archive/2019/a.md',
  'Archive/b.md',
  'Diary/2019-01.md',
  'Inicio.md',
  'map.canvas',
  'x/Archive/c.md',
];

it.each([
  [['Archive/'], ['Archive/2019/a.md', 'Archive/b.md', 'x/Archive/c.md']],
  [['/archive/'], ['Archive/2019/a.md', 'Archive/b.md']],
  [
    ['*.canvas', 'diary/2019*'],
    ['Diary/2019-01.md', 'map.canvas'],
  ],
  [['Archive/*', '!Archive/b.md'], ['Archive/2019/a.md', 'x/Archive/c.md'].slice(0, 1)],
  [[], []],
])('%j', (patterns, out) => {
  expect(leaving(NOTES, patterns)).toEqual(out);
});

it('reads lines as patterns, without blanks and remarks', () => {
  expect(patternsOf('  Archive/ \n\n# old\n*.canvas')).toEqual(['Archive/', '*.canvas']);
});
