import { useEffect, useMemo, useRef, useState } from 'react';
import { useIntl } from 'react-intl';
import { type ChartPlaces, decodePlaces } from '../../../common/chart-places.ts';
import type { ChartState } from '../../../contract/chart.ts';
import { useEngine } from '../../app/context.ts';
import { type ChartModel, chartModel } from '../../chart/model.ts';
import { useNotes } from '../../state/notes.ts';

export interface ShownChart {
  readonly state: ChartState | null;
  /** Null before the first places are there. */
  readonly model: ChartModel | null;
  readonly error: unknown;
}

/** The chart of the vault, as the engine has it and follows it, for as long as it is looked at. */
export function useChart(): ShownChart {
  const engine = useEngine();
  const byPath = useNotes((s) => s.byPath);
  const language = new Intl.Locale(useIntl().locale).language;
  const [state, setState] = useState<ChartState | null>(null);
  const [places, setPlaces] = useState<ChartPlaces | null>(null);
  const [error, setError] = useState<unknown>(null);
  const ahead = useRef<{ readonly version: number; readonly places: Promise<Blob> } | null>(null);

  useEffect(() => {
    const ended = new AbortController();
    const { signal } = ended;
    void (async () => {
      const states = engine.chart({ language }, { signal });
      // Asked for at once, and answered after the first state: places are there as soon as it is.
      const early = engine.chartPlaces(undefined, { signal });
      early.catch(() => {});
      let first = true;
      for await (const next of await states) {
        if (first) ahead.current = { version: next.version, places: early };
        first = false;
        setState(next);
        setError(null);
      }
    })().catch((thrown) => signal.aborted || setError(thrown));
    return () => ended.abort();
  }, [engine, language]);

  const version = state?.version ?? 0;
  useEffect(() => {
    if (version === 0) return;
    const ended = new AbortController();
    void (async () => {
      const asked = ahead.current?.version === version ? ahead.current.places : null;
      ahead.current = null;
      const blob = await (asked ?? engine.chartPlaces(undefined, { signal: ended.signal }));
      const bytes = await blob.arrayBuffer();
      if (!ended.signal.aborted) setPlaces(decodePlaces(bytes));
    })().catch((thrown) => ended.signal.aborted || setError(thrown));
    return () => ended.abort();
  }, [engine, version]);

  const regions = state?.regions;
  const model = useMemo(
    () => (places && regions ? chartModel(places, regions, byPath) : null),
    [places, regions, byPath],
  );
  return { state, model, error };
}
