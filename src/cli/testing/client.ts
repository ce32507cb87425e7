import { PortolanError } from '../../common/errors.ts';
import type { EngineClient } from '../../contract/client.ts';
import { createInProcessClient } from '../../engine/client.ts';
import { createRouter, type Handlers } from '../../engine/router.ts';
import { axisResult, duplicatesResult } from './algebra-data.ts';
import { indexResult, progress, searchResult, status } from './contract-data.ts';

/** A client of the real contract, validation and error codec included, whose handlers a test writes itself. */
export function clientOf(handlers: Partial<Handlers>): EngineClient {
  return createInProcessClient(
    createRouter({
      related: async ({ note }) => notThere(note),
      relatedPassages: async ({ note }) => notThere(note),
      notes: async () => ({ notes: [] }),
      headings: async () => ({ notes: [] }),
      note: async ({ note }) => notThere(note),
      backlinks: async ({ note }) => notThere(note),
      attachment: async ({ path }) => {
        throw new PortolanError('ATTACHMENT_NOT_FOUND', { path });
      },
      async *changes() {},
      async *chart() {},
      chartPlaces: async () => new Blob([]),
      async layOutChart() {},
      changeRegion() {},
      neighbourhood: async ({ note }) => notThere(note),
      search: async () => searchResult([]),
      algebra: async () => ({ terms: [], hits: [], leftOut: [], coverage: 1 }),
      duplicates: async () => duplicatesResult([]),
      axis: async () => axisResult([]),
      axisPlaces: async () => new Blob([]),
      status: async () => status(),
      ledger: async () => [],
      index: async () => indexResult(),
      async *progress() {
        yield progress({ phase: 'idle' });
      },
      pause() {},
      resume() {},
      retry() {},
      ...handlers,
    }),
  );
}

function notThere(name: string): never {
  throw new PortolanError('NOTE_NOT_FOUND', { name, hint: 'there is none.' });
}
