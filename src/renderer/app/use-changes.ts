import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { tellChanges } from '../state/changes.ts';
import { useEngine } from './context.ts';

/** Listens to the engine's changes, once for all parts of the page; answers that may have changed are asked anew. */
export function useChanges(): void {
  const engine = useEngine();
  const queries = useQueryClient();
  useEffect(() => {
    const ended = new AbortController();
    void (async () => {
      for await (const changes of await engine.changes(undefined, { signal: ended.signal })) {
        tellChanges(changes);
        // An engine that comes after another one may know more, or less, of everything.
        if (changes.everything) void queries.invalidateQueries();
      }
    })().catch(() => {});
    return () => ended.abort();
  }, [engine, queries]);
}
