import type { Point } from './coast.ts';

/** Of which wind a rhumb line is: charts drew them in three colours. */
export type Wind = 'whole' | 'half' | 'quarter';

export interface Rhumb {
  readonly from: Point;
  readonly to: Point;
  readonly wind: Wind;
}

const POINTS = 16;

/** The sixteen points of the hidden circle, from north, clockwise. */
export const circle = ([x, y]: Point, radius: number): Point[] =>
  Array.from({ length: POINTS }, (_, i) => {
    const angle = (i / POINTS) * 2 * Math.PI - Math.PI / 2;
    return [x + Math.cos(angle) * radius, y + Math.sin(angle) * radius];
  });

/** The net: every point of the circle joined with those that lie in a direction of the rose. */
export function rhumbs(centre: Point, radius: number): Rhumb[] {
  const points = circle(centre, radius);
  const lines: Rhumb[] = [];
  for (let a = 0; a < POINTS; a++) {
    for (let b = a + 1; b < POINTS; b++) {
      // A chord between the points a and b runs in the direction (a + b) / 2 + 4 of sixteen, or between two of them.
      const direction = (a + b) % POINTS;
      const wind = direction % 4 === 0 ? 'whole' : direction % 2 === 0 ? 'half' : 'quarter';
      if (b - a > 2 && POINTS - (b - a) > 2) lines.push({ from: points[a]!, to: points[b]!, wind });
    }
  }
  return lines;
}

/** One ray of a star around the origin, as a closed path of its left or its right half. */
export function ray(direction: number, long: number, wide: number, side: -1 | 1): string {
  const at = (angle: number, reach: number) =>
    `${(Math.sin(angle) * reach).toFixed(2)} ${(-Math.cos(angle) * reach).toFixed(2)}`;
  const angle = direction * 2 * Math.PI;
  return `M0 0L${at(angle, long)}L${at(angle + (side * Math.PI) / 8, wide)}Z`;
}
