import type { Scene } from './layers.ts';
import type { ChartModel } from './model.ts';

/** Milliseconds in which notes go from one place to another. */
const LASTS = 650;
/** With more notes than these, they are in their new places at once. */
const MOST = 40_000;

type Places = Float32Array<ArrayBuffer>;

export interface Moving {
  stop(): void;
}

/** Whether two charts have the same notes in other places: only then can they be seen to go there. */
export const isElsewhere = (before: ChartModel, after: ChartModel): boolean =>
  before.paths === after.paths && before.positions !== after.positions && after.count <= MOST;

/** Places between two, `share` of the way: slowly at both ends. */
export function between(from: Places, to: Places, share: number): Places {
  const eased = share < 0.5 ? 4 * share ** 3 : 1 - (2 - 2 * share) ** 3 / 2;
  return Float32Array.from(to, (end, i) => from[i]! + (end - from[i]!) * eased);
}

/** Calls `draw` with places on the way, frame by frame, and at last with null: they have arrived. */
export function moveBetween(from: Places, to: Places, draw: (positions: Places | null) => void): Moving {
  const start = performance.now();
  let due = 0;
  const step = (): void => {
    const share = (performance.now() - start) / LASTS;
    draw(share < 1 ? between(from, to, share) : null);
    if (share < 1) due = requestAnimationFrame(step);
  };
  due = requestAnimationFrame(step);
  return { stop: () => cancelAnimationFrame(due) };
}

/** What is drawn while notes move: themselves. Names, lines and grounds belong to places. */
export const whileMoving = (
  { model, overlay }: Scene,
  positions: Places,
): Pick<Scene, 'model' | 'labels' | 'rhumbs' | 'grounds' | 'links' | 'overlay'> => ({
  model: { ...model, positions },
  labels: [],
  rhumbs: [],
  grounds: [],
  links: false,
  overlay: overlay && { ...overlay, rule: null },
});
