import { type MessagePortMainLike, RPCLink } from '@orpc/client/message-port';
import type { EngineClient } from '../contract/client.ts';
import { type AnyClient, clientOver } from './client.ts';

/** What of a port is needed: those of browsers, of Node's workers, of Electron's main process, and sessions. */
export type Port = MessagePortMainLike | MessagePortLike;

export interface MessagePortLike {
  addEventListener(type: 'message' | 'close', listener: (event: { readonly data?: unknown }) => void): void;
  postMessage(data: unknown): void;
  start?(): void;
}

/** A port that whoever holds it can end; the other end hears of it, and so do this one's listeners. */
export type ClosingPort = MessagePortMainLike & { close(): void };

/** A contract as a client of whoever serves it at the other end of the port. */
export function connectPort<Client extends AnyClient = EngineClient>(port: Port): Client {
  let closed = false;
  const link = new RPCLink<Record<never, never>>({ port: port as MessagePortMainLike });
  onClose(port, () => {
    closed = true;
  });
  startPort(port);
  return clientOver<Client>({ call: link.call.bind(link), closed: () => closed });
}

/** Calls the listener with what every message brings. */
export function onMessage(port: Port, listener: (data: unknown) => void): void {
  if ('addEventListener' in port) port.addEventListener('message', (event) => listener(event.data));
  else port.on('message', (event) => listener(event?.data));
}

/** Calls the listener when the port closes. */
export function onClose(port: Port, listener: () => void): void {
  if ('addEventListener' in port) port.addEventListener('close', listener);
  else port.on('close', listener);
}

/** Ports hold messages back until they are started; those that cannot be started do not. */
export function startPort(port: Port): void {
  (port as { start?: () => void }).start?.();
}
