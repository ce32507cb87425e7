import { describe, expect, test } from 'vitest';
import { type AxisOf, axisOf, laidOnAxis } from './axis.ts';
import { axisColours, rampOf } from './axis-colours.ts';
import { boundsOf } from './model.ts';
import { partsOf } from './overlay.ts';
import { DARK, LIGHT } from './palette.ts';

/** Notes on a made chart, and their places on a made axis: a third of them have nothing to do with it. */
function world(count: number) {
  const positions = Float32Array.from({ length: 2 * count }, (_, i) => 20 * Math.sin(i * 12.9898));
  const axis: AxisOf = {
    positions: Float32Array.from({ length: count }, (_, i) => Math.tanh(2 * Math.sin(i * 3.7))),
    related: Uint8Array.from({ length: count }, (_, i) => (i % 3 === 0 ? 0 : 1)),
  };
  return { model: { positions, count, bounds: boundsOf(positions) }, axis };
}

describe('notes along an axis', () => {
  test('lie from left to right as they do between the poles', () => {
    const { model, axis } = world(500);
    const { positions, rule } = laidOnAxis(model, axis);
    for (let i = 0; i < 500; i++) {
      const share = (positions[2 * i]! - rule.left) / (rule.right - rule.left);
      expect(share * 2 - 1).toBeCloseTo(axis.positions[i]!, 3);
    }
  });

  test('stand over the rule, and those that have nothing to do with it below', () => {
    const { model, axis } = world(500);
    const { positions, rule, bounds } = laidOnAxis(model, axis);
    for (let i = 0; i < 500; i++) {
      const y = positions[2 * i + 1]!;
      expect(y > rule.y).toBe(axis.related[i] === 1);
      expect(y).toBeGreaterThanOrEqual(bounds.bottom);
      expect(y).toBeLessThanOrEqual(bounds.top);
    }
  });

  test.each([3, 90, 7000])('do not lie on each other: %i notes', (count) => {
    const { model, axis } = world(count);
    const { positions } = laidOnAxis(model, axis);
    const places = new Set(
      Array.from({ length: count }, (_, i) => `${positions[2 * i]} ${positions[2 * i + 1]}`),
    );
    expect(places.size).toBe(count);
  });

  test('always lie in the same places, in the order of the chart from the top down', () => {
    const { model, axis } = world(60);
    const same: AxisOf = { positions: new Float32Array(60), related: new Uint8Array(60).fill(1) };
    expect(laidOnAxis(model, axis)).toEqual(laidOnAxis(model, axis));
    const { positions } = laidOnAxis(model, same);
    const ys = (from: Float32Array) =>
      Array.from({ length: 60 }, (_, i) => i).sort((a, b) => from[2 * a + 1]! - from[2 * b + 1]!);
    expect(ys(positions)).toEqual(ys(model.positions));
  });

  test('that the axis does not know are below, in its middle', () => {
    const { model } = world(3);
    const indexOf = new Map([
      ['a.md', 0],
      ['b.md', 2],
    ]);
    const axis = axisOf(
      { indexOf, count: 3 },
      {
        paths: ['b.md', 'gone.md', 'a.md'],
        positions: Float32Array.from([1, 0.5, -1]),
        related: Uint8Array.from([1, 1, 1]),
      },
    );
    expect([...axis.positions]).toEqual([-1, Number.NaN, 1]);
    const { positions, rule } = laidOnAxis(model, axis);
    expect(positions[2]).toBeCloseTo((rule.left + rule.right) / 2, 4);
    expect(positions[3]).toBeLessThan(rule.y);
  });
});

test('colours go from pole to pole, and what has nothing to do with it has none', () => {
  const axis = { positions: Float32Array.from([-1, 0, 1, 0.9]), related: Uint8Array.from([1, 1, 1, 0]) };
  const { categories, of } = axisColours(axis, LIGHT);
  const last = rampOf(LIGHT).length - 1;
  expect([...of]).toEqual([0, last / 2, last, last + 1]);
  expect(categories.map(({ notes }) => notes).reduce((a, b) => a + b)).toBe(4);
  expect(categories[last + 1]!.colour).toEqual(LIGHT.faded);
  expect(rampOf(DARK)).not.toEqual(rampOf(LIGHT));
});

test('the rule is black and white by turns from pole to pole', () => {
  const [, whole, ...white] = partsOf({ left: -10, right: 10, y: 2, top: 8 }, LIGHT);
  expect(whole).toMatchObject({ from: [-10, 2], to: [10, 2] });
  expect(white).toHaveLength(10);
  expect(white.at(-1)!.to[0]).toBeCloseTo(10, 6);
});
