import { type MessagePortMainLike, RPCLink } from '@orpc/client/message-port';
import type { Router } from '@orpc/server';
import { RPCHandler } from '@orpc/server/message-port';
import type { EngineClient } from '../contract/client.ts';
import { clientOver } from './client.ts';

/** What of a port is needed: those of browsers, of Node's workers, of Electron's main process, and `ipcPort`. */
export type Port = MessagePortMainLike | MessagePortLike;

export interface MessagePortLike {
  addEventListener(type: 'message' | 'close', listener: (event: { readonly data?: unknown }) => void): void;
  postMessage(data: unknown): void;
  start?(): void;
}

type AnyRouter = Router<never, Record<never, never>>;

/** The contract as a client of whoever serves it at the other end of the port. */
export function connectPort(port: Port): EngineClient {
  let closed = false;
  const link = new RPCLink<Record<never, never>>({ port: port as MessagePortMainLike });
  onClose(port, () => {
    closed = true;
  });
  start(port);
  return clientOver({ call: link.call.bind(link), closed: () => closed });
}

/** Serves the contract to the other end of the port, until it closes. */
export function servePort(router: unknown, port: Port): void {
  new RPCHandler(router as AnyRouter).upgrade(port as MessagePortMainLike);
  start(port);
}

function onClose(port: Port, listener: () => void): void {
  if ('addEventListener' in port) port.addEventListener('close', listener);
  else port.on('close', listener);
}

/** Ports hold messages back until they are started; those that cannot be started do not. */
function start(port: Port): void {
  (port as { start?: () => void }).start?.();
}
