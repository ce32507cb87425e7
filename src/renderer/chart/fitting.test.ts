import { describe, expect, test } from 'vitest';
import { type Fit, fitted, type Room, roomOfLegend } from './fitting.ts';
import type { Bounds } from './model.ts';

const ROOM = { width: 690, height: 730 };

/** Where a part of the chart stands on the screen, in pixels from its top left. */
function seen({ left, right, bottom, top }: Bounds, { x, y, scale }: Fit, { width, height }: Room) {
  const across = (at: number) => width / 2 + (at - x) * scale;
  const down = (at: number) => height / 2 - (at - y) * scale;
  return { left: across(left), right: across(right), top: down(top), bottom: down(bottom) };
}

describe('a chart that fills its room', () => {
  const wide = { left: -10, right: 10, bottom: -4, top: 4 };
  const tall = { left: -4, right: 4, bottom: -10, top: 10 };

  test('lies below the legend where it is wide, beside it where it is tall, and under neither tools nor legend', () => {
    const legend = roomOfLegend(ROOM, 4);
    const below = seen(wide, fitted(wide, ROOM, 4), ROOM);
    expect(below.top).toBeGreaterThanOrEqual(legend.height);
    expect(below.left).toBeLessThan(legend.width);
    const beside = seen(tall, fitted(tall, ROOM, 4), ROOM);
    expect(beside.left).toBeGreaterThanOrEqual(legend.width);
    expect(beside.top).toBeLessThan(legend.height);
    for (const { left, right, top, bottom } of [below, beside]) {
      expect(Math.min(left, top)).toBeGreaterThanOrEqual(0);
      expect(right).toBeLessThanOrEqual(ROOM.width - 60);
      expect(bottom).toBeLessThanOrEqual(ROOM.height);
    }
  });

  test('is larger for a wide one than beside the legend alone', () => {
    expect(fitted(wide, ROOM, 4).scale).toBeGreaterThan(1.3 * ((ROOM.width - 230 - 60) / 20));
  });

  test('lies beside a legend that takes all the height', () => {
    const { left } = seen(wide, fitted(wide, ROOM, 40), ROOM);
    expect(left).toBeGreaterThanOrEqual(roomOfLegend(ROOM, 40).width);
  });

  test.each([1, 20])('has room beside a folded legend: %i entries', (entries) => {
    const narrow = { width: 400, height: 600 };
    const { left, right } = seen(wide, fitted(wide, narrow, entries), narrow);
    expect(left).toBeGreaterThanOrEqual(0);
    expect(right).toBeLessThanOrEqual(narrow.width);
  });

  test('is not made endlessly large where it is a point', () => {
    const point = { left: 1, right: 1, bottom: 1, top: 1 };
    expect(fitted(point, ROOM, 1).scale).toBeLessThan(2_000);
  });
});
