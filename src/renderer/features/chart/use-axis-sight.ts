import { useEffect, useRef } from 'react';
import type { Drawing, Standpoint } from '../../chart/drawing.ts';
import type { ChartModel } from '../../chart/model.ts';
import { useChartLook } from '../../state/chart.ts';
import type { ShownAxis } from './use-axis.ts';

/** Brings the whole of an axis into sight, and the chart back exactly as it was seen before. */
export function useAxisSight(
  drawing: Drawing | null,
  model: ChartModel | null,
  axis: ShownAxis | null,
): void {
  const laid = axis?.look === 'line' ? axis.laid : null;
  const bounds = useRef(model?.bounds);
  bounds.current = model?.bounds;
  /** Where from it was seen; null: all of it. */
  const before = useRef<{ readonly standpoint: Standpoint | null } | null>(null);
  useEffect(() => {
    if (!drawing) return;
    if (laid) {
      before.current ??= { standpoint: useChartLook.getState().standpoint };
      drawing.fitAll(laid.bounds);
    } else if (before.current) {
      const { standpoint } = before.current;
      before.current = null;
      if (standpoint) drawing.goTo(standpoint);
      else if (bounds.current) drawing.fitAll(bounds.current);
    }
  }, [drawing, laid]);
}
