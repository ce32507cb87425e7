import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type Neighbourhood, NeighbourhoodSchema } from '../../contract/neighbourhood.ts';
import { SEA_AND_BREAD, SearchBench } from '../search/search.fixture.ts';
import { neighbourhood } from './neighbourhood.ts';

let bench: SearchBench;
beforeEach(() => {
  bench = new SearchBench();
});
afterEach(() => bench.close());

async function ask(path: string, limit = 36): Promise<Neighbourhood> {
  return NeighbourhoodSchema.parse(
    await neighbourhood(bench.corpus, bench.store.chart, bench.id(path), limit),
  );
}

const stepsOf = ({ notes }: Neighbourhood) =>
  Object.fromEntries(notes.map(({ note, step }) => [note.path, step]));

function tie({ notes, ties }: Neighbourhood, a: string, b: string) {
  const at = (path: string) => notes.findIndex(({ note }) => note.path === path);
  return ties.find(({ from, to }) => (from === at(a) && to === at(b)) || (from === at(b) && to === at(a)));
}

describe('the notes around a note', () => {
  beforeEach(() => {
    bench.write({
      ...SEA_AND_BREAD,
      'Linked only.md': 'Quarterly figures of the office, with tables. [[Barcos|See]]',
      'Behind it.md': 'Minutes of a meeting about furniture. [[Linked only]]',
    });
    bench.embed();
  });

  test('are those related to it and those linked with it, and then theirs', async () => {
    const around = await ask('Barcos.md');
    expect(around.notes[0]).toMatchObject({ note: { path: 'Barcos.md' }, step: 0 });
    const steps = around.notes.map(({ step }) => step);
    expect(steps).toEqual([...steps].sort());
    expect(stepsOf(around)).toMatchObject({ 'Ships.md': 1, 'Linked only.md': 1 });
    const few = await ask('Barcos.md', 6);
    expect(stepsOf(few)).toMatchObject({ 'Linked only.md': 1, 'Behind it.md': 2 });
    expect(new Set(around.notes.map(({ note }) => note.path)).size).toBe(around.notes.length);
    expect(around.linkedTotal).toBe(2);
  });

  test('ties tell links from meaning, and which way a link leads', async () => {
    const around = await ask('Barcos.md');
    expect(tie(around, 'Barcos.md', 'Linked only.md')).toMatchObject({
      meaning: 0,
      linked: { to: false, from: true },
    });
    expect(tie(around, 'Barcos.md', 'Ships.md')).toMatchObject({ linked: { to: false, from: true } });
    expect(tie(around, 'Barcos.md', 'Ships.md')!.meaning).toBeGreaterThan(0.5);
    const unlinked = tie(around, 'Barcos.md', 'Puerto.md')!;
    expect(unlinked.linked).toEqual({ to: false, from: false });
    expect(unlinked.meaning).toBeGreaterThan(0);
    for (const { from, to, meaning, linked } of around.ties) {
      expect(around.notes[from]!.step).toBeLessThanOrEqual(around.notes[to]!.step);
      expect(meaning > 0 || linked.to || linked.from).toBe(true);
      expect(meaning).toBeLessThanOrEqual(1);
    }
  });

  test('every note is reached: those farther out by one that is nearer', async () => {
    const { notes, ties } = await ask('Pan.md');
    for (const [i, { step }] of notes.entries())
      if (step > 0)
        expect(ties.some(({ from, to }) => to === i && notes[from]!.step === step - 1)).toBe(true);
  });

  test('are no more than are asked for, of both kinds while there are some', async () => {
    const around = await ask('Barcos.md', 5);
    expect(around.notes).toHaveLength(6);
    const near = around.notes.flatMap(({ step }, i) => (step === 1 ? [i] : []));
    const kinds = near.map((i) => around.ties.find(({ from, to }) => from === 0 && to === i)!);
    expect(kinds.some(({ linked }) => linked.to || linked.from)).toBe(true);
    expect((await ask('Barcos.md', 1)).notes).toHaveLength(2);
  });

  test('lie where the chart has them, once there is one', async () => {
    expect((await ask('Barcos.md')).notes[0]!.place).toBeNull();
    bench.store.chart.savePlaces([{ noteId: bench.id('Ships.md'), x: 3, y: -4, region: null, part: null }]);
    const around = await ask('Barcos.md');
    expect(around.notes.find(({ note }) => note.path === 'Ships.md')!.place).toEqual({ x: 3, y: -4 });
    expect(around.notes[0]!.place).toBeNull();
  });
});

test('a note without others is alone', async () => {
  bench.write({ 'Alone.md': 'xylophone' });
  bench.embed();
  expect(await ask('Alone.md')).toMatchObject({
    notes: [{ step: 0 }],
    ties: [],
    linkedTotal: 0,
    coverage: 1,
  });
});

test('notes that are only linked, without any text, are around each other', async () => {
  bench.write({ 'One.md': '[[Two]]', 'Two.md': '', 'Three.md': '[[Two]]' });
  bench.embed();
  expect(stepsOf(await ask('One.md'))).toMatchObject({ 'Two.md': 1 });
});
