import { expect, test } from 'vitest';
import { Beginnings } from './beginnings.ts';

const TERMS = [
  'validate',
  'validacion',
  'valid',
  'valley',
  'val',
  '12345',
  '123456',
  'use',
  'using',
  'oauth2x',
  'oauth',
];

function likeTo(term: string): string[] {
  const beginnings = new Beginnings();
  for (const known of TERMS) beginnings.add(known);
  return beginnings
    .like(term, (id) => TERMS[id]!)
    .map((id) => TERMS[id]!)
    .sort();
}

test('words are alike by their first five letters, known or not', () => {
  expect(likeTo('validation')).toEqual(['valid', 'validacion', 'validate']);
  expect(likeTo('valid')).toEqual(['valid', 'validacion', 'validate']);
});

test('short words, numbers and names with digits are like themselves alone', () => {
  expect(likeTo('use')).toEqual(['use']);
  expect(likeTo('123456')).toEqual(['123456']);
  expect(likeTo('oauth2x')).toEqual(['oauth2x']);
  expect(likeTo('nothing')).toEqual([]);
});
