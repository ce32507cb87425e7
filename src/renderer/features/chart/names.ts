import type { ChartRegion } from '../../../contract/chart.ts';
import { BETWEEN_WORDS } from '../../chart/labels.ts';

/** What a region is called: as a person has named it, else by its own words. */
export const nameOfRegion = ({ name, words }: Pick<ChartRegion, 'name' | 'words'>): string =>
  name ?? words.join(BETWEEN_WORDS);
