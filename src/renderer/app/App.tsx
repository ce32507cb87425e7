import { QueryClientProvider } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import type { Connection } from '../connect/connection.ts';
import { firstSight } from '../state/first-sight.ts';
import { createMemory } from '../state/remember.ts';
import { ConnectionContext } from './context.ts';
import { ErrorBoundary } from './ErrorBoundary.tsx';
import { Language } from './Language.tsx';
import { Page } from './Page.tsx';
import { createQueries } from './queries.ts';

/** The whole page: everything that its parts find around them. */
export function App({ connection }: { readonly connection: Connection }) {
  const [both] = useState(() => ({
    ...connection,
    engine: firstSight.before(connection.engine),
    memory: createMemory(connection.host),
  }));
  const [queries] = useState(createQueries);
  useEffect(() => {
    addEventListener('pagehide', both.memory.flush);
    return () => removeEventListener('pagehide', both.memory.flush);
  }, [both]);
  return (
    <ConnectionContext value={both}>
      <QueryClientProvider client={queries}>
        <Language>
          <ErrorBoundary>
            <Page />
          </ErrorBoundary>
        </Language>
      </QueryClientProvider>
    </ConnectionContext>
  );
}
