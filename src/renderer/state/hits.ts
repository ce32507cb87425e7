import { create } from 'zustand';
import { useSession } from './session.ts';

/** The poles of an axis: as they were asked for, and as they are called. */
export interface Poles {
  readonly from: string;
  readonly to: string;
  readonly fromName: string;
  readonly toName: string;
}

/** What a search has found, for whoever shows it elsewhere: on the chart. */
export interface Hits {
  readonly way: 'search' | 'algebra' | 'axis';
  /** Best first. */
  readonly paths: readonly string[];
  /** By path, 0..1: how much each is meant beside the one that is meant most. */
  readonly strengths: readonly number[];
  /** For an axis. */
  readonly poles: Poles | null;
}

/** How an axis is laid over the chart: not at all, as places along it, as colours. */
export const AXIS_LOOKS = ['map', 'line', 'colour'] as const;
export type AxisLook = (typeof AXIS_LOOKS)[number];

interface HitsStore {
  readonly hits: Hits | null;
  readonly look: AxisLook;
}

/** Written by the search pane; what it found stays on the chart until it is cleared there or something else is found. */
export const useFoundHits = create<HitsStore>(() => ({ hits: null, look: 'map' }));

export const setHits = (hits: Hits | null): void =>
  useFoundHits.setState(hits?.poles ? { hits } : { hits, look: 'map' });

export const lookAtAxis = (look: AxisLook): void => useFoundHits.setState({ look });

// Another vault has none of these notes.
useSession.subscribe(({ state }, before) => {
  if (state?.vault?.path !== before.state?.vault?.path) setHits(null);
});
