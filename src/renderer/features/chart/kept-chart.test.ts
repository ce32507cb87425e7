import { beforeEach, describe, expect, it } from 'vitest';
import { encodePlaces } from '../../../common/chart-places.ts';
import type { ChartState } from '../../../contract/chart.ts';
import type { EngineClient } from '../../../contract/client.ts';
import { followed, forgetChart, keepChart, keptChart, modelOf } from './kept-chart.ts';
import { prepareChart } from './prepare.ts';

const REGION = {
  id: 4,
  parent: null,
  words: ['mar', 'costa'],
  name: null,
  colour: null,
  hidden: false,
  notes: 2,
} as const;
const STATE: ChartState = {
  version: 1,
  notes: 2,
  regions: [{ ...REGION, words: [...REGION.words] }],
  working: null,
  drift: 0,
  coverage: 1,
};
const PLACES = {
  paths: ['mar/a.md', 'mar/b.md'],
  positions: Float32Array.of(0, 1, 2, 3),
  regions: Int32Array.of(4, 4),
  parts: Int32Array.of(-1, -1),
  links: Uint32Array.of(0, 1),
};
const NOBODY = new Map();

/** An engine whose chart is in one state; what it was asked for. */
function engineWith(state: ChartState) {
  const asked: unknown[] = [];
  let listening = 0;
  const engine = {
    chart: async (input: unknown) => {
      asked.push(input);
      return (async function* () {
        listening++;
        try {
          yield state;
          await new Promise(() => {});
        } finally {
          listening--;
        }
      })();
    },
    chartPlaces: async () => new Blob([encodePlaces(PLACES)]),
  } as unknown as Pick<EngineClient, 'chart' | 'chartPlaces'>;
  return { engine, asked, listening: () => listening };
}

const prepare = (engine: Pick<EngineClient, 'chart' | 'chartPlaces'>) =>
  prepareChart(engine, 'es', async () => {}, new AbortController().signal);

beforeEach(forgetChart);

describe('the chart while it is not looked at', () => {
  it('is fetched as it is kept, once, and nobody listens on', async () => {
    const { engine, asked, listening } = engineWith(STATE);
    await prepare(engine);
    expect(asked).toEqual([{ language: 'es', asKept: true }]);
    expect(keptChart('es')?.state).toBe(STATE);
    expect(keptChart('es')?.places).toEqual(PLACES);
    expect(keptChart('en')).toBeNull();
    expect(listening()).toBe(0);
  });

  it('stays unknown where none was ever made', async () => {
    await prepare(engineWith({ ...STATE, version: 0, notes: 0, regions: [] }).engine);
    expect(keptChart('es')).toBeNull();
  });

  it('is not taken from whoever has looked at it meanwhile', async () => {
    const newer = { ...STATE, version: 7 };
    keepChart({ language: 'es', state: newer, places: PLACES });
    await prepare(engineWith(STATE).engine);
    expect(keptChart('es')?.state).toBe(newer);
  });

  it('is made into a model once, and anew when any of it is another', () => {
    const model = modelOf(PLACES, STATE.regions, NOBODY);
    expect(modelOf(PLACES, STATE.regions, NOBODY)).toBe(model);
    expect(modelOf(PLACES, [...STATE.regions], NOBODY)).not.toBe(model);
    expect(modelOf({ ...PLACES }, STATE.regions, NOBODY)).not.toBe(model);
  });

  it('keeps its regions as long as nothing of them has changed', () => {
    const same = structuredClone({ ...STATE, drift: 0.5 });
    expect(followed(STATE, same)).toMatchObject({ drift: 0.5 });
    expect(followed(STATE, same).regions).toBe(STATE.regions);
    const other = { ...STATE, regions: [{ ...STATE.regions[0]!, hidden: true }] };
    expect(followed(STATE, other)).toBe(other);
    expect(followed(null, STATE)).toBe(STATE);
  });
});
