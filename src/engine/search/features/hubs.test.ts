import { expect, test } from 'vitest';
import { Hubs } from './hubs.ts';

/** Notes on a line: near to those beside them; the first is near to all. */
function line(n: number) {
  const hub = new Set([0]);
  const similarity = (a: number, b: number) =>
    a === b ? 1 : hub.has(a) || hub.has(b) ? 0.6 : 0.5 / Math.abs(a - b);
  const asked: number[] = [];
  const source = {
    slots: () => Array.from({ length: n }, (_, i) => i),
    rowsOf: (slot: number) => {
      asked.push(slot);
      const row = Float32Array.from({ length: n }, (_, other) => similarity(slot, other));
      return { words: row, notes: row.map((x) => x / 2) };
    },
  };
  return { hub, source, asked };
}

function refreshed(hubs: Hubs, { source }: ReturnType<typeof line>): void {
  for (const _ of hubs.refresh(source));
}

test.each([40, 3000])('of %i notes, the one that is near to all stands out', (n) => {
  const hubs = new Hubs();
  refreshed(hubs, line(n));
  expect(hubs.words(0)).toBeCloseTo(0.6, 5);
  expect(hubs.notes(0)).toBeCloseTo(0.3, 5);
  for (const slot of [5, n >> 1, n - 1]) expect(hubs.words(slot)).toBeLessThan(0.5);
});

test('a large vault is known from some of its notes', () => {
  const world = line(20_000);
  refreshed(new Hubs(), world);
  expect(world.asked.length).toBeLessThanOrEqual(129);
});

test('after a change only the changed note is asked, and comes out as if all had been', () => {
  const world = line(1000);
  const hubs = new Hubs();
  refreshed(hubs, world);
  const [asked, before] = [world.asked.length, hubs.words(700)];
  world.hub.add(700);
  hubs.touch(700);
  expect(hubs.stale).toBe(true);
  refreshed(hubs, world);
  expect(world.asked.slice(asked)).toEqual([700]);
  expect(hubs.words(700)).toBeGreaterThan(before);
  expect(hubs.words(700)).toBeCloseTo(0.6, 5);
  expect(hubs.stale).toBe(false);
});

test('no notes, one note and notes without anything in common are nobody’s hubs', () => {
  for (const n of [0, 1]) {
    const hubs = new Hubs();
    refreshed(hubs, line(n));
    expect(hubs.words(0)).toBe(0);
  }
});
