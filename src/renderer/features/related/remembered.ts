import type { Filter } from '../../../contract/filter.ts';
import type { Choices } from './follower.ts';

export type Kept = Pick<Choices, 'mode' | 'unlinkedOnly' | 'filter'>;

/** What of the choices is remembered with the vault. Notes selected on the chart are of the moment. */
export function toKeep({ mode, unlinkedOnly, filter: { paths: _, ...filter } }: Kept): Kept {
  return { mode, unlinkedOnly, filter };
}

/** What of a remembered value can be used; another vault begins as any does. */
export function saneChoices(value: unknown): Kept {
  const { mode, unlinkedOnly, filter } = object(value);
  const { folders, tags, languages, after, before } = object(filter);
  return {
    mode: mode === 'passages' ? 'passages' : 'notes',
    unlinkedOnly: unlinkedOnly === true,
    filter: {
      ...(isWords(folders) && { folders }),
      ...(isWords(tags) && { tags }),
      ...(isWords(languages) && { languages }),
      ...(isDay(after) && { after }),
      ...(isDay(before) && { before }),
    } satisfies Filter,
  };
}

const object = (value: unknown): Record<string, unknown> =>
  typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};

const MOST = 200;
const isWords = (value: unknown): value is string[] =>
  Array.isArray(value) &&
  value.length > 0 &&
  value.length <= MOST &&
  value.every((word) => typeof word === 'string' && word.length <= 512);

const isDay = (value: unknown): value is string =>
  typeof value === 'string' && /^\d{4}-\d\d-\d\d$/.test(value) && !Number.isNaN(Date.parse(value));
