export type Direction = 'left' | 'right' | 'up' | 'down';

const VECTORS: Readonly<Record<Direction, readonly [number, number]>> = {
  left: [-1, 0],
  right: [1, 0],
  up: [0, 1],
  down: [0, -1],
};

/** How much a note beside the way counts as farther than one on it. */
const ASIDE = 2.5;

/**
 * The nearest note in a direction: of those that lie more that way than another, the one that is least far, ways aside
 * counted dearly. -1 where none lies there.
 */
export function nearestTowards(positions: Float32Array, from: number, direction: Direction): number {
  const [dx, dy] = VECTORS[direction];
  let best = -1;
  let least = Infinity;
  for (let i = 0; i < positions.length / 2; i++) {
    if (i === from) continue;
    const x = positions[2 * i]! - positions[2 * from]!;
    const y = positions[2 * i + 1]! - positions[2 * from + 1]!;
    const along = x * dx + y * dy;
    const aside = Math.abs(x * dy - y * dx);
    if (along <= 0 || aside > along) continue;
    const far = along + ASIDE * aside;
    if (far < least) {
      least = far;
      best = i;
    }
  }
  return best;
}
