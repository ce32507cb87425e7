import { describe, expect, it } from 'vitest';
import { type ChartModel, chartModel } from './model.ts';
import { between, startsOf } from './moving.ts';

/** Notes by name, in places of one dimension. */
function chart(places: Record<string, number>): ChartModel {
  const paths = Object.keys(places);
  const none = new Int32Array(paths.length).fill(-1);
  const positions = Float32Array.from(Object.values(places).flatMap((x) => [x, 0]));
  return chartModel(
    { paths, positions, regions: none, parts: none, links: new Uint32Array(0) },
    [],
    new Map(),
  );
}
const xs = (places: Float32Array | null) => places && Array.from(places).filter((_, i) => i % 2 === 0);

describe('notes on their way', () => {
  it('set out from where each was, in whatever order they come; new ones are there', () => {
    expect(xs(startsOf(chart({ a: 1, b: 2, c: 3 }), chart({ c: 7, new: 8, a: 9, b: 2 })))).toEqual([
      3, 8, 1, 2,
    ]);
  });

  it('do not where they stay, as when another is added', () => {
    expect(startsOf(chart({ a: 1, b: 2 }), chart({ a: 1, b: 2, c: 3 }))).toBeNull();
    const same = chart({ a: 1 });
    expect(startsOf(same, same)).toBeNull();
  });

  it('are in their places at once when they are few among many', () => {
    const many = Object.fromEntries(Array.from({ length: 100 }, (_, i) => [`n${i}`, i]));
    expect(startsOf(chart(many), chart({ ...many, n5: 500 }))).toBeNull();
    expect(startsOf(chart(many), chart({ ...many, n5: 500, n6: 1, n7: 2 }))).not.toBeNull();
  });

  it('are half-way in the middle of the time, and there at its end', () => {
    const [from, to] = [Float32Array.of(0, 0), Float32Array.of(8, 2)];
    expect(Array.from(between(from, to, 0.5))).toEqual([4, 1]);
    expect(Array.from(between(from, to, 1))).toEqual([8, 2]);
  });
});
