import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { SEA_AND_BREAD, SearchBench } from '../search.fixture.ts';
import { type RelatedPassagesOptions, relatedPassages } from './related-passages.ts';

let bench: SearchBench;
beforeEach(() => {
  bench = new SearchBench();
});
afterEach(() => bench.close());

const asked = (path: string, options: Partial<RelatedPassagesOptions> = {}) =>
  relatedPassages(bench.corpus, bench.store.notes.byPath(path)!, {
    at: { start: 0, end: 10 },
    limit: 10,
    unlinkedOnly: false,
    ...options,
  });

describe('passages related to a passage', () => {
  beforeEach(async () => {
    bench.write(SEA_AND_BREAD);
    bench.embed();
    await bench.corpus.settled();
  });

  it('are those of other notes that are most alike, with the words both say', async () => {
    const { here, results, coverage } = await asked('Barcos.md');
    expect(here!.text).toContain('El barco cruza el mar');
    expect(results[0]!.passage.text).toContain('A vessel with white sails crosses the ocean.');
    expect(results.map(({ note }) => note.path)).not.toContain('Barcos.md');
    const similarities = results.map(({ similarity }) => similarity);
    expect(similarities).toEqual(similarities.toSorted((a, b) => b - a));
    expect(results[0]).toMatchObject({ tier: 'contextual', linked: { to: false, from: true } });
    expect(coverage).toBe(1);
  });

  it('go with the part of the note that is read', async () => {
    const text = `${'Harina, agua, sal y levadura hacen el pan. '.repeat(4)}\n\n${'El faro guía desde la costa. '.repeat(4)}`;
    bench.write({ 'Diario.md': text });
    bench.embed();
    const { here: baking, results: baked } = await asked('Diario.md');
    expect(baking!.text).toContain('Harina');
    expect(baked[0]!.note.path).toBe('Pan.md');
    const at = text.indexOf('El faro guía');
    const { here, results } = await asked('Diario.md', { at: { start: at - 20, end: at + 60 } });
    expect(here!.text).toMatch(/^El faro guía/);
    expect(results[0]!.note.path).toBe('Puerto.md');
    const { text: there } = results[0]!.passage;
    const marked = results[0]!.marks.map(({ start, end }) => there.slice(start, end));
    expect(marked).toEqual(expect.arrayContaining(['faro', 'costa']));
  });

  it('leave out linked notes and what a filter does not let through', async () => {
    const linked = await asked('Puerto.md', { unlinkedOnly: true });
    expect(linked.results.map(({ note }) => note.path)).not.toEqual(
      expect.arrayContaining(['Ships.md', 'Faro.md']),
    );
    expect(linked.results.length).toBeGreaterThan(0);
    const english = await asked('Barcos.md', { filter: { languages: ['xx'] } });
    expect(english.results).toEqual([]);
  });

  it('say how rare so much likeness is in this vault', async () => {
    const { results } = await asked('Barcos.md');
    expect(results[0]!.percentile).toBeGreaterThan(80);
    expect(results[0]!.percentile).toBeLessThanOrEqual(100);
    const [first, last] = [results[0]!, results.at(-1)!];
    expect(last.percentile).toBeLessThanOrEqual(first.percentile);
  });

  it('are at most a few of one note', async () => {
    const many = Array.from({ length: 12 }, (_, i) => `El barco cruza el mar número ${i} con velas.`);
    bench.write({ 'Muchos.md': many.join('\n\n') });
    bench.embed();
    const { results } = await asked('Barcos.md');
    expect(results.filter(({ note }) => note.path === 'Muchos.md')).toHaveLength(3);
  });

  it('are none where the note says nothing near by', async () => {
    const beyond = await asked('Pan.md', { at: { start: 90_000, end: 90_100 } });
    expect(beyond).toMatchObject({ here: null, results: [] });
  });
});

it('of a passage that nothing has read yet are those that say its rarest words', async () => {
  bench.write(SEA_AND_BREAD);
  const { here, results } = await asked('Pan.md');
  expect(here!.text).toContain('harina');
  expect(results.every(({ tier, percentile }) => tier === 'words' && percentile === 0)).toBe(true);
  expect((await asked('Faro.md')).results[0]!.note.path).toBe('Puerto.md');
});

it('are compared by the static tier while the model has not read them', async () => {
  const still = new SearchBench(96, { statics: true });
  try {
    still.write(SEA_AND_BREAD);
    const corpus = await still.fresh();
    const { results } = await relatedPassages(corpus, still.store.notes.byPath('Barcos.md')!, {
      at: { start: 0, end: 10 },
      limit: 5,
      unlinkedOnly: false,
    });
    expect(results[0]).toMatchObject({ tier: 'static', note: { path: 'Ships.md' } });
    corpus.close();
  } finally {
    await still.close();
  }
});
