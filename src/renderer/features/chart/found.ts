import type { AxisOf } from '../../chart/axis.ts';
import type { ChartModel } from '../../chart/model.ts';
import type { Overlay } from '../../chart/overlay.ts';
import type { ShownAxis } from './use-axis.ts';

/** What a search has found, as the chart shows it. */
export interface Found {
  readonly overlay: Overlay;
  /** The axis that gives the notes their colours; null while others do. */
  readonly axis: AxisOf | null;
  /** Notes that are named before all others. */
  readonly first: readonly number[];
  /** The chart with its notes where an axis has them. */
  readonly laidOut: (model: ChartModel) => ChartModel;
}

/** Names beside hits: more of them would hide the chart. Along an axis there is nothing else to name. */
const NAMED = 8;
const NAMED_ON_LINE = 40;
const NONE: readonly number[] = [];
/** Letters of a pole's name below its end of the rule: the two must not meet. */
const POLE = 18;
const shortened = (name: string): string => {
  const letters = [...name];
  return letters.length <= POLE
    ? name
    : `${letters
        .slice(0, POLE - 1)
        .join('')
        .trimEnd()}…`;
};

/** @param others whether something else stands out now, a selection: hits are then notes as any other */
export function foundOn(
  hits: ReadonlyMap<number, number> | null,
  axis: ShownAxis | null,
  others: boolean,
): Found {
  const line = axis?.look === 'line' ? axis : null;
  return {
    overlay: {
      strengths: axis || others ? null : hits,
      rule: line && {
        ...line.laid.rule,
        from: shortened(line.poles.fromName),
        to: shortened(line.poles.toName),
      },
    },
    axis: axis?.look === 'colour' ? axis.axis : null,
    first: hits && !others ? [...hits.keys()].slice(0, line ? NAMED_ON_LINE : axis ? 0 : NAMED) : NONE,
    laidOut: (model) =>
      line ? { ...model, positions: line.laid.positions, bounds: line.laid.bounds, drawn: [] } : model,
  };
}
