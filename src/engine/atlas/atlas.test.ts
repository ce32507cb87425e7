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
  'harina masa horno',
  'masa horno levadura',
  'levadura harina miga',
  'miga horno harina',
  'masa miga levadura',
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
});
