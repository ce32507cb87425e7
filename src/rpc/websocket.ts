import { RPCLink } from '@orpc/client/websocket';
import type { EngineClient } from '../contract/client.ts';
import { type AnyClient, clientOver } from './client.ts';

/** What of a WebSocket is needed: browsers have it, and so has Node. */
export type Socket = Pick<WebSocket, 'addEventListener' | 'removeEventListener' | 'send' | 'readyState'> & {
  binaryType: string;
};

const CLOSING = 2;

/** A contract as a client of the server at the other end. Calls made while the socket opens wait for it. */
export function connectSocket<Client extends AnyClient = EngineClient>(socket: Socket): Client {
  // Blobs would have to be read first, and what comes after them would overtake them.
  socket.binaryType = 'arraybuffer';
  const link = new RPCLink<Record<never, never>>({ websocket: socket });
  return clientOver<Client>({ call: link.call.bind(link), closed: () => socket.readyState >= CLOSING });
}
