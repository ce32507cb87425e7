import type { ComponentType } from 'react';
import type { EngineClient } from '../../../contract/client.ts';
import { atRest } from '../../ui/at-rest.ts';

let view: ComponentType | null = null;

/** The chart's view, once it and its drawing library have been fetched. */
export const fetchedChart = (): ComponentType | null => view;

/** Fetches the chart's view with its drawing library. */
export async function fetchChart(): Promise<{ readonly default: ComponentType }> {
  const fetched = await import('./ChartView.tsx');
  view = fetched.default;
  return fetched;
}

/** Milliseconds after the first note is shown: whoever opens a vault to read has what they came for by then. */
const AFTER = 2_500;

/** Milliseconds for which nothing was clicked, typed or scrolled. */
const CALM = 800;

/** Has the chart's code and a kept chart ready before they are asked for, once the page has nothing else to do. */
export function fetchChartWhileIdle(engine: EngineClient, language: string): () => void {
  const ended = new AbortController();
  const { signal } = ended;
  const idle = () => atRest(CALM, signal);
  const timer = setTimeout(async () => {
    await idle();
    if (signal.aborted) return;
    // What cannot be fetched now is fetched, or complained about, when it is shown.
    await fetchChart()
      .then(idle)
      .then(() => import('./prepare.ts'))
      .then(async ({ prepareChart }) => {
        if (!signal.aborted) await prepareChart(engine, language, idle, signal);
      })
      .catch(() => {});
  }, AFTER);
  return () => {
    clearTimeout(timer);
    ended.abort();
  };
}
