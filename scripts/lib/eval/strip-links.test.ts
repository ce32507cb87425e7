import fc from 'fast-check';
import { expect, test } from 'vitest';
import { asNotePath } from '../../../src/common/ids.ts';
import { withLanguage } from '../../../src/engine/parse/language.ts';
import { parseNote } from '../../../src/engine/parse/parse.ts';
import { placesOfLinks, without, withoutDescription, withoutTitle } from './strip-links.ts';

test('links that are taken out keep their places between the words around them', () => {
  const text = 'see [[a]] and [[b]], then';
  const links = [
    { start: 14, end: 19, to: 'b' },
    { start: 4, end: 9, to: 'a' },
  ];
  const bare = without(text, links);
  expect(bare).toBe('see  and , then');
  expect(placesOfLinks(links).map(({ start, to }) => `${bare.slice(0, start)}|${to}`)).toEqual([
    'see |a',
    'see  and |b',
  ]);
});

test('any links, overlapping or not, are placed after what stands before them and is left', () => {
  const span = fc.tuple(fc.nat(30), fc.nat(8)).map(([start, length]) => ({ start, end: start + length }));
  fc.assert(
    fc.property(fc.array(span, { maxLength: 8 }), (links) => {
      const text = 'abcdefghijklmnopqrstuvwxyz0123456789ABCDEF';
      const ordered = [...links].sort((a, b) => a.start - b.start);
      for (const [i, { start }] of placesOfLinks(links).entries())
        expect(start).toBe(without(text.slice(0, ordered[i]!.start), ordered.slice(0, i)).length);
    }),
  );
});

test.each([
  'title: Faro',
  'aliases:\n  - Farol\n  - Linterna',
  'aliases:\n- Farol\n- Linterna',
  'aliases: [Farol,\n  Linterna]',
])('a title is taken out of the properties, the last of which it may be: %j', (last) => {
  const note = withLanguage(
    parseNote(asNotePath('Faro.md'), `---\nkind: place\n${last}\n---\n# Faro\n\nbody`),
  );
  const bare = parseNote(asNotePath('1.md'), withoutTitle(note));
  expect(bare.text).not.toMatch(/Faro|Linterna/);
  expect(bare.frontmatter?.data).toEqual({ kind: 'place' });
  expect(bare.text.slice(bare.frontmatter!.end).trim()).toBe('body');
});

test('a description is taken out of the properties, with all its lines', () => {
  const text = '---\nkind: place\ndescription: >-\n  A tower\n  with a light.\n---\nbody';
  expect(withoutDescription(withLanguage(parseNote(asNotePath('Faro.md'), text)))).toMatch(
    /^---\nkind: place\n\n?---\nbody$/,
  );
});
