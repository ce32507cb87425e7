import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type SearchHit, type SearchResult, SearchResultSchema } from '../../contract/search.ts';
import { SEA_AND_BREAD, SearchBench } from './search.fixture.ts';
import { type SearchOptions, search } from './search.ts';

/** What the language of questions finds: filters, phrases, what is left out, what is still being typed. */

let bench: SearchBench;
beforeEach(() => {
  bench = new SearchBench();
  bench.write({
    ...SEA_AND_BREAD,
    'Diario/2024-03-01.md': 'Hoy en el puerto vi dos redes viejas junto al faro. #viaje/mar',
    'Diario/2025-01-01.md': 'El puerto estaba vacío y la red, rota; nadie salió al mar. #viaje #roto',
    'Ser.md': '# To be or not to be\n\nThat is the question, whether it is nobler in the mind.',
  });
  bench.embed();
});
afterEach(() => bench.close());

type Asked = Partial<SearchOptions> & { readonly model?: boolean };

async function ask(query: string, { model = true, ...more }: Asked = {}) {
  const result = await search(bench.corpus, model ? bench.model : null, query, { limit: 20, ...more });
  return SearchResultSchema.parse(result);
}

const names = ({ hits }: SearchResult) => hits.map(({ note }) => note.path.replace(/^.*\/|\.md$/g, ''));
const marked = ({ passages }: SearchHit) =>
  passages.flatMap(({ text, marks }) => marks.map(({ start, end }) => text.slice(start, end)));

describe('filters', () => {
  test('let through only what they say, by words and by meaning', async () => {
    expect(names(await ask('mar tag:viaje')).sort()).toEqual(['2024-03-01', '2025-01-01']);
    expect(names(await ask('mar tag:viaje/mar'))).toEqual(['2024-03-01']);
    expect(names(await ask('barco -path:diario lang:en'))).toContain('Ships');
    expect(names(await ask('barco lang:en'))).not.toContain('Barcos');
    expect(names(await ask('puerto path:DIARIO/2025'))).toEqual(['2025-01-01']);
    expect(names(await ask('puerto after:2024-02 before:2025'))).toEqual(['2024-03-01']);
    expect(names(await ask('linked:Puerto')).sort()).toEqual(['Faro', 'Ships']);
    expect(names(await ask('pan linked:[[Horno]] -lang:es'))).toEqual(['Bread']);
    expect(names(await ask('mar', { filter: { folders: ['Diario'], tags: ['roto'] } }))).toEqual([
      '2025-01-01',
    ]);
  });

  test('alone list what they let through, newest first', async () => {
    const result = await ask('path:Diario');
    expect(result).toMatchObject({ listed: true, wordsOnly: false });
    expect(names(result)).toEqual(['2025-01-01', '2024-03-01']);
    expect(result.hits[0]!.passages[0]!.text).toContain('El puerto estaba vacío');
    expect(names(await ask('linked:none tag:viaje -tag:roto'))).toEqual(['2024-03-01']);
    expect(names(await ask('', { filter: { tags: ['viaje'] }, limit: 1 }))).toEqual(['2025-01-01']);
    expect(names(await ask('lang:es lang:en -path:md'))).toEqual([]);
    await expect(ask('', { filter: {} })).rejects.toMatchObject({ code: 'QUERY_EMPTY' });
  });

  test('that name a note which is not there say so at its place', async () => {
    await expect(ask('mar linked:[[Puertto]]')).rejects.toMatchObject({
      code: 'QUERY_SYNTAX',
      params: { column: 12, length: 11, hint: expect.stringContaining('Puerto') },
    });
  });
});

test('few notes that are let through are compared however many others are nearer', async () => {
  const crowd = (what: string) =>
    Array.from({ length: 1250 }, (_, i) => `Un ${what} más, ${what} número ${i}.`).join('\n\n');
  bench.write({
    'Flota.md': crowd('barco'),
    'Panadería.md': crowd('pan'),
    'Aparte/Pecio.md': 'Bajo la arena duerme un vessel antiguo, otro vessel y un buque.',
  });
  bench.embed();
  const { hits } = await ask('nave', { filter: { folders: ['Aparte'] } });
  expect(hits.map(({ note }) => note.path)).toEqual(['Aparte/Pecio.md']);
  expect(hits[0]!.parts.meaning).toBeGreaterThan(0);
});

describe('words that have to be there, and those that must not', () => {
  test('a phrase is found as it stands, and its passage comes first', async () => {
    const result = await ask('"junto al faro" puerto');
    expect(names(result).sort()).toEqual(['2024-03-01', 'Puerto']);
    for (const hit of result.hits) expect(marked(hit)).toContain('junto al faro');
    expect(names(await ask('"al junto faro"'))).toEqual([]);
  });

  test('what is taken away is gone, in whatever form it stands', async () => {
    expect(names(await ask('puerto -redes'))).not.toContain('2025-01-01');
    expect(names(await ask('puerto -"redes viejas"'))).toContain('2025-01-01');
    expect(names(await ask('puerto -"redes viejas"'))).not.toContain('2024-03-01');
  });

  test('stop words decide nothing, but can be asked for', async () => {
    expect(names(await ask('to be or not to be', { model: false }))[0]).toBe('Ser');
    expect((await ask('the levadura', { model: false })).hits.map((hit) => hit.note.path)).toEqual([
      'Pan.md',
    ]);
  });

  test('words are found and marked in all their forms', async () => {
    const { hits } = await ask('redes', { model: false });
    expect(hits.flatMap((hit) => marked(hit)).sort()).toEqual(['red', 'redes']);
    for (const hit of hits) expect(hit.matched).toEqual(['redes']);
  });
});

describe('while it is typed', () => {
  test('the last word may go on, and is marked', async () => {
    const { hits, wordsOnly } = await ask('levad', { prefix: true, meaning: false });
    expect(wordsOnly).toBe(true);
    expect(hits.map((hit) => hit.note.path)).toEqual(['Pan.md']);
    expect(marked(hits[0]!)).toEqual(['levadura']);
    expect(hits[0]!.matched).toEqual(['levad']);
  });

  test('a filter that is not finished is none yet', async () => {
    expect(names(await ask('puerto lang:espa', { prefix: true, meaning: false }))).toContain('Puerto');
    await expect(ask('puerto lang:espa')).rejects.toMatchObject({ code: 'QUERY_SYNTAX' });
  });
});

test('an answer says in which language it was asked, and which hits are in another', async () => {
  const { language, hits } = await ask('what is a vessel of the sea');
  expect(language).toBe('en');
  const other = new Map(hits.map(({ note, otherLanguage }) => [note.path, otherLanguage]));
  expect(other.get('Ships.md')).toBe(false);
  expect(other.get('Barcos.md')).toBe(true);
});

test('the sentence that says most of what was asked is marked, within its passage', async () => {
  bench.write({ 'Larga.md': 'El viento cambia. La marea sube dos veces al día. Nada más que decir.' });
  bench.embed();
  const { hits } = await ask('marea', { model: false });
  const { text, sentence } = hits[0]!.passages[0]!;
  expect(text.slice(sentence!.start, sentence!.end)).toBe('La marea sube dos veces al día.');
});
