import { blur2 } from 'd3-array';
import { contours } from 'd3-contour';
import type { ChartPlaces } from '../../common/chart-places.ts';
import { type Bounds, boundsOf } from './model.ts';

/** A closed line: x, y, x, y… in units of the chart. */
export type Ring = readonly (readonly [x: number, y: number])[];

/** A part of a region's ground: its shore, then what is cut out of it. */
export interface Ground {
  readonly region: number;
  /** 0 for the outermost, one more for each denser one. */
  readonly level: number;
  readonly rings: readonly Ring[];
}

/** Shares of a region's notes that lie outside of each level. What strays farther than the first has no ground. */
const OUTSIDE = [0.1, 0.45, 0.75] as const;
export const LEVELS = OUTSIDE.length;
/** Cells of the grid along the longer side. */
const CELLS = 220;
/** A region with fewer notes has no ground of its own. */
const FEWEST = 3;
/** Of the densest place of a region: what is thinner is no ground, however its notes are spread. */
const THINNEST = 0.05;

interface Grid {
  readonly width: number;
  readonly height: number;
  readonly left: number;
  readonly bottom: number;
  /** Units of the chart. */
  readonly cell: number;
  /** Cells by which a note spreads. */
  readonly spread: number;
}

/**
 * The grounds of the regions, one region after the other, so that whoever asks can pause between them: where the notes
 * of a region lie densely and those of others do not, blurred so far that neighbours flow together.
 */
export function* groundsOf(
  positions: ChartPlaces['positions'],
  regions: ChartPlaces['regions'],
): Generator<readonly Ground[]> {
  const count = regions.length;
  if (count < FEWEST) return;
  const grid = gridFor(boundsOf(positions), count);
  const members = new Map<number, number[]>();
  for (let i = 0; i < count; i++) {
    const region = regions[i]!;
    if (region < 0) continue;
    const list = members.get(region);
    if (list) list.push(i);
    else members.set(region, [i]);
  }
  const all = density(grid, positions, Array(count).keys());
  for (const [region, notes] of members)
    if (notes.length >= FEWEST) yield groundOf(grid, positions, region, notes, all);
}

function groundOf(
  grid: Grid,
  positions: Float32Array,
  region: number,
  notes: readonly number[],
  all: Float32Array,
): Ground[] {
  const values = density(grid, positions, notes);
  let most = 0;
  for (let c = 0; c < values.length; c++) {
    // Where others are as many, it is nobody's.
    const own = values[c]!;
    values[c] = all[c]! > 1e-9 ? (own * own) / all[c]! : 0;
    most = Math.max(most, values[c]!);
  }
  const at = notes.map((i) => values[cellOf(grid, positions, i)]!).sort((a, b) => a - b);
  const contour = contours().size([grid.width, grid.height]);
  return OUTSIDE.flatMap((share, level) => {
    const threshold = Math.max(at[Math.floor(at.length * share)]!, THINNEST * most);
    return contour
      .contour(values as unknown as number[], threshold)
      .coordinates.filter(([shore]) => areaOf(shore!) > grid.spread ** 2)
      .map((rings) => ({ region, level, rings: rings.map((ring) => smoothed(ring, grid)) }));
  });
}

function gridFor({ left, right, bottom, top }: Bounds, count: number): Grid {
  const longer = Math.max(right - left, top - bottom, 1e-6);
  // Neighbours flow together where notes are few, and details stay where they are many.
  const spread = Math.min(14, Math.max(2.5, (0.5 * CELLS) / Math.sqrt(count)));
  const margin = Math.ceil(3 * spread);
  const cell = longer / CELLS;
  return {
    width: Math.ceil((right - left) / cell) + 2 * margin + 1,
    height: Math.ceil((top - bottom) / cell) + 2 * margin + 1,
    left: left - margin * cell,
    bottom: bottom - margin * cell,
    cell,
    spread,
  };
}

function cellOf({ left, bottom, cell, width }: Grid, positions: Float32Array, i: number): number {
  return (
    Math.floor((positions[2 * i + 1]! - bottom) / cell) * width +
    Math.floor((positions[2 * i]! - left) / cell)
  );
}

function density(grid: Grid, positions: Float32Array, notes: Iterable<number>): Float32Array {
  const values = new Float32Array(grid.width * grid.height);
  for (const i of notes) values[cellOf(grid, positions, i)]!++;
  blur2({ data: values as unknown as number[], width: grid.width, height: grid.height }, grid.spread);
  return values;
}

/** Corners are cut off once: the grid is not to be seen when one comes near. */
function smoothed(ring: readonly number[][], { left, bottom, cell }: Grid): Ring {
  const out: [number, number][] = [];
  for (let n = 0; n < ring.length - 1; n++) {
    const [ax, ay] = ring[n] as [number, number];
    const [bx, by] = ring[n + 1] as [number, number];
    for (const share of [0.25, 0.75])
      out.push([left + cell * (ax + share * (bx - ax)), bottom + cell * (ay + share * (by - ay))]);
  }
  return out;
}

function areaOf(ring: readonly number[][]): number {
  let sum = 0;
  for (let n = 0; n < ring.length - 1; n++)
    sum += ring[n]![0]! * ring[n + 1]![1]! - ring[n + 1]![0]! * ring[n]![1]!;
  return Math.abs(sum) / 2;
}
