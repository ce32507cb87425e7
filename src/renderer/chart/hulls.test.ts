import { expect, it } from 'vitest';
import { type Ground, groundsOf, LEVELS } from './hulls.ts';
import { encloses } from './within.ts';

/** Two round clouds, and a note of the first that lies in the middle of the other. */
function clouds(each = 60) {
  const at: number[] = [];
  for (const cx of [0, 10])
    for (let n = 0; n < each; n++) {
      const [angle, far] = [n * 2.4, Math.sqrt(n / each) * 2];
      at.push(cx + far * Math.cos(angle), far * Math.sin(angle));
    }
  at[0] = 10;
  at[1] = 0;
  const positions = Float32Array.from(at);
  const regions = Int32Array.from({ length: 2 * each }, (_, i) => (i < each ? 1 : 2));
  return { positions, regions };
}

function made(each?: number) {
  const { positions, regions } = clouds(each);
  return groundsOf(positions, regions);
}

const lies = (grounds: readonly Ground[], x: number, y: number, region: number, level: number) =>
  grounds.some(
    (ground) =>
      ground.region === region &&
      ground.level === level &&
      encloses(ground.rings[0]!, [x, y]) &&
      !ground.rings.slice(1).some((hole) => encloses(hole, [x, y])),
  );

it('has nearly all notes of a region on its ground, and no stray one', () => {
  const model = clouds();
  const grounds = [...groundsOf(model.positions, model.regions)].flat();
  const { positions } = model;
  const on = Array.from({ length: 60 }, (_, i) =>
    lies(grounds, positions[2 * i]!, positions[2 * i + 1]!, 1, 0),
  );
  expect(on.filter(Boolean).length).toBeGreaterThan(48);
  expect(on[0]).toBe(false);
  expect(lies(grounds, 5, 0, 1, 0)).toBe(false);
  expect(lies(grounds, 10, 0, 2, 0)).toBe(true);
});

it('is denser further in', () => {
  const grounds = [...made()].flat();
  expect(lies(grounds, 0, 0, 1, LEVELS - 1)).toBe(true);
  expect(lies(grounds, 1.9, 0, 1, LEVELS - 1)).toBe(false);
});

it('comes region by region, and not at all where there are too few notes', () => {
  expect([...made()]).toHaveLength(2);
  expect([...made(1)]).toEqual([]);
});
