import type { Atlas, AtlasParts } from './atlas/atlas.ts';
import type { ReadBack } from './atlas/regions/names.ts';
import type { TextTools } from './embed/text-tools.ts';
import type { IndexListener } from './indexing/ports.ts';
import type { Handlers } from './router.ts';

type ChartParts = Omit<AtlasParts, 'readBack'> & { readonly tools: () => Promise<TextTools> };

/** The chart, loaded when it is first asked for: who only reads never waits for it. */
export class ChartHandle {
  readonly #parts: ChartParts;
  #atlas: Atlas | null = null;
  #loading: Promise<Atlas> | null = null;
  #closed = false;

  constructor(parts: ChartParts) {
    this.#parts = parts;
  }

  get(): Promise<Atlas> {
    this.#loading ??= import('./atlas/atlas.ts').then(async ({ Atlas }) => {
      const { tools, ...parts } = this.#parts;
      this.#atlas = new Atlas({ ...parts, readBack: () => readBack(tools) });
      if (this.#closed) this.#atlas.close();
      return this.#atlas;
    });
    return this.#loading;
  }

  get listener(): IndexListener {
    return {
      noteChanged: (id) => this.#atlas?.noteChanged(id),
      noteRemoved: (id) => this.#atlas?.noteChanged(id),
      noteTouched: () => {},
      linksChanged: () => {},
      vectorsAdded: () => this.#atlas?.vectorsAdded(),
      idle: () => this.#atlas?.idle(),
    };
  }

  close(): void {
    this.#closed = true;
    this.#atlas?.close();
  }
}

/** What finds words for regions; null where the model's word table cannot be read. */
async function readBack(tools: ChartParts['tools']): Promise<ReadBack | null> {
  const { readBackBy } = await import('./atlas/regions/naming/read-back.ts');
  return tools().then(readBackBy, () => null);
}

/** The contract's methods about the chart. */
export function charting(
  chart: ChartHandle,
): Pick<Handlers, 'chart' | 'chartPlaces' | 'layOutChart' | 'changeRegion'> {
  return {
    async *chart(input, signal) {
      yield* (await chart.get()).listen(signal, input);
    },
    chartPlaces: async () => new Blob([(await chart.get()).packed()]),
    layOutChart: async (signal) => (await chart.get()).layOut(signal),
    changeRegion: async ({ id, ...change }) => {
      const said = Object.entries(change).filter(([, value]) => value !== undefined);
      (await chart.get()).changeRegion(id, Object.fromEntries(said));
    },
  };
}
