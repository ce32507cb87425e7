import { keepPreviousData, useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { useEngine } from '../../app/context.ts';
import { onChanges } from '../../state/changes.ts';

/** Milliseconds for which changes are gathered: while many notes are read, what is around one changes all the time. */
const GATHER = 1_500;
const KEY = 'neighbourhood';

/** What is around a note, for as long as it is looked at. */
export function useNeighbourhood(path: string | null, limit: number) {
  const engine = useEngine();
  const queries = useQueryClient();
  useEffect(() => {
    let due: ReturnType<typeof setTimeout> | undefined;
    const end = onChanges(() => {
      due ??= setTimeout(() => {
        due = undefined;
        void queries.invalidateQueries({ queryKey: [KEY] });
      }, GATHER);
    });
    return () => {
      clearTimeout(due);
      end();
    };
  }, [queries]);
  return useQuery({
    queryKey: [KEY, path, limit],
    queryFn: ({ signal }) => engine.neighbourhood({ note: path!, limit }, { signal }),
    enabled: path !== null,
    placeholderData: keepPreviousData,
  });
}
