import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type ChartPlaces, decodePlaces } from '../../common/chart-places.ts';
import { SearchBench } from '../search/search.fixture.ts';
import { Atlas } from './atlas.ts';

let bench: SearchBench;
beforeEach(() => {
  bench = new SearchBench();
});
afterEach(() => bench.close());

/** The chart of a vault of these notes, once it is made. */
async function chartOf(notes: Record<string, string>): Promise<ChartPlaces> {
  bench.write(notes);
  bench.embed();
  const atlas = new Atlas({ store: bench.store, corpus: async () => bench.corpus });
  try {
    for await (const state of atlas.listen())
      if (!state.working && state.version > 0) {
        const places = decodePlaces(atlas.packed().buffer);
        expect(state.notes).toBe(places.paths.length);
        return places;
      }
    throw new Error('the chart ended');
  } finally {
    atlas.close();
  }
}

const far = ({ paths, positions }: ChartPlaces, a: string, b: string): number => {
  const [i, j] = [paths.indexOf(a), paths.indexOf(b)];
  return Math.hypot(positions[2 * i]! - positions[2 * j]!, positions[2 * i + 1]! - positions[2 * j + 1]!);
};

/** Every note has a place, no two have the same, and none is out of sight of the others. */
function standApart(places: ChartPlaces, count: number): void {
  expect(places.paths).toHaveLength(count);
  expect(places.positions.every(Number.isFinite)).toBe(true);
  for (const [i, a] of places.paths.entries())
    for (const b of places.paths.slice(i + 1)) {
      expect(far(places, a, b)).toBeGreaterThan(0.05);
      expect(far(places, a, b)).toBeLessThan(40);
    }
}

const named = (texts: readonly string[], folder = 'n') =>
  Object.fromEntries(texts.map((text, i) => [`${folder}/${i}.md`, text]));

describe('the chart of a small or odd vault', () => {
  it('of nothing is empty', async () => {
    const places = await chartOf({});
    expect(places.paths).toEqual([]);
    expect(places.positions).toHaveLength(0);
  });

  for (const texts of [
    ['marea luna'],
    ['marea luna', 'harina masa'],
    ['marea luna', 'luna costa', 'harina masa', 'masa horno', 'horno harina'],
  ])
    it(`of ${texts.length} gives each its own place`, async () => {
      standApart(await chartOf(named(texts)), texts.length);
    });

  it('puts notes without text aside, together', async () => {
    const texts = ['marea luna costa', 'luna costa oleaje', 'costa marea viento', 'oleaje viento luna'];
    const places = await chartOf({ ...named(texts, 'mar'), 'vacía.md': '', 'hueca.md': '   \n' });
    standApart(places, 6);
    const own = Math.max(...texts.map((_, i) => far(places, 'mar/0.md', `mar/${i}.md`)));
    for (const empty of ['vacía.md', 'hueca.md'])
      for (const i of texts.keys()) expect(far(places, empty, `mar/${i}.md`)).toBeGreaterThan(own / 2);
    expect(far(places, 'vacía.md', 'hueca.md')).toBeLessThan(far(places, 'vacía.md', 'mar/0.md'));
  });

  it('of nothing but notes without text gives them places of their own too', async () => {
    standApart(await chartOf(named(['', '', ''])), 3);
  });

  it('puts copies beside each other, not on each other', async () => {
    const copies = Array.from({ length: 6 }, () => 'marea luna costa oleaje');
    const others = ['harina masa horno', 'masa horno pan', 'pan harina levadura', 'horno levadura masa'];
    const places = await chartOf({ ...named(copies, 'copia'), ...named(others, 'pan') });
    standApart(places, 10);
    for (const i of copies.keys())
      expect(
        Math.min(
          ...copies
            .keys()
            .filter((j) => j !== i)
            .map((j) => far(places, `copia/${i}.md`, `copia/${j}.md`)),
        ),
      ).toBeLessThan(Math.min(...others.keys().map((j) => far(places, `copia/${i}.md`, `pan/${j}.md`))));
  });

  it('of thirty copies of one note is a chart all the same', async () => {
    standApart(await chartOf(named(Array.from({ length: 30 }, () => 'marea luna costa'))), 30);
  });
});
