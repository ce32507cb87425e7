import { dayOf } from './colouring.ts';
import type { ChartModel } from './model.ts';

export const TIMES = ['day', 'changed'] as const;
/** Which time of a note is meant: the day it names, else its last change; or that change itself. */
export type NoteTime = (typeof TIMES)[number];

export interface Timeline {
  /** For each note the step that its time lies in; -1 for a note without one. */
  readonly stepOf: Int32Array;
  /** How many notes lie in each step. */
  readonly counts: readonly number[];
  /** Milliseconds since the epoch at which each step begins, and the last one ends. */
  readonly starts: readonly number[];
}

/** The notes' times from the first to the last one, in steps of the same length. */
export function timelineOf(model: ChartModel, by: NoteTime, steps: number): Timeline {
  const times = Array.from({ length: model.count }, (_, i) =>
    by === 'day' ? dayOf(model, i) : (model.notes[i]?.modified ?? 0),
  );
  const known = times.filter((time) => time > 0);
  const first = known.reduce((a, b) => Math.min(a, b), Infinity);
  const last = known.reduce((a, b) => Math.max(a, b), -Infinity);
  const length = Math.max(1, (last - first) / steps);
  const counts = new Array<number>(steps).fill(0);
  const stepOf = Int32Array.from(times, (time) => {
    if (!(time > 0)) return -1;
    const step = Math.min(steps - 1, Math.floor((time - first) / length));
    counts[step]!++;
    return step;
  });
  const begin = known.length === 0 ? 0 : first;
  return { stepOf, counts, starts: Array.from({ length: steps + 1 }, (_, s) => begin + s * length) };
}

/** The notes whose time lies from one step up to another, that one left out. */
export function notesBetween({ stepOf }: Timeline, from: number, to: number): Set<number> {
  const found = new Set<number>();
  for (const [i, step] of stepOf.entries()) if (step >= from && step < to) found.add(i);
  return found;
}

/** The next place of a window that plays: a step on, and from the end back to the beginning. */
export function playedOn([from, to]: readonly [number, number], steps: number): readonly [number, number] {
  return to >= steps ? [0, to - from] : [from + 1, to + 1];
}
