import { afterEach, beforeEach, expect, test } from 'vitest';
import { findNote } from './lookup.ts';
import { SearchBench } from './search.fixture.ts';

let bench: SearchBench;
beforeEach(() => {
  bench = new SearchBench();
  bench.write({
    'Tokenización.md': '---\naliases: [BPE, subpalabras]\n---\n# Cómo se parte el texto\n\nTexto.',
    'a/Índice.md': 'uno',
    'b/Índice.md': 'dos',
    'b/Atención.md': 'tres',
  });
});
afterEach(() => bench.close());

const find = (name: string): string => findNote(bench.store.notes, name).path;

test.each([
  'Tokenización.md',
  'tokenizacion',
  'TOKENIZACIÓN',
  'cómo se parte el texto',
  'bpe',
  '[[Tokenización]]',
  'Tokenizacio\u0301n.md',
])('%j finds a note by path, file name, title or alias', (name) => {
  expect(find(name)).toBe('Tokenización.md');
});

test('a path tells notes of one name apart; the name alone is ambiguous', () => {
  expect(find('a/Índice.md')).toBe('a/Índice.md');
  expect(find('b/indice')).toBe('b/Índice.md');
  expect(() => find('Índice')).toThrow(
    expect.objectContaining({
      code: 'NOTE_AMBIGUOUS',
      params: { name: 'Índice', count: 2, paths: 'a/Índice.md, b/Índice.md' },
    }),
  );
});

test('a miss names what looks like it', () => {
  expect(() => find('Atencoin')).toThrow(expect.objectContaining({ code: 'NOTE_NOT_FOUND' }));
  try {
    find('Atencón');
  } catch (error) {
    expect((error as { params: { hint: string } }).params.hint).toBe('did you mean “Atención”?');
  }
});

test.each(['', ' ', 'zzzzzzzzzz', '../..', '\0', 'x'.repeat(4096)])(
  '%j is not found, without hint to a name',
  (name) => {
    expect(() => find(name)).toThrow(
      expect.objectContaining({
        code: 'NOTE_NOT_FOUND',
        params: expect.objectContaining({ hint: 'a path, title, alias or file name will do.' }),
      }),
    );
  },
);
