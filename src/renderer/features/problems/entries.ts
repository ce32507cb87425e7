import type { ErrorCode } from '../../../common/error-codes.ts';
import type { LedgerEntry } from '../../../contract/status.ts';
import type { Words } from './words.ts';

/** Left out on purpose: by a rule of the person's, or because it is no note of this vault. */
const ON_PURPOSE: ReadonlySet<ErrorCode | null> = new Set(['FILE_EXCLUDED', 'LINK_OUTSIDE_VAULT']);

/** What a person should look at; what they wanted to be left out is none of it. */
export const isProblem = ({ outcome, code }: Pick<LedgerEntry, 'outcome' | 'code'>): boolean =>
  outcome === 'failed' || (outcome === 'skipped' && !ON_PURPOSE.has(code));

export const FILTERS = ['all', 'failed', 'skipped', 'odd', 'waiting'] as const;
export type Filter = (typeof FILTERS)[number];

export const passes = (entry: LedgerEntry, filter: Filter): boolean => {
  if (filter === 'all') return entry.outcome !== 'waiting' || isOdd(entry);
  return filter === 'odd' ? isOdd(entry) : entry.outcome === filter;
};

/** Indexed, with something to say about it. */
export const isOdd = ({ outcome, code, oddities }: LedgerEntry): boolean =>
  (outcome === 'indexed' || outcome === 'waiting') && (oddities.length > 0 || code !== null);

const RANK = { failed: 0, skipped: 1, waiting: 3, indexed: 2 } as const;

/** What went wrong first, then what was left out, by reason, then what was odd; within those by path. */
export function ordered(entries: readonly LedgerEntry[]): LedgerEntry[] {
  const rank = (entry: LedgerEntry) => (isProblem(entry) ? 0 : 0.5) + RANK[entry.outcome];
  return entries.toSorted(
    (a, b) => rank(a) - rank(b) || compare(a.code ?? '', b.code ?? '') || compare(a.path, b.path),
  );
}

const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);

/** An entry with what is said of it. */
export interface Told {
  readonly entry: LedgerEntry;
  readonly words: Words;
}

/** For a report or a note to oneself. */
export const asText = (told: readonly Told[]): string =>
  told
    .map(({ entry, words }) =>
      [
        entry.path,
        ...[words.code, ...words.what, words.todo].filter(Boolean).map((line) => `  ${line}`),
        '',
      ].join('\n'),
    )
    .join('\n');
