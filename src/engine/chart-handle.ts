import type { Atlas, AtlasParts } from './atlas/atlas.ts';
import type { IndexListener } from './indexing/ports.ts';
import type { Handlers } from './router.ts';

/** The chart, loaded when it is first asked for: who only reads never waits for it. */
export class ChartHandle {
  readonly #parts: AtlasParts;
  #atlas: Atlas | null = null;
  #loading: Promise<Atlas> | null = null;
  #closed = false;

  constructor(parts: AtlasParts) {
    this.#parts = parts;
  }

  get(): Promise<Atlas> {
    this.#loading ??= import('./atlas/atlas.ts').then(async ({ Atlas }) => {
      this.#atlas = new Atlas(this.#parts);
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

/** The contract's methods about the chart. */
export function charting(
  chart: ChartHandle,
): Pick<Handlers, 'chart' | 'chartPlaces' | 'layOutChart' | 'changeRegion'> {
  return {
    async *chart(signal) {
      yield* (await chart.get()).listen(signal);
    },
    chartPlaces: async () => new Blob([(await chart.get()).packed()]),
    layOutChart: async (signal) => (await chart.get()).layOut(signal),
    changeRegion: async ({ id, ...change }) => {
      const said = Object.entries(change).filter(([, value]) => value !== undefined);
      (await chart.get()).changeRegion(id, Object.fromEntries(said));
    },
  };
}
