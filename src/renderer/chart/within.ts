import type { Sight } from './labels.ts';

export type Place = readonly [x: number, y: number];

/** Whether a place lies within a line that closes on itself. */
export function encloses(line: readonly Place[], [x, y]: Place): boolean {
  let within = false;
  for (let i = 0, j = line.length - 1; i < line.length; j = i++) {
    const [ax, ay] = line[i]!;
    const [bx, by] = line[j]!;
    if (ay > y !== by > y && x < ((bx - ax) * (y - ay)) / (by - ay) + ax) within = !within;
  }
  return within;
}

/** Indexes of the places (x, y for each) within a line drawn on the screen, in pixels from its top left. */
export function notesWithin(positions: Float32Array, line: readonly Place[], sight: Sight): number[] {
  const drawn = line.map(
    ([px, py]): Place => [
      sight.x + (px - sight.width / 2) / sight.scale,
      sight.y - (py - sight.height / 2) / sight.scale,
    ],
  );
  const found: number[] = [];
  for (let i = 0; i < positions.length / 2; i++)
    if (encloses(drawn, [positions[2 * i]!, positions[2 * i + 1]!])) found.push(i);
  return found;
}

/** The rectangle between two corners. */
export const boxBetween = ([ax, ay]: Place, [bx, by]: Place): readonly Place[] => [
  [ax, ay],
  [bx, ay],
  [bx, by],
  [ax, by],
];
