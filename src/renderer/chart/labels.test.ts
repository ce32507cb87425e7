import { describe, expect, it } from 'vitest';
import type { ChartRegion } from '../../contract/chart.ts';
import { labelsFor, type Sight } from './labels.ts';
import { type ChartModel, chartModel } from './model.ts';

const region = (id: number, words: string[], name: string | null = null): ChartRegion => ({
  id,
  parent: null,
  words,
  name,
  colour: null,
  hidden: false,
  notes: 4,
});

/** Notes at places, each with the id of its region. */
function charted(notes: readonly (readonly [number, number, number])[], regions: readonly ChartRegion[]) {
  const places = {
    paths: notes.map((_, i) => `${i}.md`),
    positions: Float32Array.from(notes.flatMap((note) => note.slice(0, 2))),
    regions: Int32Array.from(notes, ([, , id]) => id),
    parts: new Int32Array(notes.length).fill(-1),
    links: new Uint32Array(0),
  };
  return chartModel(places, regions, new Map());
}

const sight: Sight = { x: 0, y: 0, scale: 40, width: 800, height: 600 };
const named = (model: ChartModel, at = sight, kept?: ReadonlySet<string>) =>
  labelsFor(model, at, ({ name, words }) => name ?? words.join(' · '), kept).map(({ text }) => text);

describe('names of regions', () => {
  const words = ['mareas', 'corrientes', 'oleaje'];

  it('are as long as there is room for', () => {
    const alone = charted([[0, 0, 1]], [region(1, words)]);
    expect(named(alone)).toEqual(['mareas · corrientes · oleaje']);
    const beside = charted(
      [
        [-2, 0, 1],
        [2, 0, 2],
      ],
      [region(1, words), region(2, ['pan', 'masa', 'horno'])],
    );
    expect(named(beside)).toEqual(['mareas · corrientes · oleaje', 'pan']);
  });

  it('that a person gave are never cut', () => {
    const model = charted(
      [
        [-2, 0, 1],
        [2, 0, 2],
      ],
      [region(1, words), region(2, ['pan'], 'Pan · y masas de mi abuela')],
    );
    expect(named(model)).toContain('Pan · y masas de mi abuela');
  });

  it('stay while there is room, however long they were', () => {
    const model = charted(
      [
        [-0.4, 0, 1],
        [0.4, 0, 2],
      ],
      [region(1, ['mareas', 'luna']), region(2, ['vientos', 'luna'])],
    );
    expect(named(model)).toEqual(['mareas · luna']);
    expect(named(model, sight, new Set(['vientos']))).toEqual(['vientos · luna']);
  });

  it('do not stand under the tools', () => {
    const corner = charted([[9.7, -5, 1]], [region(1, ['mar'])]);
    expect(named(corner)).toEqual([]);
    expect(named(corner, { ...sight, x: 4 })).toEqual(['mar']);
  });

  it('stand where most of the notes are, not between those and others', () => {
    const places = [
      ...[0, 0.2, 0.4, 0.6, 0.8].map((x) => [x, 0, 1] as const),
      ...[9, 9.2, 9.4].map((x) => [x, 6, 1] as const),
    ];
    const [drawn] = charted(places, [region(1, ['mar'])]).drawn;
    expect(drawn!.x).toBeLessThan(1);
    expect(drawn!.y).toBeCloseTo(0);
  });

  it('stand in the middle of few that lie loosely together', () => {
    const places = [
      [0, 0],
      [4, 0],
      [0, 4],
      [4, 4],
      [2, 2],
      [6, 2],
    ].map(([x, y]) => [x!, y!, 1] as const);
    const [drawn] = charted(places, [region(1, ['mar'])]).drawn;
    expect(Math.hypot(drawn!.x - 2.5, drawn!.y - 2)).toBeLessThan(1);
  });
});
