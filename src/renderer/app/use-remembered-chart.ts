import { useEffect } from 'react';
import { COLOURINGS, type Colouring } from '../chart/colouring.ts';
import type { Standpoint } from '../chart/drawing.ts';
import { type ChartLook, type MiddleView, useChartLook } from '../state/chart.ts';
import { useMemory } from './context.ts';

const VIEWS: readonly MiddleView[] = ['note', 'chart', 'both'];

/** Brings the vault's chart back as it was looked at, and remembers it from then on. */
export function useRememberedChart(vault: string): void {
  const memory = useMemory();
  useEffect(() => {
    const key = `chart ${vault}`;
    let ended = false;
    let stop = () => {};
    void memory.recall(key).then((value) => {
      if (ended) return;
      useChartLook.setState(saneLook(value));
      stop = useChartLook.subscribe(({ view, colouring, links, grounds, standpoint }) =>
        memory.remember(key, { view, colouring, links, grounds, standpoint } satisfies ChartLook),
      );
    });
    return () => {
      ended = true;
      stop();
    };
  }, [memory, vault]);
}

/** What of a remembered value can be used; another vault begins as any does. */
export function saneLook(value: unknown): ChartLook {
  const { view, colouring, links, grounds, standpoint } = (value ?? {}) as Partial<
    Record<keyof ChartLook, unknown>
  >;
  return {
    view: VIEWS.includes(view as MiddleView) ? (view as MiddleView) : 'note',
    colouring: COLOURINGS.includes(colouring as Colouring) ? (colouring as Colouring) : 'region',
    links: links === true,
    grounds: grounds !== false,
    standpoint: isStandpoint(standpoint) ? standpoint : null,
  };
}

const isStandpoint = (value: unknown): value is Standpoint =>
  typeof value === 'object' &&
  value !== null &&
  ['x', 'y', 'zoom'].every((key) => Number.isFinite((value as Record<string, unknown>)[key]));
