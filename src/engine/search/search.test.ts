import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { PortolanError } from '../../common/errors.ts';
import { type SearchResult, SearchResultSchema } from '../../contract/search.ts';
import { SEA_AND_BREAD, SearchBench } from './search.fixture.ts';
import { search } from './search.ts';

let bench: SearchBench;
beforeEach(() => {
  bench = new SearchBench();
  bench.write(SEA_AND_BREAD);
  bench.embed();
});
afterEach(() => bench.close());

async function ask(query: string, { limit = 10, model = true } = {}): Promise<SearchResult> {
  return SearchResultSchema.parse(await search(bench.corpus, model ? bench.model : null, query, { limit }));
}

const pathsOf = ({ hits }: SearchResult): string[] => hits.map(({ note }) => note.path);

test('words find the passages that hold them', async () => {
  const result = await ask('levadura');
  expect(pathsOf(result)[0]).toBe('Pan.md');
  expect(result.hits[0]!.matched).toEqual(['levadura']);
  expect(result.hits[0]!.passages[0]!.text).toContain('levadura');
});

test('meaning finds what the words do not', async () => {
  const result = await ask('felino buque');
  expect(pathsOf(result)).toContain('Ships.md');
  const ships = result.hits.find(({ note }) => note.path === 'Ships.md')!;
  expect(ships.matched).toEqual([]);
  expect(ships.parts.words).toBe(0);
  expect(ships.parts.meaning).toBeGreaterThan(0);
});

test('a note that is asked for by its name comes first, whatever is nearer in meaning', async () => {
  bench.write({ 'Barco viejo.md': '---\naliases: [Pecio]\n---\nInstrumento antiguo de metal.' });
  bench.embed();
  for (const query of ['Barco viejo', '  barco VIEJO ', 'pecio'])
    expect(pathsOf(await ask(query))[0]).toBe('Barco viejo.md');
});

test('scores fall, parts add up, passages are quoted at their offsets', async () => {
  const { hits } = await ask('el faro de la costa');
  const sources: Record<string, string> = SEA_AND_BREAD;
  for (const [i, { note, score, parts, passages }] of hits.entries()) {
    expect(parts.meaning + parts.words).toBeCloseTo(score, 9);
    if (i > 0) expect(score).toBeLessThanOrEqual(hits[i - 1]!.score);
    for (const { start, end, text } of passages) {
      const quoted = sources[note.path]!.slice(start, end);
      for (const word of text.match(/\p{L}+/gu) ?? []) expect(quoted).toContain(word);
    }
    const within = passages.map((p) => p.score);
    expect(within).toEqual([...within].sort((a, b) => b - a));
  }
});

test('accents and case make no difference to words', async () => {
  for (const query of ['timon', 'TIMÓN', '¿timón?'])
    expect(pathsOf(await ask(query, { model: false }))).toEqual(['Barcos.md']);
});

test('limit is kept', async () => {
  expect((await ask('el mar y el pan', { limit: 2 })).hits).toHaveLength(2);
});

test.each(['', '   ', '¿?!', '---'])('%j is QUERY_EMPTY', async (query) => {
  await expect(ask(query)).rejects.toMatchObject({ code: 'QUERY_EMPTY' });
});

describe('when the model cannot be asked', () => {
  test('words still answer, and the answer says so', async () => {
    bench.model.failure = new PortolanError('MODEL_FAILED', { model: 'tiny', reason: 'test' });
    const result = await ask('levadura');
    expect(result.wordsOnly).toBe(true);
    expect(pathsOf(result)[0]).toBe('Pan.md');
    expect(result.hits[0]!.parts.meaning).toBe(0);
    bench.model.failure = null;
    expect((await ask('levadura')).wordsOnly).toBe(false);
  });

  test('without a model at all, too', async () => {
    expect(await ask('levadura', { model: false })).toMatchObject({ wordsOnly: true, queryCut: false });
  });

  test('a cancelled question is CANCELLED, not answered by words', async () => {
    bench.model.failure = new PortolanError('CANCELLED');
    await expect(ask('levadura')).rejects.toMatchObject({ code: 'CANCELLED' });
  });
});

test('a query of 100,000 characters answers and says that it was cut', async () => {
  const result = await ask('la levadura del pan '.repeat(5000));
  expect(result.queryCut).toBe(true);
  expect(pathsOf(result).slice(0, 3)).toContain('Pan.md');
  expect((await ask('la levadura del pan')).queryCut).toBe(false);
  const oneWord = await ask('x'.repeat(100_000));
  expect(oneWord.queryCut).toBe(true);
});

test('a query longer than the model’s window but not long says so as well', async () => {
  expect((await ask('mar '.repeat(61))).queryCut).toBe(true);
});

test.each(['"', "o'hara's", '* OR NEAR(', 'a:b^c {d}', '\0', '🚀 barco', '海洋', 'NOT', '%_', '\ud800barco'])(
  '%j is a question like any other, or refused',
  async (query) => {
    const result = await ask(query).catch((error: PortolanError) => error.code);
    if (typeof result === 'string') expect(['QUERY_EMPTY', 'QUERY_SYNTAX']).toContain(result);
    else for (const { score } of result.hits) expect(score).toBeGreaterThan(0);
  },
);

test('an empty vault answers with nothing', async () => {
  for (const path of Object.keys(SEA_AND_BREAD)) bench.remove(path);
  expect(await ask('barco')).toMatchObject({ hits: [], coverage: 1 });
});

test('before any vector is there, words answer and coverage is 0', async () => {
  const other = new SearchBench();
  other.write(SEA_AND_BREAD);
  const result = await search(other.corpus, other.model, 'levadura', { limit: 5 });
  expect(result.coverage).toBe(0);
  expect(pathsOf(result)).toEqual(['Pan.md']);
  await other.close();
});

test('what properties say is found by its words, by its meaning and as a phrase', async () => {
  bench.write({
    'Nota.md':
      '---\nautora: Ernestina Valdecasas\nresumen: De cómo un felino viaja sin billete en tren por la llanura\n---\nTexto.',
  });
  bench.embed();
  for (const query of ['Valdecasas', 'llanura', '"Ernestina Valdecasas"'])
    expect([query, pathsOf(await ask(query, { model: false }))]).toEqual([query, ['Nota.md']]);
  expect(pathsOf(await ask('gato en tren'))[0]).toBe('Nota.md');
  expect((await ask('llanura')).hits[0]!.passages[0]!.text).toContain('llanura');
});
