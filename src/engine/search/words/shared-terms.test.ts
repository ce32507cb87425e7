import { expect, test } from 'vitest';
import { related } from '../related.ts';
import { SearchBench } from '../search.fixture.ts';

test('shared terms are words as the other note writes them, and no stop words', async () => {
  const bench = new SearchBench();
  bench.write({
    'A.md': 'Los océanos y las mareas: cada océano tiene la suya, según la luna.',
    'B.md': 'La marea del océano depende de la posición de la luna en el cielo.',
    'C.md': 'Para el pan hace falta harina, agua, sal y levadura de la buena.',
    'D.md': 'El gato duerme en la cocina, lejos de la ventana y del frío.',
    'E.md': 'Una carta para la abuela, con noticias de los niños y del jardín.',
    'Corta.md': 'luna y luna',
  });
  bench.embed();
  const { results } = await related(bench.corpus, bench.id('A.md'), { limit: 5, unlinkedOnly: false });
  const terms = (path: string) =>
    results.find(({ note }) => note.path === path)?.sharedTerms.map(({ term }) => term);
  expect(terms('B.md')?.sort()).toEqual(['luna', 'marea', 'océano']);
  expect(terms('Corta.md')).toEqual(['luna']);
  await bench.close();
});

test('a letter alone, such as a variable, is nothing that notes share; nor is a command of a formula', async () => {
  const bench = new SearchBench();
  bench.write({
    'A.md': 'The gradient $\\frac{\\partial f}{\\partial w}$ with a weight w and a bias b.',
    'B.md': 'A gradient descends: $w - \\frac{1}{2} \\nabla f$, with weight w and b too.',
    'C.md': 'Bread wants flour, water, salt and yeast.',
    'D.md': 'The cat sleeps in the kitchen, far from the window.',
    'E.md': 'A letter to grandmother with news of the garden.',
  });
  bench.embed();
  const { results } = await related(bench.corpus, bench.id('A.md'), { limit: 5, unlinkedOnly: false });
  const terms = results.find(({ note }) => note.path === 'B.md')?.sharedTerms.map(({ term }) => term);
  expect(terms?.sort()).toEqual(['gradient', 'weight']);
  await bench.close();
});
