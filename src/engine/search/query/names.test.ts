import { afterEach, beforeEach, expect, test } from 'vitest';
import { SearchBench } from '../search.fixture.ts';
import { namesOf } from './names.ts';

let bench: SearchBench;
beforeEach(async () => {
  bench = new SearchBench();
  bench.write({
    'Velas y viento.md':
      '---\naliases: [Jarcia]\n---\nLas velas se tensan con el viento de la tarde en el puerto.',
    'Viento.md': 'El viento del norte sopla por la tarde y trae la lluvia a la costa de las islas.',
    'Pan.md': 'El pan se hornea toda la mañana y después se come con los amigos de la casa.',
  });
  await bench.corpus.settled();
});
afterEach(() => bench.close());

const ask = (text: string) => {
  const matches = Object.values(bench.store.notes.all()).map(({ id }) => ({ noteId: id }));
  const { named, titles } = namesOf(bench.corpus, { text, words: text.split(' ') }, matches);
  return { named, said: new Map(titles.map(({ noteId, score }) => [noteId, score])) };
};

test('a name is worth as much of the question as it says, rare words more', () => {
  const { named, said } = ask('velas viento');
  expect(said.get(bench.id('Velas y viento.md'))).toBeCloseTo(1);
  const half = said.get(bench.id('Viento.md'))!;
  expect(half).toBeGreaterThan(0);
  expect(half).toBeLessThan(0.5);
  expect(said.has(bench.id('Pan.md'))).toBe(false);
  expect(named.size).toBe(0);
});

test('a note is named by any of its names, whatever the case', () => {
  expect([...ask('JARCIA').named]).toEqual([bench.id('Velas y viento.md')]);
  expect([...ask('velas y viento').named]).toEqual([bench.id('Velas y viento.md')]);
});

test('other forms of a word are that word', () => {
  expect(ask('vela vientos').said.get(bench.id('Velas y viento.md'))).toBeCloseTo(1);
});
