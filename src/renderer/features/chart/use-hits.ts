import { useMemo } from 'react';
import type { ChartModel } from '../../chart/model.ts';
import { useFoundHits } from '../../state/hits.ts';

/** The notes of the last search's answer, by their indexes, with how much each is meant; null while there is none. */
export function useHits(model: ChartModel | null): ReadonlyMap<number, number> | null {
  const hits = useFoundHits((s) => s.hits);
  return useMemo(() => {
    if (!model || !hits) return null;
    return new Map(
      hits.paths.flatMap((path, n) => {
        const i = model.indexOf.get(path);
        return i === undefined ? [] : [[i, hits.strengths[n]!] as const];
      }),
    );
  }, [model, hits]);
}
