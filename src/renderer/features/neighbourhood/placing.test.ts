import { describe, expect, test } from 'vitest';
import { type Placeable, placed, ringsOf, spreadOut } from './placing.ts';

const RING = { rx: 120, ry: 200 };
const at = (angle: number) => [RING.rx * Math.cos(angle), RING.ry * Math.sin(angle)] as const;

describe('notes on a ring', () => {
  test('that have room stay in their directions', () => {
    for (const angle of spreadOut([0, Math.PI / 2, Math.PI], RING)) {
      const [x, y] = at(angle);
      const direction = ((Math.atan2(y, x) % Math.PI) + Math.PI) % (Math.PI / 2);
      expect(Math.min(direction, Math.PI / 2 - direction)).toBeLessThan(0.01);
    }
  });

  test.each([2, 12, 30, 80])('that want the same place move apart: %i', (n) => {
    const angles = spreadOut(new Array<number>(n).fill(1), RING);
    let least = Infinity;
    for (const [i, a] of angles.entries())
      for (const b of angles.slice(i + 1))
        least = Math.min(least, Math.hypot(at(a)[0] - at(b)[0], at(a)[1] - at(b)[1]));
    // The way along the ring is shared out; what lies between two as the crow flies is a little less.
    expect(least).toBeGreaterThan(Math.min(44, (0.78 * 1000) / n) * 0.85);
  });

  test('keep their order around it', () => {
    const wanted = [-3, -2.9, -2.8, 0.1, 0.12, 0.13, 0.14, 2.8];
    const turned = spreadOut(wanted, RING).map((angle) => (angle + 2 * Math.PI) % (2 * Math.PI));
    const start = turned.indexOf(Math.min(...turned));
    const around = [...turned.slice(start), ...turned.slice(0, start)];
    expect(around).toEqual(around.toSorted((a, b) => a - b));
  });
});

describe('a neighbourhood', () => {
  const size = { width: 340, height: 600 };
  const note = (step: number, x: number, y: number): Placeable => ({ step, place: { x, y } });
  const notes = [note(0, 5, 5), note(1, 9, 5), note(1, 5, 9), note(1, 1, 5), note(2, 9, 6), note(2, 1, 4)];
  const ledBy = [0, 0, 0, 0, 1, 3];

  test('lies as it does on the chart: what is east there is to the right, what is north above', () => {
    const [middle, east, north, west, farEast, farWest] = placed(notes, ledBy, size);
    expect(middle).toEqual({ x: 0, y: 0 });
    expect(east!.x).toBeGreaterThan(50);
    expect(Math.abs(east!.y)).toBeLessThan(20);
    expect(north!.y).toBeLessThan(-50);
    expect(west!.x).toBeLessThan(-50);
    expect(farEast!.x).toBeGreaterThan(east!.x);
    expect(farWest!.x).toBeLessThan(west!.x);
  });

  test('is on two rings within the drawing, the same every time', () => {
    const places = placed(notes, ledBy, size);
    expect(placed(notes, ledBy, size)).toEqual(places);
    const rings = ringsOf(size);
    for (const [i, { x, y }] of places.entries()) {
      if (i === 0) continue;
      const ring = rings[notes[i]!.step - 1]!;
      expect(Math.hypot(x / ring.rx, y / ring.ry)).toBeCloseTo(1, 6);
      expect(Math.abs(x)).toBeLessThan(size.width / 2);
      expect(Math.abs(y)).toBeLessThan(size.height / 2);
    }
  });

  test('without a chart is dealt out evenly, those farther out beside those that lead to them', () => {
    const bare = notes.map(({ step }) => ({ step, place: null }));
    const places = placed(bare, ledBy, size);
    const inner = places.slice(1, 4);
    for (const [i, a] of inner.entries())
      for (const b of inner.slice(i + 1)) expect(Math.hypot(a.x - b.x, a.y - b.y)).toBeGreaterThan(60);
    const [, east, , west, farEast, farWest] = places;
    expect(Math.hypot(farEast!.x - east!.x, farEast!.y - east!.y)).toBeLessThan(
      Math.hypot(farEast!.x - west!.x, farEast!.y - west!.y),
    );
    expect(farWest).not.toEqual(farEast);
  });
});
