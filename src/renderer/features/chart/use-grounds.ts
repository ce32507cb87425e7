import { useEffect, useState } from 'react';
import { type Ground, groundsOf } from '../../chart/hulls.ts';
import type { ChartModel } from '../../chart/model.ts';

const NONE: readonly Ground[] = [];
/** Milliseconds after which a busy page draws them nevertheless, one region at a time. */
const PATIENCE = 500;

/**
 * What the regions of a chart lie on, worked out while the page has nothing else to do; until then, and while it is not
 * wanted, nothing.
 */
export function useGrounds(model: ChartModel, wanted: boolean): readonly Ground[] {
  const [made, setMade] = useState(NONE);
  // Names and colours of regions change nothing of where they lie.
  const { positions, regions } = model;
  useEffect(() => {
    if (!wanted) return;
    const steps = groundsOf(positions, regions);
    const grounds: Ground[] = [];
    const work = (idle: IdleDeadline) => {
      do {
        const { value, done } = steps.next();
        if (done) return setMade(grounds);
        grounds.push(...value);
      } while (idle.timeRemaining() > 5);
      due = requestIdleCallback(work, { timeout: PATIENCE });
    };
    let due = requestIdleCallback(work, { timeout: PATIENCE });
    return () => cancelIdleCallback(due);
  }, [positions, regions, wanted]);
  return wanted ? made : NONE;
}
