import { describe, expect, it } from 'vitest';
import { asNotePath } from '../../common/ids.ts';
import { createFinder } from './find.ts';

const find = createFinder([
  {
    path: asNotePath('Cursos/Tokenización.md'),
    title: 'Tokenización',
    aliases: ['Tokenizer', 'Partir texto'],
  },
  { path: asNotePath('Cursos/Atención.md'), title: 'Mecanismo de atención', aliases: [] },
  { path: asNotePath('Otros/Atención.md'), title: 'Atención', aliases: [] },
  { path: asNotePath('Redes.md'), title: 'Redes neuronales', aliases: [] },
  { path: asNotePath('Mapa.canvas'), title: 'Mapa', aliases: [] },
]);

describe('createFinder', () => {
  it.each([
    ['Cursos/Tokenización.md', ['Cursos/Tokenización.md']],
    ['cursos/tokenizacion', ['Cursos/Tokenización.md']],
    ['TOKENIZACION', ['Cursos/Tokenización.md']],
    ['Tokenización.md', ['Cursos/Tokenización.md']],
    ['[[tokenización]]', ['Cursos/Tokenización.md']],
    ['mecanismo de atencion', ['Cursos/Atención.md']],
    ['partir texto', ['Cursos/Tokenización.md']],
    ['atención', ['Cursos/Atención.md', 'Otros/Atención.md']],
    ['otros/atención', ['Otros/Atención.md']],
    ['mapa.canvas', ['Mapa.canvas']],
    ['./Redes.md', ['Redes.md']],
  ])('finds %s', (name, paths) => {
    expect(find(name)).toEqual({ paths, suggestions: [] });
  });

  it('suggests names that look alike, the likest first', () => {
    expect(find('Tokenisacion').suggestions[0]).toBe('Tokenización');
    expect(find('redes neuronal').suggestions).toContain('Redes neuronales');
    expect(find('neuronales').suggestions).toEqual(['Redes neuronales']);
    expect(find('Tokeniza').suggestions).toEqual(expect.arrayContaining(['Tokenización', 'Tokenizer']));
  });

  it('suggests nothing for what is like nothing, empty, or no name at all', () => {
    for (const name of ['xyzzy plugh', '', '  ', '[[]]', 'q'.repeat(100_000)])
      expect(find(name)).toEqual({ paths: [], suggestions: [] });
  });

  it('finds in paths that end like the name', () => {
    const deep = createFinder([{ path: asNotePath('a/b/c.md'), title: 'T', aliases: [] }]);
    expect(deep('b/c').paths).toEqual(['a/b/c.md']);
    expect(deep('x/c').paths).toEqual([]);
  });
});
