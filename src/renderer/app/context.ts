import { createContext, useContext } from 'react';
import type { Connection } from '../connect/connection.ts';

export const ConnectionContext = createContext<Connection | null>(null);

function useConnection(): Connection {
  const connection = useContext(ConnectionContext);
  if (!connection) throw new Error('no connection around this component');
  return connection;
}

/** The engine of the open vault: calls wait while it starts or starts again. */
export const useEngine = () => useConnection().engine;

/** The program around the page. */
export const useHost = () => useConnection().host;
