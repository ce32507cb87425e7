import type { AxisPlaces } from '../../common/axis-places.ts';
import { type Bounds, boundsOf, type ChartModel } from './model.ts';

/** What an axis says of the notes of a chart, by their indexes. */
export interface AxisOf {
  /** -1 at the one pole, 1 at the other; NaN for notes that it says nothing of. */
  readonly positions: Float32Array;
  /** 1 where a note has something to do with a pole, else 0. */
  readonly related: Uint8Array;
}

/** The ruled line between the poles, in units of the chart. */
export interface Rule {
  readonly left: number;
  readonly right: number;
  readonly y: number;
  /** How far up the notes reach. */
  readonly top: number;
}

export interface LaidAxis {
  readonly positions: Float32Array<ArrayBuffer>;
  readonly rule: Rule;
  readonly bounds: Bounds;
}

/** Of the width: how high the notes may stand, how far the rule is below them, how deep those below it lie. */
const HEIGHT = 0.42;
const BELOW = 0.035;
const DEPTH = 0.14;
/** And how much of it is left free below the rule, for the names of its ends. */
const NAMES = 0.11;
/** Columns that notes are gathered in so that they do not lie on each other. */
const COLUMNS = { least: 16, most: 120 } as const;

/** The axis as the chart counts its notes. */
export function axisOf(
  { indexOf, count }: Pick<ChartModel, 'indexOf' | 'count'>,
  { paths, positions, related }: AxisPlaces,
): AxisOf {
  const out = { positions: new Float32Array(count).fill(Number.NaN), related: new Uint8Array(count) };
  for (const [n, path] of paths.entries()) {
    const i = indexOf.get(path);
    if (i === undefined) continue;
    out.positions[i] = positions[n]!;
    out.related[i] = related[n]!;
  }
  return out;
}

/**
 * The notes of a chart laid out along an axis: from left to right as they lie between the poles, those that have
 * something to do with it around a line, the others below the rule. Up and down they stand apart, in the order in
 * which they lie on the chart. The same notes always lie in the same places.
 */
export function laidOnAxis(
  model: Pick<ChartModel, 'positions' | 'count' | 'bounds'>,
  axis: AxisOf,
): LaidAxis {
  const { left, right, bottom, top } = model.bounds;
  const width = Math.max(1, right - left, top - bottom);
  const [cx, cy] = [(left + right) / 2, (bottom + top) / 2];
  const all = Array.from({ length: model.count }, (_, i) => i);
  const meant = all.filter((i) => axis.related[i] === 1);
  const others = all.filter((i) => axis.related[i] !== 1);
  const positions = new Float32Array(2 * model.count);
  const place = (i: number, y: number) => {
    const x = axis.positions[i]!;
    positions[2 * i] = cx + (Number.isNaN(x) ? 0 : (x * width) / 2);
    positions[2 * i + 1] = y;
  };
  const above = columnsOf(meant, axis, model);
  const apart = Math.min((HEIGHT * width) / above.highest, width / above.columns.length);
  for (const [c, column] of above.columns.entries())
    for (const [n, i] of column.entries())
      place(i, cy + (n - (column.length - 1) / 2 + (c % 2 === 0 ? 0.25 : -0.25)) * apart);
  const y = cy - (above.highest * apart) / 2 - BELOW * width;
  const below = columnsOf(others, axis, model);
  const closer = Math.min((DEPTH * width) / below.highest, apart, width / below.columns.length);
  for (const column of below.columns)
    for (const [n, i] of column.entries()) place(i, y - NAMES * width - n * closer);
  return {
    positions,
    rule: { left: cx - width / 2, right: cx + width / 2, y, top: cy + (above.highest * apart) / 2 },
    bounds: { ...boundsOf(positions), left: cx - width / 2, right: cx + width / 2 },
  };
}

/** Notes side by side, in each column from the highest on the chart to the lowest; and the most of any column. */
function columnsOf(
  notes: readonly number[],
  axis: AxisOf,
  { positions }: Pick<ChartModel, 'positions'>,
): { readonly columns: readonly (readonly number[])[]; readonly highest: number } {
  const n = Math.max(COLUMNS.least, Math.min(COLUMNS.most, Math.round(2.5 * Math.sqrt(notes.length))));
  const columns = Array.from({ length: n }, (): number[] => []);
  for (const i of notes) {
    const x = Number.isNaN(axis.positions[i]!) ? 0 : axis.positions[i]!;
    columns[Math.max(0, Math.min(n - 1, Math.floor(((x + 1) / 2) * n)))]!.push(i);
  }
  for (const column of columns) column.sort((a, b) => positions[2 * a + 1]! - positions[2 * b + 1]! || a - b);
  return { columns, highest: columns.reduce((most, column) => Math.max(most, column.length), 1) };
}
