import type { ChartRegion } from '../../../contract/chart.ts';

/** What a region is called: as a person has named it, else by its own words. */
export const nameOfRegion = ({ name, words }: Pick<ChartRegion, 'name' | 'words'>): string =>
  name ?? words.join(' · ');
