import type { ChartPlaces } from '../../../common/chart-places.ts';
import type { ChartRegion, ChartState } from '../../../contract/chart.ts';
import { type ChartModel, chartModel } from '../../chart/model.ts';
import type { useNotes } from '../../state/notes.ts';

/** The chart as the page knows it while it is not looked at. */
export interface KeptChart {
  /** In which its regions are called. */
  readonly language: string;
  readonly state: ChartState;
  /** Those of the state's version. */
  readonly places: ChartPlaces;
}

type ByPath = ReturnType<typeof useNotes.getState>['byPath'];

let kept: KeptChart | null = null;
let last: { readonly of: readonly unknown[]; readonly model: ChartModel } | null = null;

/** What was looked at last, or fetched ahead: it is shown at once, and then what the engine says of it. */
export const keptChart = (language: string): KeptChart | null => (kept?.language === language ? kept : null);

export function keepChart(chart: KeptChart): void {
  kept = chart;
}

/** Another vault has another one. */
export function forgetChart(): void {
  kept = null;
  last = null;
}

/** The model of a chart; the one that was made last is not made again. */
export function modelOf(places: ChartPlaces, regions: readonly ChartRegion[], byPath: ByPath): ChartModel {
  const of = [places, regions, byPath];
  if (!last?.of.every((value, i) => value === of[i]))
    last = { of, model: chartModel(places, regions, byPath) };
  return last.model;
}

/** The next state, with the same regions where nothing of them has changed: nothing is made anew for it then. */
export const followed = (before: ChartState | null, next: ChartState): ChartState =>
  before && JSON.stringify(before.regions) === JSON.stringify(next.regions)
    ? { ...next, regions: before.regions }
    : next;
