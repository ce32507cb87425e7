import type { Positions } from './optimise.ts';

/** Turning, mirroring, scaling and shifting, as one matrix: x' = a·x + b·y + e, y' = c·x + d·y + f. */
export interface Alignment {
  readonly a: number;
  readonly b: number;
  readonly c: number;
  readonly d: number;
  readonly e: number;
  readonly f: number;
}

/**
 * How a chart must be turned, mirrored, scaled and shifted to lie on an earlier one as well as it can (least squares,
 * Procrustes). `pairs` are indexes into the new and the earlier positions; with fewer than two nothing is changed.
 */
export function alignmentOf(
  now: Positions,
  before: Positions,
  pairs: readonly (readonly [now: number, before: number])[],
): Alignment {
  if (pairs.length < 2) return { a: 1, b: 0, c: 0, d: 1, e: 0, f: 0 };
  const [mx, my] = meanOf(now, pairs, 0);
  const [ux, uy] = meanOf(before, pairs, 1);
  let [xx, xy, yx, yy, square] = [0, 0, 0, 0, 0];
  for (const [i, j] of pairs) {
    const x = now[2 * i]! - mx;
    const y = now[2 * i + 1]! - my;
    const u = before[2 * j]! - ux;
    const v = before[2 * j + 1]! - uy;
    xx += x * u;
    xy += x * v;
    yx += y * u;
    yy += y * v;
    square += x * x + y * y;
  }
  if (square === 0) return { a: 1, b: 0, c: 0, d: 1, e: ux - mx, f: uy - my };
  // The best turn without and with a mirror; whichever leaves less.
  const turned = Math.hypot(xx + yy, xy - yx);
  const mirrored = Math.hypot(xx - yy, xy + yx);
  const mirror = mirrored > turned;
  const length = (mirror ? mirrored : turned) || 1;
  const cos = (mirror ? xx - yy : xx + yy) / length;
  const sin = (mirror ? xy + yx : xy - yx) / length;
  const scale = length / square || 1;
  const [a, b, c, d] = mirror
    ? [scale * cos, scale * sin, scale * sin, -scale * cos]
    : [scale * cos, -scale * sin, scale * sin, scale * cos];
  return { a, b, c, d, e: ux - a * mx - b * my, f: uy - c * mx - d * my };
}

/** Positions as an alignment moves them. */
export function aligned(positions: Positions, { a, b, c, d, e, f }: Alignment): Positions {
  const out = new Float32Array(positions.length);
  for (let i = 0; i < positions.length; i += 2) {
    out[i] = a * positions[i]! + b * positions[i + 1]! + e;
    out[i + 1] = c * positions[i]! + d * positions[i + 1]! + f;
  }
  return out;
}

function meanOf(
  positions: Positions,
  pairs: readonly (readonly [number, number])[],
  side: 0 | 1,
): [number, number] {
  let [x, y] = [0, 0];
  for (const pair of pairs) {
    x += positions[2 * pair[side]]!;
    y += positions[2 * pair[side] + 1]!;
  }
  return [x / pairs.length, y / pairs.length];
}
