import { algebra } from './algebra.ts';
import { axis } from './axis.ts';
import { duplicates } from './duplicates.ts';
import { related } from './related.ts';
import { search } from './search.ts';
import { index, ledger, pause, progress, resume, status } from './status.ts';

/** Every method of the engine: one entry each, its payload, result and error declared there and nowhere else. */
export const contract = {
  related,
  search,
  algebra,
  axis,
  duplicates,
  status,
  ledger,
  index,
  progress,
  pause,
  resume,
};
export type Contract = typeof contract;
