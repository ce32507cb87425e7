import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useEngine } from '../../app/context.ts';
import type { Rhumb } from '../../chart/layers.ts';
import type { ChartModel } from '../../chart/model.ts';

/** Ties that are drawn from the chosen note. */
const MOST = 24;
/** Ties that are weaker beside the strongest are not drawn: in a small vault, everything is related a little. */
const WEAKEST = 0.3;
const NONE: readonly Rhumb[] = [];

/** The rhumb lines of a note: the notes related to it, by how strongly, and whether somebody has linked them. */
export function useRhumbs(model: ChartModel | null, path: string | null): readonly Rhumb[] {
  const engine = useEngine();
  const { data } = useQuery({
    queryKey: ['rhumbs', path],
    queryFn: ({ signal }) => engine.related({ note: path!, limit: MOST }, { signal }),
    enabled: path !== null && model !== null,
  });
  return useMemo(() => {
    if (!data || !model || path === null) return NONE;
    const strongest = data.results[0]?.score ?? 1;
    return data.results.flatMap(({ note, score, linked }) => {
      const to = model.indexOf.get(note.path);
      const weak = score < WEAKEST * strongest;
      return to === undefined || weak
        ? []
        : [{ to, strength: score / strongest, linked: linked.to || linked.from }];
    });
  }, [data, model, path]);
}
