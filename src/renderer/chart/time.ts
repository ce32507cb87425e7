import type { ChartModel } from './model.ts';

export const TIMES = ['created', 'changed', 'day'] as const;
/** Which time of a note is meant: the day it names, else when its file came to be; its last change; only a day it names. */
export type NoteTime = (typeof TIMES)[number];

export interface Timeline {
  /** For each note where its time lies, in steps and parts of steps; below 0 for a note without one. */
  readonly at: Float32Array<ArrayBuffer>;
  /** How many notes lie in each step. */
  readonly counts: readonly number[];
  /** Milliseconds since the epoch at which each step begins, and the last one ends. */
  readonly starts: readonly number[];
}

/** The notes' times from the first to the last one, in steps of the same length. */
export function timelineOf(model: ChartModel, by: NoteTime, steps: number): Timeline {
  const times = Array.from({ length: model.count }, (_, i) => timeOf(model, i, by));
  const known = times.filter((time) => time > 0);
  const first = known.reduce((a, b) => Math.min(a, b), Infinity);
  const last = known.reduce((a, b) => Math.max(a, b), -Infinity);
  const length = Math.max(1, (last - first) / steps);
  const counts = new Array<number>(steps).fill(0);
  const at = Float32Array.from(times, (time) => {
    if (!(time > 0)) return NEVER;
    // The last moment belongs to the last step.
    const place = Math.min(steps - LAST, (time - first) / length);
    counts[Math.floor(place)]!++;
    return place;
  });
  const begin = known.length === 0 ? 0 : first;
  return { at, counts, starts: Array.from({ length: steps + 1 }, (_, s) => begin + s * length) };
}

const NEVER = -1;
const LAST = 1e-3;

function timeOf({ notes }: ChartModel, i: number, by: NoteTime): number {
  const note = notes[i];
  if (!note) return 0;
  if (by === 'changed') return note.modified;
  if (note.date) return Date.parse(note.date);
  return by === 'created' ? note.created : 0;
}

/** A part of all time: notes that lie outside of it fade. */
export interface TimeWindow {
  readonly at: Timeline['at'];
  readonly from: number;
  readonly to: number;
}

/** Whether a note's time lies in the window, its end left out. */
export const isIn = ({ at, from, to }: TimeWindow, note: number): boolean =>
  at[note]! >= from && at[note]! < to;

/** A window that plays, some steps on; from the end it goes back to the beginning. */
export function playedOn(
  [from, to]: readonly [number, number],
  by: number,
  steps: number,
): readonly [number, number] {
  return to >= steps ? [0, to - from] : [Math.min(from + by, steps - (to - from)), Math.min(to + by, steps)];
}
