import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { decodePlaces } from '../../common/chart-places.ts';
import type { ChartState } from '../../contract/chart.ts';
import { SearchBench } from '../search/search.fixture.ts';
import { Atlas } from './atlas.ts';

/** Notes of two kinds that share no word with each other. */
const SEA = [
  'marea luna costa',
  'luna costa oleaje',
  'oleaje marea viento',
  'viento costa marea',
  'luna marea oleaje',
];
const BREAD = [
  'harina masa horno pan',
  'masa horno levadura pan',
  'levadura harina miga pan',
  'miga horno harina pan',
  'masa miga levadura pan',
];

let bench: SearchBench;
let atlas: Atlas;
beforeEach(() => {
  bench = new SearchBench();
  for (const [i, text] of SEA.entries()) bench.write({ [`mar/${i}.md`]: text });
  for (const [i, text] of BREAD.entries()) bench.write({ [`pan/${i}.md`]: text });
  bench.embed();
  atlas = charted();
});
afterEach(async () => {
  atlas.close();
  await bench.close();
});

/** The same in English: what the regions speak of in both languages. */
const SEA_EN = [
  'The tide rises with the moon along the whole coast of the island',
  'Along the coast the swell follows the wind and the tide of the moon',
  'A strong tide and the swell of the wind reach the coast at night',
  'Wind along the coast brings the swell, and the tide brings the moon',
];

const charted = () => new Atlas({ store: bench.store, corpus: async () => bench.corpus });

/** The chart once nothing is being worked out any more and its version is above `after`. */
async function still(atlas: Atlas, after = 0): Promise<ChartState> {
  for await (const state of atlas.listen()) if (!state.working && state.version > after) return state;
  throw new Error('the chart ended');
}

const placesOf = (atlas: Atlas) => {
  const { paths, positions } = decodePlaces(atlas.packed().buffer);
  return new Map(paths.map((path, i) => [path, [positions[2 * i]!, positions[2 * i + 1]!] as const]));
};

type Places = ReadonlyMap<string, readonly [number, number]>;

/** Whether a note lies nearer to the notes of one folder than to those of another. */
function nearer(places: Places, path: string, one: string, other: string): boolean {
  const [x, y] = places.get(path)!;
  const least = (folder: string) =>
    Math.min(
      ...[...places]
        .filter(([there]) => there !== path && there.startsWith(`${folder}/`))
        .map(([, [ox, oy]]) => Math.hypot(x - ox, y - oy)),
    );
  return least(one) < least(other);
}

describe('the chart of a vault', () => {
  it('gives every note a place and tells the regions apart by their words', async () => {
    const state = await still(atlas);
    expect(state.notes).toBe(10);
    const { paths, regions } = decodePlaces(atlas.packed().buffer);
    const regionOf = new Map(paths.map((path, i) => [path, regions[i]]));
    expect(new Set(SEA.map((_, i) => regionOf.get(`mar/${i}.md`)))).toHaveLength(1);
    expect(regionOf.get('mar/0.md')).not.toBe(regionOf.get('pan/0.md'));
    const words = state.regions.filter(({ parent }) => parent === null).map((region) => region.words);
    expect(words.flat().filter((word) => SEA.join(' ').includes(word)).length).toBeGreaterThan(0);
    for (const name of words)
      expect(new Set(name.map((word) => SEA.join(' ').includes(word)))).toHaveLength(1);
  });

  it('is kept: another time it is there at once, as it was, with what was said of its regions', async () => {
    const state = await still(atlas);
    const [region] = state.regions;
    atlas.changeRegion(region!.id, { name: 'Mi mar', hidden: true });
    const places = placesOf(atlas);
    atlas.close();
    const again = charted();
    expect(placesOf(again)).toEqual(places);
    const kept = await still(again);
    expect(kept.regions.find(({ id }) => id === region!.id)).toMatchObject({ name: 'Mi mar', hidden: true });
    again.close();
  });

  it('is told as it is kept to whoever may look later: nothing is made for them, nor follows', async () => {
    const first = async (of: Atlas) => {
      for await (const state of of.listen(undefined, { asKept: true })) return state;
      throw new Error('the chart ended');
    };
    expect(await first(atlas)).toMatchObject({ version: 0, notes: 0, working: null });
    await bench.corpus.settled();
    expect(await first(atlas)).toMatchObject({ version: 0, notes: 0, working: null });
    await still(atlas);
    const places = placesOf(atlas);
    atlas.close();
    const again = charted();
    expect(await first(again)).toMatchObject({ version: 1, notes: 10 });
    bench.write({ 'pan/nuevo.md': 'harina levadura masa' });
    bench.embed();
    again.noteChanged(bench.id('pan/nuevo.md'));
    expect(placesOf(again)).toEqual(places);
    // Looked at, it knows of what has changed meanwhile.
    expect((await still(again, 1)).notes).toBe(11);
    again.close();
  });

  it('puts a new note among its neighbours while the others stay exactly where they are', async () => {
    const { version } = await still(atlas);
    const before = placesOf(atlas);
    bench.write({ 'pan/nuevo.md': 'harina levadura masa' });
    bench.embed();
    atlas.noteChanged(bench.id('pan/nuevo.md'));
    await still(atlas, version);
    const after = placesOf(atlas);
    for (const [path, place] of before) expect(after.get(path)).toEqual(place);
    const from = (path: string) =>
      Math.hypot(...after.get(path)!.map((v, i) => v - after.get('pan/nuevo.md')![i]!));
    expect(Math.min(...BREAD.map((_, i) => from(`pan/${i}.md`)))).toBeLessThan(
      Math.min(...SEA.map((_, i) => from(`mar/${i}.md`))),
    );
  });

  it('places a note again when the model has read what only its words had placed, and no other', async () => {
    const { version } = await still(atlas);
    // Only the model knows that these are about bread; the words alone lead to the sea.
    const before = placesOf(atlas);
    bench.write({ 'nuevo.md': 'luna bread bread bread' });
    const id = bench.id('nuevo.md');
    atlas.noteChanged(id);
    const put = await still(atlas, version);
    const byWords = placesOf(atlas);
    expect(nearer(byWords, 'nuevo.md', 'mar', 'pan')).toBe(true);

    bench.embed();
    atlas.vectorsAdded();
    await still(atlas, put.version);
    const after = placesOf(atlas);
    expect(nearer(after, 'nuevo.md', 'pan', 'mar')).toBe(true);
    after.delete('nuevo.md');
    expect(after).toEqual(before);
  });

  it('knows at the next start which notes the model had not read', async () => {
    const { version } = await still(atlas);
    bench.write({ 'nuevo.md': 'luna bread bread bread' });
    atlas.noteChanged(bench.id('nuevo.md'));
    await still(atlas, version);
    const before = placesOf(atlas);
    atlas.close();
    bench.embed();
    const again = charted();
    await still(again, 1);
    expect(nearer(placesOf(again), 'nuevo.md', 'pan', 'mar')).toBe(true);
    expect(placesOf(again).get('mar/1.md')).toEqual(before.get('mar/1.md'));
    again.close();
  });

  it('takes a note that was rewritten to where it belongs now', async () => {
    const { version } = await still(atlas);
    const before = placesOf(atlas);
    bench.write({ 'mar/3.md': 'masa harina levadura horno' });
    bench.embed();
    atlas.noteChanged(bench.id('mar/3.md'));
    await still(atlas, version);
    const after = placesOf(atlas);
    expect(nearer(after, 'mar/3.md', 'pan', 'mar')).toBe(true);
    for (const [path, place] of before) if (path !== 'mar/3.md') expect(after.get(path)).toEqual(place);
  });

  it('loses the place of a note that is removed, and no other', async () => {
    const { version } = await still(atlas);
    const id = bench.id('mar/0.md');
    bench.remove('mar/0.md');
    atlas.noteChanged(id);
    const state = await still(atlas, version);
    expect(state.notes).toBe(9);
    expect(placesOf(atlas).has('mar/0.md')).toBe(false);
  });

  it('says coded that there is no such region', async () => {
    await still(atlas);
    expect(() => atlas.changeRegion(999, { name: 'x' })).toThrow(
      expect.objectContaining({ code: 'REGION_NOT_FOUND' }),
    );
  });

  it('gives up a layout that nobody wants any more, and keeps the old one', async () => {
    await still(atlas);
    const before = placesOf(atlas);
    const stop = new AbortController();
    stop.abort();
    await expect(atlas.layOut(stop.signal)).rejects.toMatchObject({ code: 'CANCELLED' });
    expect(placesOf(atlas)).toEqual(before);
  });

  it('calls regions in the language of whoever looks, without another layout, and has the names at once another time', async () => {
    const spanish = SEA.map(
      (text) => `En la costa de la isla se ve ${text} y también el viento de la noche.`,
    );
    for (let i = 0; i < 12; i++)
      bench.write({
        [`mar/en-${i}.md`]: `${SEA_EN[i % 4]}, number ${i}.`,
        [`mar/es-${i}.md`]: `${spanish[i % 5]} Número ${i}.`,
      });
    bench.embed();
    atlas.close();
    // Regions of one language each: words for what they mean in the other are somebody else's to find.
    const asked: string[] = [];
    const looked = () =>
      new Atlas({
        store: bench.store,
        corpus: async () => bench.corpus,
        readBack: async () => async (_corpus, _texts, _all, wanted, language) => {
          asked.push(language);
          return new Map([...wanted].map((id) => [id, [`${language} ${id}`]]));
        },
      });
    const called = async (on: Atlas, language: string) => {
      for await (const state of on.listen(undefined, { language }))
        if (state.regions.some(({ words }) => words[0]!.startsWith(`${language} `))) return state;
      throw new Error('the chart ended');
    };
    atlas = looked();
    const english = await called(atlas, 'en');
    const before = placesOf(atlas);
    const own = english.regions.filter(({ words }) => !words[0]!.startsWith('en '));
    expect(own.flatMap(({ words }) => words).join(' ')).toMatch(/tide|coast|swell|moon/);
    const back = await called(atlas, 'es');
    expect(back.version).toBe(english.version);
    expect(placesOf(atlas)).toEqual(before);
    expect(back.regions.map(({ words }) => words)).not.toEqual(english.regions.map(({ words }) => words));
    atlas.changeRegion(english.regions[0]!.id, { name: 'Mi mar' });
    atlas.close();
    atlas = looked();
    const again = await called(atlas, 'en');
    expect(again.regions.map(({ words }) => words)).toEqual(english.regions.map(({ words }) => words));
    expect(again.regions[0]!.name).toBe('Mi mar');
    expect(asked).toEqual(['en', 'es']);
  });
});
