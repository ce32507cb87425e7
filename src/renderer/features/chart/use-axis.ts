import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { decodeAxis } from '../../../common/axis-places.ts';
import { useEngine } from '../../app/context.ts';
import { type AxisOf, axisOf, type LaidAxis, laidOnAxis } from '../../chart/axis.ts';
import type { ChartModel } from '../../chart/model.ts';
import { type AxisLook, type Poles, useFoundHits } from '../../state/hits.ts';

export interface ShownAxis {
  readonly look: Exclude<AxisLook, 'map'>;
  readonly poles: Poles;
  readonly axis: AxisOf;
  /** The notes with something to do with it. */
  readonly related: ReadonlySet<number>;
  readonly laid: LaidAxis;
}

/** The axis that is laid over the chart, once the engine has said where all notes lie on it; null for none. */
export function useAxis(model: ChartModel | null): ShownAxis | null {
  const engine = useEngine();
  const { hits, look } = useFoundHits();
  const poles = hits?.poles ?? null;
  const wanted = poles !== null && look !== 'map';
  const { data } = useQuery({
    queryKey: ['axis', poles?.from, poles?.to, model?.paths.length],
    queryFn: async ({ signal }) => {
      const sent = await engine.axisPlaces({ from: poles!.from, to: poles!.to }, { signal });
      return decodeAxis(await sent.arrayBuffer());
    },
    enabled: wanted,
    placeholderData: keepPreviousData,
  });
  const laid = useMemo(() => {
    if (!model || !data) return null;
    const axis = axisOf(model, data);
    const related = new Set([...axis.related.keys()].filter((i) => axis.related[i] === 1));
    return { axis, related, laid: laidOnAxis(model, axis) };
  }, [model, data]);
  return useMemo(
    () => (wanted && laid ? { look: look as ShownAxis['look'], poles: poles!, ...laid } : null),
    [wanted, laid, look, poles],
  );
}
