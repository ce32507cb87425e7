import { afterEach, beforeEach, expect, test } from 'vitest';
import { queryNoteOf } from '../query-note.ts';
import { rank } from '../rank.ts';
import { throughOf } from '../reasons.ts';
import { related } from '../related.ts';
import { SearchBench } from '../search.fixture.ts';
import { RELATED } from '../weights.ts';
import { contextsOf, prepareContexts } from './contexts.ts';
import { countsOf } from './pieces.ts';

let bench: SearchBench;
beforeEach(() => {
  bench = new SearchBench();
});
afterEach(() => bench.close());

/** What the asked note says, and which links stand in sentences like it, as `from → to`. */
async function like(said: string, asked = '', corpus = bench.corpus): Promise<string[]> {
  await corpus.settled();
  await prepareContexts(corpus);
  const pieces = [corpus.words.vectorOf(countsOf(said, 'en'))];
  const path = (id: number) => bench.store.notes.byId(id)!.path.replace('.md', '');
  return contextsOf(corpus)
    .like(pieces, asked ? bench.id(asked) : -1)
    .sort((a, b) => b.cosine - a.cosine || a.from - b.from)
    .map(({ from, to }) => `${path(from)} → ${path(to)}`);
}

const HARBOUR = {
  'Log.md': 'Morning was calm and grey.\n\nWe moored beside the granite breakwater, see [[Quay]].',
  'Quay.md': 'Number four, renovated twice.',
  'Kettle.md': 'Tea, coffee, soup.',
  'Kitchen.md': 'Boil water in the copper vessel, a [[Kettle]] will do.',
  'Notes.md': 'Storms push yachts against the granite breakwater where they are moored.',
};

test('a link is found by the sentence that it stands in, not by others of its note', async () => {
  bench.write(HARBOUR);
  expect(await like('moored at the granite breakwater')).toEqual(['Log → Quay']);
  expect(await like('a calm grey morning')).toEqual([]);
});

test('what the link itself is shown as does not count: that is a name', async () => {
  bench.write({
    ...HARBOUR,
    'Log.md': 'At dusk we moored beside the breakwater, by the [[Quay|old customs pier]].',
  });
  expect(await like('the old customs pier')).toEqual([]);
  expect(await like('moored at a breakwater')).toEqual(['Log → Quay']);
});

test('links of the asked note, and those to it, are never seen', async () => {
  bench.write(HARBOUR);
  expect(await like('moored at the granite breakwater', 'Log.md')).toEqual([]);
  expect(await like('moored at the granite breakwater', 'Quay.md')).toEqual([]);
  expect(await like('moored at the granite breakwater', 'Notes.md')).toHaveLength(1);
});

test('links in properties stand in no sentence', async () => {
  bench.write({
    ...HARBOUR,
    'Log.md': '---\nnext: "[[Quay]]"\n---\nWe moored beside the granite breakwater.',
  });
  expect(await like('moored at the granite breakwater')).toEqual([]);
});

test('it follows what is written, removed and linked, as if made anew', async () => {
  bench.write(HARBOUR);
  await like('granite');
  bench.write({ 'Log.md': 'We anchored off the sandy lagoon, near [[Kettle]].' });
  expect(await like('moored at the granite breakwater')).toEqual([]);
  expect(await like('anchored in a sandy lagoon')).toEqual(['Log → Kettle']);
  bench.remove('Kitchen.md');
  expect(await like('boil water in a copper vessel')).toEqual([]);
  const fresh = await bench.fresh();
  for (const said of ['anchored in a sandy lagoon', 'boil water in a copper vessel'])
    expect(await like(said, '', fresh)).toEqual(await like(said));
  fresh.close();
});

test('a note with no words of the asked one is related through the note that says the same and links to it', async () => {
  bench.write(HARBOUR);
  bench.embed();
  await like('');
  const { corpus } = bench;
  const alone = { ...RELATED, links: 0 };
  const ranking = rank(corpus, queryNoteOf(corpus, bench.id('Notes.md')), 10, alone);
  const slot = (path: string) => corpus.notes.slotOf(bench.id(path))!;
  expect(ranking.words[slot('Quay.md')]).toBe(0);
  expect(ranking.parts.links[slot('Quay.md')]).toBeGreaterThan(0);
  expect(ranking.parts.links[slot('Kettle.md')]).toBe(0);
  expect(throughOf(corpus, { ...ranking, passing: [] }, slot('Quay.md'))).toEqual([slot('Log.md')]);
  const { results } = await related(corpus, bench.id('Notes.md'), { limit: 10, unlinkedOnly: false });
  const quay = results.find(({ note }) => note.path === 'Quay.md')!;
  expect(quay.reasons[0]!.kind).toBe('links');
  expect(quay.via.map(({ path }) => path)).toEqual(['Log.md']);
});
