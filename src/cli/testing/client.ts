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
      related: async ({ note }) => {
        throw new PortolanError('NOTE_NOT_FOUND', { name: note, hint: 'there is none.' });
      },
      search: async () => searchResult([]),
      algebra: async () => ({ terms: [], hits: [], leftOut: [], coverage: 1 }),
      duplicates: async () => duplicatesResult([]),
      axis: async () => axisResult([]),
      status: async () => status(),
      ledger: async () => [],
      index: async () => indexResult(),
      async *progress() {
        yield progress({ phase: 'idle' });
      },
      pause() {},
      resume() {},
      ...handlers,
    }),
  );
}
