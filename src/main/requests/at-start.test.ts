import { expect, it } from 'vitest';
import { vaultAtStart } from './at-start.ts';

it.each([
  ['the one that was open last', { last: '/notes', recent: 3, sampleFirst: '/sample' }, '/notes'],
  ['none where it was closed', { last: null, recent: 3, sampleFirst: '/sample' }, null],
  ['the sample where none was ever opened', { last: null, recent: 0, sampleFirst: '/sample' }, '/sample'],
  ['none where nobody asks for the sample', { last: null, recent: 0, sampleFirst: null }, null],
  ['none for what is no path', { last: 7, recent: 1, sampleFirst: null }, null],
])('without a request, %s', (_, known, vault) => {
  expect(vaultAtStart(known)).toBe(vault);
});
