import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { SEA_AND_BREAD, SearchBench } from '../search.fixture.ts';
import { algebra } from './algebra.ts';

describe('algebra', () => {
  let bench: SearchBench;
  beforeEach(() => {
    bench = new SearchBench();
    bench.write({
      ...SEA_AND_BREAD,
      'Gatos.md': 'El gato duerme en el barco.',
      'deep/Parts.md': '# Sails\n\nvelas blancas\n\n# Dough\n\nmasa harina levadura',
    });
    bench.embed();
  });
  afterEach(() => bench.close());

  const ask = (expression: string, more: Partial<Parameters<typeof algebra>[3]> = {}) =>
    algebra(bench.corpus, async () => bench.model, expression, { limit: 5, ...more });
  const paths = async (expression: string, more = {}) =>
    (await ask(expression, more)).hits.map((hit) => hit.note.path);

  it('adds and takes away', async () => {
    expect((await paths('"quilla" + "velas"'))[0]).toBe('Barcos.md');
    const [plus, minus] = await Promise.all([paths('faro + costa'), paths('faro - costa')]);
    expect(plus[0]).toMatch(/Faro|Puerto/);
    expect(minus[0]).toBe('Puerto.md');
  });

  it('says what each term adds, and the shares add up to the score', async () => {
    const { terms, hits } = await ask('2*[[Pan]] - "faro" + 0.5*(harina + agua)');
    expect(terms.map(({ weight, kind }) => [weight, kind])).toEqual([
      [2, 'note'],
      [-1, 'words'],
      [0.5, 'words'],
      [0.5, 'words'],
    ]);
    expect(hits.length).toBeGreaterThan(2);
    for (const { score, shares, note } of hits) {
      expect(shares).toHaveLength(4);
      expect(shares.reduce((a, b) => a + b)).toBeCloseTo(score, 6);
      expect(note.path).not.toBe('Pan.md');
    }
    expect(hits.map((hit) => hit.score)).toEqual(hits.map((hit) => hit.score).sort((a, b) => b - a));
    expect(hits.find((hit) => hit.note.path === 'Bread.md')!.shares[0]).toBeGreaterThan(0.05);
    expect(hits.find((hit) => hit.note.path === 'Faro.md')?.shares[1] ?? -1).toBeLessThan(0);
  });

  it('shows the passage that answers best', async () => {
    const { hits } = await ask('"masa" + "doce horas"');
    const [first] = hits;
    expect(first!.note.path).toBe('Pan.md');
    expect(first!.passages[0]!.text).toContain('fermenta doce horas');
    expect(first!.passages[0]!.score).toBeGreaterThan(first!.passages[1]?.score ?? -1);
  });

  it('leaves out the notes that it names, by brackets or by words; a single word is answered with its note', async () => {
    const result = await ask('faro + [[bread]] - "PAN"');
    expect(result.leftOut.map(({ path }) => path).sort()).toEqual(['Bread.md', 'Faro.md', 'Pan.md']);
    expect(result.hits.map(({ note }) => note.path)).not.toContain('Faro.md');
    expect((await paths('faro'))[0]).toBe('Faro.md');
  });

  it('reads bare words with the one note that they name, quoted ones as words', async () => {
    const { terms } = await ask('gatos + "gatos"');
    expect(terms.map(({ note }) => note?.path ?? null)).toEqual(['Gatos.md', null]);
  });

  it('takes the passages under a heading', async () => {
    expect((await paths('[[Parts#Dough]]'))[0]).toMatch(/Pan|Horno/);
    expect((await paths('[[Parts#Sails]]'))[0]).toBe('Barcos.md');
  });

  it('asks the model for nothing but words', async () => {
    bench.model.failure = new Error('no model');
    expect(await paths('[[Pan]] - [[Puerto]]')).toContain('Bread.md');
    await expect(ask('[[Pan]] - puerto')).rejects.toThrow('no model');
  });

  it('filters before it ranks', async () => {
    const found = await paths('[[Pan]]', { limit: 3, filter: { folders: ['deep'] } });
    expect(found).toEqual(['deep/Parts.md']);
    expect(await paths('[[Pan]]', { filter: { tags: ['none'] } })).toEqual([]);
  });

  it('says what is wrong, and where', async () => {
    await expect(ask('pan + [[Barcs]]')).rejects.toMatchObject({
      code: 'NOTE_NOT_FOUND',
      params: { name: 'Barcs', column: 7, hint: expect.stringContaining('Barcos') },
    });
    bench.write({ 'Later.md': 'Not embedded yet.' });
    await expect(ask('[[Later]]')).rejects.toMatchObject({ code: 'NOTE_WITHOUT_VECTORS' });
    await expect(ask('[[Parts#Nothing]]')).rejects.toMatchObject({ params: { name: 'Parts#Nothing' } });
    await expect(ask('[[Pan]] - [[Pan]]')).rejects.toMatchObject({ code: 'EXPRESSION_CANCELS_OUT' });
    await expect(ask('pan +')).rejects.toMatchObject({ code: 'EXPRESSION_INVALID', params: { column: 6 } });
  });
});
