import { afterEach, beforeEach, expect, test } from 'vitest';
import { carriedOver, hasLanguages } from './carry-over.ts';
import { queryVector } from './meaning.ts';
import { plainQuestion } from './query/question.ts';
import { SearchBench } from './search.fixture.ts';
import { answer } from './search.ts';
import { wholeNotes } from './whole-notes.ts';

/**
 * A word that the model knows in one language only, beside words that it knows in both: whoever asks by it is led to
 * the other language's note by the note that explains it.
 */
const VAULT = {
  'Sailing.md': 'With a spinnaker the ship is on the ocean, the vessel is on the sea, and so is the ship.',
  'Navegar.md': 'El barco va por el mar, la nave va por el océano, y el buque también va por el mar.',
  'Baking.md': 'The bread is baked in the oven for the whole of the morning, and then it is eaten.',
  'Hornear.md': 'El pan se hornea toda la mañana y después se come con los amigos de la casa.',
  'Gatos.md': 'El gato duerme en la silla de la cocina todos los días, y no hace nada más.',
  'Cats.md': 'The cat sleeps on the chair in the kitchen every day and does nothing else at all.',
  'Perros.md': 'El perro corre por el parque con los niños de la escuela toda la tarde.',
};

let bench: SearchBench;
beforeEach(() => {
  bench = new SearchBench();
  bench.write(VAULT);
  bench.embed();
});
afterEach(() => bench.close());

test('a question is carried to other languages by the notes that answer it', async () => {
  const { corpus, model } = bench;
  await corpus.settled();
  expect(hasLanguages(corpus)).toBe(true);
  const vector = (await queryVector(model, 'spinnaker'))!;
  const whole = wholeNotes(corpus, ['spinnaker'], vector);
  const cosine = (question: Float32Array, path: string) =>
    corpus.passages.noteCosines(question)[corpus.notes.slotOf(bench.id(path))!]!;
  const carried = carriedOver(corpus, vector, whole);
  expect(Math.hypot(...carried)).toBeCloseTo(1, 4);
  expect(cosine(carried, 'Navegar.md')).toBeGreaterThan(cosine(vector, 'Navegar.md') + 0.1);
  const asked = plainQuestion('spinnaker');
  const spanish = (slot: number) => corpus.notes.languageOf(slot) === 'es';
  expect(answer(corpus, asked, 'en', vector, 3, undefined, spanish)[0]!.note.path).toBe('Navegar.md');
  expect(answer(corpus, asked, 'en', vector, 3)[0]!.note.path).toBe('Sailing.md');
});

test('a question that nothing answers stays as it is', async () => {
  const { corpus } = bench;
  await corpus.settled();
  const vector = new Float32Array(corpus.passages.dimensions);
  const whole = wholeNotes(corpus, ['nothing'], vector);
  expect(carriedOver(corpus, vector, whole)).toEqual(vector);
});

test('a vault of one language, with a few words of another, has one', async () => {
  for (const path of ['Baking.md', 'Cats.md']) bench.remove(path);
  await bench.corpus.settled();
  expect(hasLanguages(bench.corpus)).toBe(false);
});
