import { useMemo } from 'react';
import type { Status } from '../../../contract/status.ts';
import { type Filter, ordered, passes, type Told } from './entries.ts';
import { useLedger } from './use-ledger.ts';
import { useWords } from './words.ts';

/** The entries that a filter lets through, in order, each with its words; undefined until there is an answer. */
export function useTold(
  counts: Status['counts'] | undefined,
  filter: Filter,
): { readonly told: readonly Told[] | undefined; readonly error: unknown } {
  const words = useWords();
  const { data, error, isPlaceholderData } = useLedger(counts, filter === 'waiting');
  // biome-ignore lint/correctness/useExhaustiveDependencies: the words change with the language, and then all is new
  const told = useMemo(
    () =>
      data &&
      ordered(data.filter((entry) => passes(entry, filter))).map((entry) => ({ entry, words: words(entry) })),
    [data, filter],
  );
  // What stands in for an answer of the other kind would be wrong, not merely old.
  const foreign =
    isPlaceholderData && data?.some(({ outcome }) => outcome === 'waiting') !== (filter === 'waiting');
  return { told: foreign ? undefined : told, error };
}
