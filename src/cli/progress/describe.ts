import type { Progress } from '../../contract/status.ts';
import { count } from '../terminal/numbers.ts';

/** The part of a run that is counted now: notes while reading, passages while embedding. */
export interface Stretch {
  readonly verb: string;
  readonly unit: string;
  readonly done: number;
  readonly total: number;
}

/** What is going on, in one word for a person, and how far it is. */
export function stretchOf(progress: Progress): Stretch {
  const { notes, passages } = progress;
  const reading = { unit: 'notes', done: notes.done, total: notes.total };
  const embedding = { unit: 'passages', done: passages.embedded, total: passages.total };
  switch (progress.phase) {
    case 'scanning':
      return { verb: 'Looking', unit: 'notes', done: 0, total: 0 };
    case 'reading':
      return { verb: 'Reading', ...reading };
    case 'embedding':
      return { verb: 'Embedding', ...embedding };
    case 'paused':
      return { verb: 'Paused', ...(passages.embedded > 0 ? embedding : reading) };
    case 'idle':
    case 'stopped':
      return { verb: 'Indexing', ...reading };
  }
}

/** '2,950 of 6,871 notes', or '' before the number is known. */
export const extent = ({ done, total, unit }: Stretch): string =>
  total > 0 ? `${count(done)} of ${count(total)} ${unit}` : '';

/** The same where columns are dear: '2,950/6,871'. */
export const shortExtent = ({ done, total }: Stretch): string => `${count(done)}/${count(total)}`;
