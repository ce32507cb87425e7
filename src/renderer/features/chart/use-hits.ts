import { useMemo } from 'react';
import type { ChartModel } from '../../chart/model.ts';
import { useHitPaths } from '../../state/hits.ts';

/** The notes of the last search's answer, by their indexes; null while nothing is looked for. */
export function useHits(model: ChartModel | null): ReadonlySet<number> | null {
  const paths = useHitPaths((s) => s.paths);
  return useMemo(() => {
    if (!model || !paths) return null;
    return new Set(paths.flatMap((path) => model.indexOf.get(path) ?? []));
  }, [model, paths]);
}
