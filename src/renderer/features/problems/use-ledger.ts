import { useQuery } from '@tanstack/react-query';
import type { LedgerEntry, Status } from '../../../contract/status.ts';
import { useEngine } from '../../app/context.ts';
import { isProblem } from './entries.ts';

/** The counts that say when a ledger has changed: asked for again with others. */
const stamp = ({ skipped, failed, indexed }: Status['counts']) => [skipped, failed, indexed];

/** How many files need a look. What is only excluded is not counted. */
export function useProblemCount(counts: Status['counts']): number {
  const engine = useEngine();
  const { data } = useQuery({
    queryKey: ['ledger', 'skipped', counts.skipped],
    queryFn: ({ signal }) => engine.ledger({ outcome: 'skipped' }, { signal }),
    enabled: counts.skipped > 0,
    placeholderData: (before) => before,
  });
  const skipped = counts.skipped > 0 && data ? data.filter(isProblem).length : 0;
  return counts.failed + skipped;
}

/** What the ledger has to say; with `waiting`, also what only waits for the model. */
export function useLedger(counts: Status['counts'] | undefined, waiting: boolean) {
  const engine = useEngine();
  return useQuery<LedgerEntry[]>({
    queryKey: ['ledger', waiting ? 'waiting' : 'notable', ...(counts ? stamp(counts) : [])],
    queryFn: ({ signal }) => engine.ledger(waiting ? { outcome: 'waiting' } : { notable: true }, { signal }),
    enabled: counts !== undefined,
    placeholderData: (before) => before,
    staleTime: 0,
  });
}
