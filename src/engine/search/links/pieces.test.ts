import fc from 'fast-check';
import { expect, test } from 'vitest';
import { piecesOf } from './pieces.ts';

const read = (text: string, whole?: number): string[] =>
  piecesOf(text, whole).map(({ start, end }) => text.slice(start, end).trim());

test('lines end sentences, and so do points with a blank and what ends them where there are no blanks', () => {
  expect(read('- one: two\n- 3.14 is three.')).toEqual(['- one:', 'two', '- 3.14 is three.']);
  expect(read('字字。句句！')).toEqual(['字字。', '句句！']);
});

test('lines that are short enough are left whole', () => {
  expect(read('- one. two\n- three. four and five', 12)).toEqual(['- one. two', '- three.', 'four and five']);
});

test('nothing but line breaks is lost of any text', () => {
  fc.assert(
    fc.property(fc.string({ maxLength: 300 }), fc.nat(200), (text, whole) => {
      const read = piecesOf(text, whole).map(({ start, end }) => text.slice(start, end));
      expect(read.join('')).toBe(text.replaceAll('\n', ''));
    }),
  );
});
