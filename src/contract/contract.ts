import { algebra } from './algebra.ts';
import { attachment } from './attachment.ts';
import { axis, axisPlaces } from './axis.ts';
import { backlinks } from './backlinks.ts';
import { changes } from './changes.ts';
import { changeRegion, chart, chartPlaces, layOutChart } from './chart.ts';
import { duplicates } from './duplicates.ts';
import { neighbourhood } from './neighbourhood.ts';
import { note } from './note.ts';
import { headings, notes } from './notes.ts';
import { relatedPassages } from './passages.ts';
import { related } from './related.ts';
import { search } from './search.ts';
import { index, ledger, pause, progress, resume, retry, status } from './status.ts';

/** Every method of the engine: one entry each, its payload, result and error declared there and nowhere else. */
export const contract = {
  related,
  relatedPassages,
  neighbourhood,
  notes,
  headings,
  note,
  backlinks,
  attachment,
  changes,
  chart,
  chartPlaces,
  layOutChart,
  changeRegion,
  search,
  algebra,
  axis,
  axisPlaces,
  duplicates,
  status,
  ledger,
  index,
  progress,
  pause,
  resume,
  retry,
};
export type Contract = typeof contract;
