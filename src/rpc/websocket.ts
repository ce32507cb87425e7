import { RPCLink } from '@orpc/client/websocket';
import type { Router } from '@orpc/server';
import { RPCHandler } from '@orpc/server/ws';
import type { EngineClient } from '../contract/client.ts';
import { clientOver } from './client.ts';

/** What of a WebSocket is needed: browsers have it, Node has it, and so has the package `ws`. */
export type Socket = Pick<WebSocket, 'addEventListener' | 'removeEventListener' | 'send' | 'readyState'>;

const CLOSING = 2;

/** The contract as a client of the server at the other end. Calls made while the socket opens wait for it. */
export function connectSocket(socket: Socket): EngineClient {
  const link = new RPCLink<Record<never, never>>({ websocket: socket });
  return clientOver({ call: link.call.bind(link), closed: () => socket.readyState >= CLOSING });
}

/** Serves the contract to one client, until its socket closes. */
export function serveSocket(router: unknown, socket: Pick<WebSocket, 'addEventListener' | 'send'>): void {
  const handler = new RPCHandler(router as Router<never, Record<never, never>>);
  void handler.upgrade(socket as unknown as Parameters<typeof handler.upgrade>[0]);
}
