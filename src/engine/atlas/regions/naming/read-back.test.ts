import { afterEach, beforeEach, expect, it } from 'vitest';
import { SearchBench } from '../../../search/search.fixture.ts';
import { readBackBy } from './read-back.ts';
import { readTexts } from './texts.ts';

/** What words mean, in either language: the sea, the bakery, the library. */
const MEANINGS: Readonly<Record<string, number>> = {
  tide: 0, moon: 0, swell: 0, marea: 0, luna: 0, oleaje: 0,
  flour: 1, oven: 1, dough: 1, harina: 1, horno: 1, masa: 1,
  book: 2, shelf: 2, reader: 2, libro: 2,
}; // biome-ignore format: rows of meaning

/** A word table of three dimensions, in which words of a language lean the same way as well. */
const tools = {
  countTokens: (text: string) => (text === 'oleaje' ? 2 : 1),
  staticVector(text: string) {
    const out = new Int8Array(4);
    for (const word of text.toLowerCase().match(/\p{L}+/gu) ?? []) {
      const meaning = MEANINGS[word];
      if (meaning === undefined) continue;
      out[meaning]! += 20;
      if (/^(?:marea|luna|oleaje|harina|horno|masa|libro)$/.test(word)) out[3]! += 20;
    }
    return out.some((x) => x !== 0) ? out : null;
  },
};

let bench: SearchBench;
beforeEach(() => {
  bench = new SearchBench();
});
afterEach(() => bench.close());

it('words of the vault in a language are read back from what a region means, whole in the vocabulary and said by two', async () => {
  const spanish = [
    'La marea y la luna mueven el oleaje de la costa, y la harina espera en el horno con la masa del día.',
    'Otra vez la marea con su luna y su oleaje, y otra vez la harina, el horno y la masa de la mañana.',
  ];
  const english = [
    'The tide and the moon lift the swell every night along this shore of ours',
    'Flour and dough wait for the oven every morning in this small house of ours',
    'A book on the shelf waits for its reader every evening in this quiet town',
  ];
  for (const [i, text] of spanish.entries()) bench.write({ [`es-${i}.md`]: text });
  for (const [i, text] of english.entries()) bench.write({ [`en-${i}.md`]: text });
  await bench.corpus.settled();
  const slot = (path: string) => bench.corpus.notes.slotOf(bench.id(path))!;
  const texts = await readTexts(
    bench.corpus,
    bench.corpus.notes.ids().map((id) => bench.corpus.notes.slotOf(id)!),
  );
  const all = english.map((_, i) => ({ id: i, parent: null, slots: [slot(`en-${i}.md`)] }));
  const names = await readBackBy(tools)(bench.corpus, texts, all, new Set([0, 1, 2]), 'es');
  expect(new Set(names.get(0))).toEqual(new Set(['marea', 'luna']));
  expect(new Set(names.get(1))).toEqual(new Set(['harina', 'horno', 'masa']));
  expect(names.has(2)).toBe(false);
});
