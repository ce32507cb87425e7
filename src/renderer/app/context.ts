import { createContext, useContext } from 'react';
import type { Connection } from '../connect/connection.ts';
import type { Memory } from '../state/remember.ts';

export const ConnectionContext = createContext<(Connection & { readonly memory: Memory }) | null>(null);

function useConnection() {
  const connection = useContext(ConnectionContext);
  if (!connection) throw new Error('no connection around this component');
  return connection;
}

/** The engine of the open vault: calls wait while it starts or starts again. */
export const useEngine = () => useConnection().engine;

/** The program around the page. */
export const useHost = () => useConnection().host;

/** What the page remembers between its starts. */
export const useMemory = () => useConnection().memory;

/** The engine and the host together, and what is known of them. */
export const useBoth = useConnection;
