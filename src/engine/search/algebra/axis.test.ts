import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { SEA_AND_BREAD, SearchBench } from '../search.fixture.ts';
import { axis, axisPlaces } from './axis.ts';

describe('axis', () => {
  let bench: SearchBench;
  beforeEach(() => {
    bench = new SearchBench();
    bench.write({ ...SEA_AND_BREAD, 'deep/Gatos.md': 'El gato duerme todo el día.' });
    bench.embed();
  });
  afterEach(() => bench.close());

  const ask = (from: string, to: string, more: Partial<Parameters<typeof axis>[2]> = {}) =>
    axis(bench.corpus, async () => bench.model, { from, to, limit: 20, ...more });

  it('orders notes between two poles, with the passage that speaks for the side', async () => {
    const result = await ask('faro, costa', 'levadura, harina');
    const places = result.notes.map(({ position }) => position);
    expect(places).toEqual([...places].sort((a, b) => a - b));
    expect(Math.max(...places.map(Math.abs))).toBeCloseTo(1, 5);
    expect(result.notes[0]!.note.path).toMatch(/Faro|Puerto/);
    expect(result.notes.at(-1)!.note.path).toMatch(/Pan|Bread/);
    expect(result.notes.at(-1)!.passage!.text).toMatch(/levadura|yeast/);
    expect(result.notes[0]!.passage!.score).toBeLessThan(0);
  });

  it('places all notes as it orders some of them, and poles that are notes at their ends', async () => {
    const { notes } = await ask('faro, costa', 'levadura, harina');
    const ends = { from: 'faro, costa', to: 'levadura, harina' };
    const places = await axisPlaces(bench.corpus, async () => bench.model, ends);
    expect(places.paths).toHaveLength(8);
    for (const { note, position, related } of notes) {
      const at = places.paths.indexOf(note.path);
      expect(places.positions[at]).toBeCloseTo(position, 5);
      expect(places.related[at]).toBe(related ? 1 : 0);
    }
    const between = await axisPlaces(bench.corpus, async () => bench.model, {
      from: '[[Faro]]',
      to: '[[Pan]], [[Bread]]',
    });
    const of = (path: string) => between.positions[between.paths.indexOf(path)];
    expect([of('Faro.md'), of('Pan.md'), of('Bread.md')]).toEqual([-1, 1, 1]);
  });

  it('says which notes have nothing to do with it', async () => {
    const { notes, related, considered } = await ask('faro, costa', 'levadura, harina');
    expect(considered).toBe(8);
    expect(related).toBe(notes.filter((note) => note.related).length);
    const cat = notes.find(({ note }) => note.path === 'deep/Gatos.md')!;
    expect(cat.related).toBe(false);
    expect(cat.passage).toBeNull();
  });

  it('takes notes as poles and leaves them out; a list and a filter choose what is ordered', async () => {
    const between = await ask('[[Faro]]', '[[Pan]], [[Bread]]');
    expect(between.leftOut.map(({ path }) => path)).toEqual(['Faro.md', 'Pan.md', 'Bread.md']);
    expect(between.notes.map(({ note }) => note.path)).not.toContain('Pan.md');
    const listed = await ask('faro', 'harina', { notes: ['Horno', 'puerto', 'Gatos'] });
    expect(listed.notes.map(({ note }) => note.path).sort()).toEqual([
      'Horno.md',
      'Puerto.md',
      'deep/Gatos.md',
    ]);
    const filtered = await ask('faro', 'harina', { filter: { folders: ['deep'] } });
    expect(filtered.notes.map(({ note }) => note.path)).toEqual(['deep/Gatos.md']);
  });

  it('shows those that have most to do with it where there are many', async () => {
    const { notes, considered } = await ask('faro, costa', 'levadura, harina', { limit: 3 });
    expect(notes).toHaveLength(3);
    expect(considered).toBe(8);
    expect(notes.map(({ note }) => note.path)).not.toContain('deep/Gatos.md');
  });

  it('turns around with its poles', async () => {
    const [there, back] = [await ask('faro', 'harina'), await ask('harina', 'faro')];
    expect(back.notes.map(({ note }) => note.path)).toEqual(
      there.notes.map(({ note }) => note.path).reverse(),
    );
    expect(back.apart).toBeCloseTo(there.apart, 5);
  });

  it('refuses poles that are one', async () => {
    await expect(ask('costa', '"costa"')).rejects.toMatchObject({ code: 'AXIS_POLES_ALIKE' });
    await expect(ask('faro, ', 'pan')).rejects.toMatchObject({ code: 'EXPRESSION_INVALID' });
  });
});
