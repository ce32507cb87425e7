import type { ChartPlaces } from '../../common/chart-places.ts';
import type { ChartRegion } from '../../contract/chart.ts';
import type { NoteEntry } from '../../contract/notes.ts';

export interface Point {
  readonly x: number;
  readonly y: number;
}

/** A region as it is drawn: where its name stands (where most of its notes are), and how far it reaches. */
export interface DrawnRegion extends Point {
  readonly region: ChartRegion;
  /** The middle of all its notes: where some lie apart from others, there may be none. */
  readonly middle: Point;
  /** Half of its width, in units of the chart: most of its notes lie within. */
  readonly reach: number;
}

export interface Bounds {
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
  readonly top: number;
}

/** All that is drawn of a vault; indexes are those of the places. */
export interface ChartModel extends ChartPlaces {
  readonly count: number;
  readonly notes: readonly (NoteEntry | undefined)[];
  readonly indexOf: ReadonlyMap<string, number>;
  /** Links of each note, in either direction. */
  readonly degrees: Uint32Array;
  readonly drawn: readonly DrawnRegion[];
  readonly bounds: Bounds;
}

/** What the engine sent, and what the page knows of the notes, as one. */
export function chartModel(
  places: ChartPlaces,
  regions: readonly ChartRegion[],
  byPath: ReadonlyMap<string, NoteEntry>,
): ChartModel {
  const degrees = new Uint32Array(places.paths.length);
  for (const end of places.links) degrees[end]!++;
  return {
    ...places,
    count: places.paths.length,
    notes: places.paths.map((path) => byPath.get(path)),
    indexOf: new Map(places.paths.map((path, i) => [path, i])),
    degrees,
    drawn: drawnRegions(places, regions),
    bounds: boundsOf(places.positions),
  };
}

function drawnRegions(places: ChartPlaces, regions: readonly ChartRegion[]): DrawnRegion[] {
  const members = new Map<number, number[]>(regions.map(({ id }) => [id, []]));
  for (const group of [places.regions, places.parts])
    for (let i = 0; i < group.length; i++) members.get(group[i]!)?.push(i);
  return regions.flatMap((region) => {
    const notes = members.get(region.id)!;
    if (notes.length === 0) return [];
    const xs = Float32Array.from(notes, (i) => places.positions[2 * i]!).sort();
    const ys = Float32Array.from(notes, (i) => places.positions[2 * i + 1]!).sort();
    const at = (values: Float32Array, share: number) => values[Math.floor((values.length - 1) * share)]!;
    // Quantiles: one stray note does not pull the region away from the rest.
    const reach = Math.max(0.2, (at(xs, 0.85) - at(xs, 0.15) + at(ys, 0.85) - at(ys, 0.15)) / 4);
    const middle = { x: at(xs, 0.5), y: at(ys, 0.5) };
    return [{ region, ...crowded(places.positions, notes, 2 * reach), middle, reach }];
  });
}

/** Notes that are tried as the middle of the others, and others that are counted around each. */
const TRIED = 48;
const COUNTED = 400;

/** Where most of some notes lie within a distance of each other: the middle of those. */
function crowded(positions: Float32Array, notes: readonly number[], within: number): Point {
  const some = (most: number) => {
    const step = Math.max(1, notes.length / most);
    return Array.from({ length: Math.min(most, notes.length) }, (_, n) => notes[Math.floor(n * step)]!);
  };
  const others = some(COUNTED);
  let best = { x: 0, y: 0, notes: 0 };
  for (const i of some(TRIED)) {
    let [x, y, near] = [0, 0, 0];
    for (const j of others) {
      const [dx, dy] = [positions[2 * j]! - positions[2 * i]!, positions[2 * j + 1]! - positions[2 * i + 1]!];
      if (dx * dx + dy * dy > within * within) continue;
      x += positions[2 * j]!;
      y += positions[2 * j + 1]!;
      near++;
    }
    if (near > best.notes) best = { x: x / near, y: y / near, notes: near };
  }
  // Where none of the tried ones is among the counted: any of them.
  return best.notes > 0
    ? { x: best.x, y: best.y }
    : { x: positions[2 * notes[0]!]!, y: positions[2 * notes[0]! + 1]! };
}

/** The rectangle around all points; a unit square where there is none. */
export function boundsOf(positions: Float32Array, of?: Iterable<number>): Bounds {
  let [left, bottom, right, top] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const i of of ?? Array.from({ length: positions.length / 2 }, (_, n) => n)) {
    left = Math.min(left, positions[2 * i]!);
    right = Math.max(right, positions[2 * i]!);
    bottom = Math.min(bottom, positions[2 * i + 1]!);
    top = Math.max(top, positions[2 * i + 1]!);
  }
  if (left > right) return { left: -0.5, bottom: -0.5, right: 0.5, top: 0.5 };
  return { left, bottom, right, top };
}
