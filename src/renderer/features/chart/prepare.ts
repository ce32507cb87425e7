import { decodePlaces } from '../../../common/chart-places.ts';
import type { EngineClient } from '../../../contract/client.ts';
import { canDraw } from '../../chart/drawing.ts';
import { useNotes } from '../../state/notes.ts';
import { keepChart, keptChart, modelOf } from './kept-chart.ts';

/**
 * Has a chart that is kept in the index ready before it is asked for, a little at a time; one that was never looked at
 * stays unmade.
 * @param idle resolves when the page has nothing else to do
 */
export async function prepareChart(
  engine: Pick<EngineClient, 'chart' | 'chartPlaces'>,
  language: string,
  idle: () => Promise<void>,
  signal: AbortSignal,
): Promise<void> {
  const states = engine.chart({ language, asKept: true }, { signal });
  // Answered one after the other: the places are those of the first state, or of one that the page will hear of.
  const sent = engine.chartPlaces(undefined, { signal });
  sent.catch(() => {});
  for await (const state of await states) {
    if (state.notes > 0 && !keptChart(language)) {
      const places = decodePlaces(await (await sent).arrayBuffer());
      if (!keptChart(language)) keepChart({ language, state, places });
      await idle();
      modelOf(places, state.regions, useNotes.getState().byPath);
    }
    break;
  }
  if (!keptChart(language)) return;
  await idle();
  // The first canvas of this kind is slow to come: the browser starts what draws it.
  if (!signal.aborted) canDraw();
}
