import { describe, expect, it } from 'vitest';
import { boxBetween, encloses, notesWithin } from './within.ts';

describe('what a line encloses', () => {
  it('is what lies within it, not in its bays', () => {
    const bay = [
      [0, 0],
      [10, 0],
      [10, 10],
      [5, 2],
      [0, 10],
    ] as const;
    expect(encloses(bay, [1, 5])).toBe(true);
    expect(encloses(bay, [5, 5])).toBe(false);
    expect(encloses(bay, [11, 1])).toBe(false);
  });

  it('encloses nothing where it is no more than a point or a stroke', () => {
    expect(encloses([], [0, 0])).toBe(false);
    expect(encloses([[1, 1]], [1, 1])).toBe(false);
    expect(encloses(boxBetween([1, 1], [1, 5]), [1, 3])).toBe(false);
  });
});

describe('notes within a line on the screen', () => {
  const sight = { x: 100, y: 50, scale: 2, width: 400, height: 200 };
  // In the middle, above it, far to the right.
  const positions = Float32Array.from([100, 50, 100, 90, 190, 50]);

  it('are found where they are seen: up is up', () => {
    expect(notesWithin(positions, boxBetween([190, 90], [210, 110]), sight)).toEqual([0]);
    expect(notesWithin(positions, boxBetween([210, 30], [190, 10]), sight)).toEqual([1]);
    expect(notesWithin(positions, boxBetween([0, 0], [400, 200]), sight)).toEqual([0, 1, 2]);
  });
});
