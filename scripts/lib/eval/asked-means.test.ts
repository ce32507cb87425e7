import { expect, test } from 'vitest';
import { TinyModel } from '../../../src/engine/search/search.fixture.ts';
import { meansWithout } from './asked-means.ts';

const PAGES = ['Barco de vela', 'Masa madre', 'Gato negro'].map((title) => ({
  title,
  language: 'es',
  headings: [`Más sobre ${title}`],
}));

test('what is asked has no part in the mean that is taken off it', async () => {
  const model = new TinyModel();
  const embedder = {
    queryMean: model.queryMean,
    embed: (texts: readonly string[]) => model.embed(texts, { kind: 'query' }),
  };
  const means = await meansWithout(PAGES, embedder);
  const others = PAGES.map((page) => ({
    ...page,
    title: page.title === 'Masa madre' ? '' : page.title,
  }));
  const expected = (await meansWithout(others, embedder))('', 'es');
  const mean = means('Masa madre', 'es');
  for (const [i, x] of mean.entries()) expect(x).toBeCloseTo(expected[i]!, 6);
  const whole = [...means('', 'es')];
  expect(whole).not.toEqual([...mean]);
  means('Gato negro', 'es');
  for (const [i, x] of means('', 'es').entries()) expect(x).toBeCloseTo(whole[i]!, 6);
});
