import { useEffect, useMemo, useRef, useState } from 'react';
import { useIntl } from 'react-intl';
import { type ChartPlaces, decodePlaces } from '../../../common/chart-places.ts';
import type { ChartState } from '../../../contract/chart.ts';
import { useEngine } from '../../app/context.ts';
import type { ChartModel } from '../../chart/model.ts';
import { useNotes } from '../../state/notes.ts';
import { followed, keepChart, keptChart, modelOf } from './kept-chart.ts';

export interface ShownChart {
  readonly state: ChartState | null;
  /** Null before the first places are there. */
  readonly model: ChartModel | null;
  readonly error: unknown;
}

interface Placed {
  readonly version: number;
  readonly places: ChartPlaces;
}

/** The chart of the vault, as the engine has it and follows it, for as long as it is looked at; first as it is known. */
export function useChart(): ShownChart {
  const engine = useEngine();
  const byPath = useNotes((s) => s.byPath);
  const language = new Intl.Locale(useIntl().locale).language;
  const [state, setState] = useState<ChartState | null>(() => keptChart(language)?.state ?? null);
  const [placed, setPlaced] = useState<Placed | null>(() => {
    const kept = keptChart(language);
    return kept && { version: kept.state.version, places: kept.places };
  });
  const [error, setError] = useState<unknown>(null);
  const ahead = useRef<{ readonly version: number; readonly places: Promise<Blob> } | null>(null);
  const known = useRef(placed);
  known.current = placed;

  useEffect(() => {
    const ended = new AbortController();
    const { signal } = ended;
    void (async () => {
      const states = engine.chart({ language }, { signal });
      // Asked for at once, and answered after the first state: places are there as soon as it is.
      const early = known.current ? null : engine.chartPlaces(undefined, { signal });
      early?.catch(() => {});
      let first = true;
      for await (const next of await states) {
        if (first && early) ahead.current = { version: next.version, places: early };
        first = false;
        setState((before) => followed(before, next));
        setError(null);
      }
    })().catch((thrown) => signal.aborted || setError(thrown));
    return () => ended.abort();
  }, [engine, language]);

  const version = state?.version ?? 0;
  useEffect(() => {
    if (version === 0 || version === known.current?.version) return;
    const ended = new AbortController();
    void (async () => {
      const asked = ahead.current?.version === version ? ahead.current.places : null;
      ahead.current = null;
      const blob = await (asked ?? engine.chartPlaces(undefined, { signal: ended.signal }));
      const bytes = await blob.arrayBuffer();
      if (!ended.signal.aborted) setPlaced({ version, places: decodePlaces(bytes) });
    })().catch((thrown) => ended.signal.aborted || setError(thrown));
    return () => ended.abort();
  }, [engine, version]);
  useEffect(() => {
    if (state && placed?.version === state.version)
      keepChart({ language, state: { ...state, working: null }, places: placed.places });
  }, [state, placed, language]);

  const regions = state?.regions;
  const model = useMemo(
    () => (placed && regions ? modelOf(placed.places, regions, byPath) : null),
    [placed, regions, byPath],
  );
  return { state, model, error };
}
