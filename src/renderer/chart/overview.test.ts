import { describe, expect, it } from 'vitest';
import { overviewOf, pointUnder, seenOn, seesAll } from './overview.ts';

const bounds = { left: -10, right: 30, bottom: 0, top: 20 };

describe('an overview', () => {
  const overview = overviewOf(bounds, 132, 96);

  it('holds all of the chart in its middle', () => {
    const middle = pointUnder(overview, 66, 48);
    expect(middle.x).toBeCloseTo(10);
    expect(middle.y).toBeCloseTo(10);
    expect(pointUnder(overview, 6, 48).x).toBeCloseTo(-10);
  });

  it('shows what is seen where it lies', () => {
    const seen = seenOn(overview, { x: -10, y: 20, scale: 100, width: 400, height: 200 });
    expect(seen.x + seen.width / 2).toBeCloseTo(6);
    expect(seen.y + seen.height / 2).toBeCloseTo(48 - 10 * overview.scale);
    expect(seen.width).toBeCloseTo(4 * overview.scale);
  });
});

it('all is seen only where nothing lies outside', () => {
  const sight = { x: 10, y: 10, scale: 10, width: 400, height: 200 };
  expect(seesAll(bounds, sight)).toBe(true);
  expect(seesAll(bounds, { ...sight, x: 11 })).toBe(false);
  expect(seesAll(bounds, { ...sight, scale: 11 })).toBe(false);
});
