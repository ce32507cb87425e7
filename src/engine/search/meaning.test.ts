import { afterEach, beforeEach, expect, test } from 'vitest';
import { leadsOf, queryVector } from './meaning.ts';
import { SearchBench } from './search.fixture.ts';

let bench: SearchBench;
beforeEach(() => {
  bench = new SearchBench();
});
afterEach(() => bench.close());

/** Each as long as a passage is. */
const CAT =
  'El gato, que es felino, duerme sobre el tejado de la casa vieja mientras cae la tarde: gato felino.';
const DOUGH =
  'Harina y levadura, agua y sal, horno y masa, corteza y miga, reposo y amasado, fermento y tahona.';
const OTHERS = { 'Gato.md': `${CAT}\n\n${DOUGH}`, 'Pan.md': 'Pan de centeno con semillas.' };

async function lead(name: string, question: string): Promise<number | undefined> {
  await bench.corpus.settled();
  const vector = (await queryVector(bench.model, question))!;
  const ids = new Set(Object.keys(OTHERS).map((path) => bench.id(path)));
  return leadsOf(bench.corpus, vector, ids).find(({ noteId }) => noteId === bench.id(name))?.score;
}

test('a note’s first passage is compared, also after another was written before it', async () => {
  bench.write(OTHERS);
  bench.embed();
  const [cat, bread] = [await lead('Gato.md', 'felino'), await lead('Gato.md', 'harina levadura')];
  expect(cat).toBeGreaterThan(bread!);
  bench.write({ 'Gato.md': `${DOUGH}\n\n${CAT}` });
  bench.embed();
  expect(await lead('Gato.md', 'felino')).toBeLessThan(cat!);
  expect(await lead('Gato.md', 'harina levadura')).toBeGreaterThan(bread!);
});

test('a note whose first passage has no vector yet is left out', async () => {
  bench.write(OTHERS);
  expect(await lead('Gato.md', 'felino')).toBeUndefined();
  bench.embed();
  expect(await lead('Gato.md', 'felino')).toBeDefined();
});

test('a question is centred by the mean that is given, else by the model’s constant', async () => {
  const plain = await queryVector(bench.model, 'felino');
  expect(await queryVector(bench.model, 'felino', undefined, bench.model.queryMean)).toEqual(plain);
  const nothing = new Float32Array(bench.model.dimensions);
  expect(await queryVector(bench.model, 'felino', undefined, nothing)).not.toEqual(plain);
});
