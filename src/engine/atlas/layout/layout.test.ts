import { describe, expect, it } from 'vitest';
import { aligned, alignmentOf } from './align.ts';
import { uniform } from './begin.ts';
import { edgesOf } from './edges.ts';
import { layOut } from './lay-out.ts';
import { emptyLists, type NeighbourLists } from './neighbour-lists.ts';
import type { Positions } from './optimise.ts';
import { placed } from './place.ts';
import { mapNeighbours, neighbourhoodHit } from './quality.ts';

/** Exact neighbours of points that lie in clouds, ten numbers each. */
function clouds(count: number, kinds: number, seed = 1, k = 10) {
  const random = uniform(seed);
  const centres = Array.from({ length: kinds }, () => Array.from({ length: 10 }, () => 3 * random()));
  const labels = Array.from({ length: count }, (_, i) => `cloud ${i % kinds}`);
  const points = labels.map((_, i) => centres[i % kinds]!.map((c) => c + random()));
  return { lists: listsOf(points, k), labels };
}

function listsOf(points: readonly number[][], k: number): NeighbourLists {
  const lists = emptyLists(points.length, k);
  for (const [i, point] of points.entries()) {
    const near = points
      .map((other, j) => ({ j, d: Math.hypot(...point.map((p, n) => p - other[n]!)) }))
      .filter(({ j }) => j !== i)
      .sort((a, b) => a.d - b.d)
      .slice(0, k);
    for (const [n, { j, d }] of near.entries()) {
      lists.ids[i * k + n] = j;
      lists.similarities[i * k + n] = 1 / (1 + d);
    }
  }
  return lists;
}

const all = (n: number) => Array.from({ length: n }, (_, i) => i);
const width = (p: Positions) => Math.max(...p) - Math.min(...p);

describe('a chart laid out anew', () => {
  const { lists, labels } = clouds(300, 6);
  const chart = layOut({ lists, seed: 1, mode: 'anew' });

  it('puts notes beside those they are like', () => {
    expect(neighbourhoodHit(chart, labels, all(300), 10)).toBeGreaterThan(0.97);
  });

  it('is the same for the same notes, to the bit, and another for another seed', () => {
    expect(layOut({ lists, seed: 1, mode: 'anew' })).toEqual(chart);
    expect(layOut({ lists, seed: 2, mode: 'anew' })).not.toEqual(chart);
  });

  it('lies as the one before did, when there was one', () => {
    const turned = Float32Array.from(chart, (_, i) => (i % 2 ? chart[i - 1]! : -chart[i + 1]!));
    const before = { positions: turned, isNew: new Uint8Array(300) };
    const again = layOut({ lists, seed: 5, mode: 'anew', before });
    const far = all(300).map((i) =>
      Math.hypot(again[2 * i]! - turned[2 * i]!, again[2 * i + 1]! - turned[2 * i + 1]!),
    );
    const unturned = layOut({ lists, seed: 5, mode: 'anew' });
    const farther = all(300).map((i) =>
      Math.hypot(unturned[2 * i]! - turned[2 * i]!, unturned[2 * i + 1]! - turned[2 * i + 1]!),
    );
    expect(median(far)).toBeLessThan(median(farther));
  });

  it('stops when it is told to', () => {
    let rounds = 0;
    layOut({ lists, seed: 1, mode: 'anew', onProgress: () => ++rounds < 3 });
    expect(rounds).toBe(3);
  });
});

const median = (values: number[]) => values.sort((a, b) => a - b)[values.length >> 1]!;

describe('a chart that takes in new notes', () => {
  const { lists } = clouds(400, 8);
  const isNew = Uint8Array.from({ length: 400 }, (_, i) => (i >= 360 ? 1 : 0));
  const before = layOut({ lists, seed: 1, mode: 'anew' });
  for (let i = 720; i < 800; i++) before[i] = 0;

  it('moves the others hardly at all', () => {
    const chart = layOut({ lists, seed: 1, mode: 'refine', before: { positions: before, isNew } });
    const moved = all(360).map((i) =>
      Math.hypot(chart[2 * i]! - before[2 * i]!, chart[2 * i + 1]! - before[2 * i + 1]!),
    );
    expect(median(moved) / width(before)).toBeLessThan(0.02);
    const kept = all(360).map((i) => {
      const then = new Set(mapNeighbours(before.slice(0, 720), i, 15));
      return mapNeighbours(chart.slice(0, 720), i, 15).filter((j) => then.has(j)).length / 15;
    });
    expect(kept.reduce((sum, share) => sum + share, 0) / 360).toBeGreaterThan(0.8);
  });

  it('puts new ones among their neighbours while the others stay exactly where they are', () => {
    const chart = placed(lists, before, isNew, 1);
    expect(chart.slice(0, 720)).toEqual(before.slice(0, 720));
    for (const i of [360, 375, 399]) {
      const near = mapNeighbours(chart, i, 40);
      expect(near).toContain(lists.ids[i * lists.k]);
    }
  });
});

describe('odd vaults', () => {
  it.each([0, 1, 2, 3, 5])('%i notes', (count) => {
    const lists = count < 2 ? emptyLists(count, 10) : clouds(count, 1).lists;
    const chart = layOut({ lists, seed: 1, mode: 'anew' });
    expect(chart).toHaveLength(2 * count);
    expect(chart.every(Number.isFinite)).toBe(true);
    for (const i of all(count))
      for (let j = 0; j < i; j++)
        expect(
          Math.hypot(chart[2 * i]! - chart[2 * j]!, chart[2 * i + 1]! - chart[2 * j + 1]!),
        ).toBeGreaterThan(0.1);
  });

  it('notes that are all the same stand apart, near each other', () => {
    const lists = listsOf(
      all(50).map(() => [1, 2, 3]),
      10,
    );
    const chart = layOut({ lists, seed: 1, mode: 'anew' });
    expect(new Set(all(50).map((i) => chart[2 * i])).size).toBe(50);
    expect(width(chart)).toBeLessThan(30);
  });

  it('notes that nothing is like lie aside, together, and stay there', () => {
    const { lists } = clouds(60, 2);
    const lonely = emptyLists(66, lists.k);
    lonely.ids.set(lists.ids);
    lonely.similarities.set(lists.similarities);
    const chart = layOut({ lists: lonely, seed: 1, mode: 'anew' });
    const right = Math.max(...all(60).map((i) => chart[2 * i]!));
    for (let i = 60; i < 66; i++) expect(chart[2 * i]).toBeGreaterThan(right);
    const isNew = Uint8Array.from({ length: 66 }, (_, i) => (i === 65 ? 1 : 0));
    const next = layOut({ lists: lonely, seed: 1, mode: 'refine', before: { positions: chart, isNew } });
    expect(next.slice(120, 130)).toEqual(chart.slice(120, 130));
  });

  it('two parts that have nothing in common do not lie on each other', () => {
    const { lists: one } = clouds(80, 1, 1);
    const { lists: two } = clouds(80, 1, 2);
    const k = one.k;
    const both: NeighbourLists = {
      count: 160,
      k,
      ids: Int32Array.from([...one.ids, ...two.ids.map((id) => (id < 0 ? id : id + 80))]),
      similarities: Float32Array.from([...one.similarities, ...two.similarities]),
    };
    const chart = layOut({ lists: both, seed: 1, mode: 'anew' });
    const labels = all(160).map((i) => (i < 80 ? 'one' : 'two'));
    expect(neighbourhoodHit(chart, labels, all(160), 10)).toBeGreaterThan(0.95);
  });
});

it('an edge that both ends name is there once, surer than from one end', () => {
  const lists = emptyLists(3, 2);
  lists.ids.set([1, -1, 0, -1, 0, -1]);
  lists.similarities.set([0.9, 0, 0.9, 0, 0.5, 0]);
  const edges = edgesOf(lists);
  expect([...edges.heads]).toEqual([0, 0]);
  expect([...edges.tails]).toEqual([1, 2]);
  expect(edges.weights[0]).toBe(1);
});

it('alignment undoes turning, mirroring, scaling and shifting', () => {
  const random = uniform(3);
  const before = Float32Array.from({ length: 40 }, random);
  const pairs = all(20).map((i) => [i, i] as const);
  for (const [a, b, c, d] of [
    [0, -2, 2, 0],
    [3, 0, 0, -3],
    [0.6, 0.8, 0.8, -0.6],
  ] as const) {
    const moved = aligned(before, { a, b, c, d, e: 7, f: -4 });
    const back = aligned(moved, alignmentOf(moved, before, pairs));
    for (let i = 0; i < 40; i++) expect(back[i]).toBeCloseTo(before[i]!, 4);
  }
});
