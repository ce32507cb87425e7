import type { Progress } from '../../../contract/status.ts';

/** What the run is counted in now: notes while they are read, passages while the model reads. */
export interface Amounts {
  readonly unit: 'notes' | 'passages';
  readonly done: number;
  readonly total: number;
}

/** A pause hides the phase beneath it: passages are counted once the notes are done. */
export function amounts({ phase, notes, passages }: Progress): Amounts {
  const meaning =
    phase === 'embedding' || (phase === 'paused' && notes.done >= notes.total && passages.total > 0);
  return meaning
    ? { unit: 'passages', done: passages.embedded, total: passages.total }
    : { unit: 'notes', done: notes.done, total: notes.total };
}

/** How much of the phase is done, 0..1; null where that is not known. */
export function share(progress: Progress): number | null {
  const { done, total } = amounts(progress);
  return total > 0 ? Math.min(1, done / total) : null;
}
