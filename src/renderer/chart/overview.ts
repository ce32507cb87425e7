import type { Sight } from './labels.ts';
import type { Bounds } from './model.ts';

/** How all of a chart is laid into a small picture: pixels per unit, and where its top left is. */
export interface Overview {
  readonly scale: number;
  readonly left: number;
  readonly top: number;
}

export interface Rectangle {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** Pixels left free at each edge of the picture. */
const EDGE = 6;

export function overviewOf({ left, right, bottom, top }: Bounds, width: number, height: number): Overview {
  const scale = Math.min(
    (width - 2 * EDGE) / Math.max(0.5, right - left),
    (height - 2 * EDGE) / Math.max(0.5, top - bottom),
  );
  return {
    scale,
    left: (left + right) / 2 - width / 2 / scale,
    top: (bottom + top) / 2 + height / 2 / scale,
  };
}

/** What is seen of the chart, as a rectangle on the picture; it may reach beyond it. */
export function seenOn({ scale, left, top }: Overview, sight: Sight): Rectangle {
  const [width, height] = [(scale * sight.width) / sight.scale, (scale * sight.height) / sight.scale];
  return { x: (sight.x - left) * scale - width / 2, y: (top - sight.y) * scale - height / 2, width, height };
}

/** The point of the chart under a place of the picture. */
export const pointUnder = ({ scale, left, top }: Overview, px: number, py: number) => ({
  x: left + px / scale,
  y: top - py / scale,
});

/** Whether nothing of the chart lies outside of what is seen. */
export function seesAll(
  { left, right, bottom, top }: Bounds,
  { x, y, scale, width, height }: Sight,
): boolean {
  const [halfX, halfY] = [width / 2 / scale, height / 2 / scale];
  return left >= x - halfX && right <= x + halfX && bottom >= y - halfY && top <= y + halfY;
}
