import type { ChartPlaces } from '../../common/chart-places.ts';
import type { ChartRegion } from '../../contract/chart.ts';
import type { NoteEntry } from '../../contract/notes.ts';

export interface Point {
  readonly x: number;
  readonly y: number;
}

/** A region as it is drawn: where its name stands, and how far it reaches. */
export interface DrawnRegion extends Point {
  readonly region: ChartRegion;
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
    // Medians: one stray note does not pull the name away from the rest.
    const reach = (at(xs, 0.85) - at(xs, 0.15) + at(ys, 0.85) - at(ys, 0.15)) / 4;
    return [{ region, x: at(xs, 0.5), y: at(ys, 0.5), reach: Math.max(reach, 0.2) }];
  });
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
