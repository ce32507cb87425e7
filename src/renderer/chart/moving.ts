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

/** Share of the notes up to which they just are elsewhere: nobody would see the few go there, but the names blink. */
const FEW = 0.02;

/**
 * Where the notes of a chart set out from to their places, when it follows on another; what is new is in its place at
 * once. Null where no more than a few go anywhere, or there are too many of them.
 */
export function startsOf(before: ChartModel, after: ChartModel): Places | null {
  if (before.positions === after.positions || after.count > MOST) return null;
  const from = after.positions.slice();
  let moved = 0;
  for (let i = 0; i < after.count; i++) {
    const was = before.paths === after.paths ? i : before.indexOf.get(after.paths[i]!);
    if (was === undefined) continue;
    const [x, y] = [before.positions[2 * was]!, before.positions[2 * was + 1]!];
    if (x === from[2 * i] && y === from[2 * i + 1]) continue;
    from.set([x, y], 2 * i);
    moved++;
  }
  return moved > FEW * after.count ? from : null;
}

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
