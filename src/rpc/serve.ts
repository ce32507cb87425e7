import type { Router } from '@orpc/server';
import { StandardRPCHandler } from '@orpc/server/standard';
import { createServerPeerHandleRequestFn } from '@orpc/server/standard-peer';
import { type EncodedMessage, ServerPeer } from '@orpc/standard-server-peer';
import { onClose, onMessage, type Port, startPort } from './message-port.ts';

/** What of a WebSocket is needed to serve its other end; the package `ws` has it. */
export interface ServedSocket {
  addEventListener(type: 'message', listener: (event: { readonly data: unknown }) => void): void;
  addEventListener(type: 'close', listener: () => void): void;
  send(data: string | Uint8Array): void;
  close(code?: number): void;
}

/** Serves a router to the other end of the port, until it closes. */
export function servePort(router: unknown, port: Port): void {
  const peer = peerOf(router, (message) => port.postMessage(message));
  // Whoever sends nonsense gets no answer, and disturbs nobody else.
  onMessage(port, (data) => void peer.receive(data).catch(() => {}));
  onClose(port, () => peer.close());
  startPort(port);
}

/** Serves a router to one client, until its socket closes. A message that is none closes it. */
export function serveSocket(router: unknown, socket: ServedSocket): void {
  const peer = peerOf(router, (message) => socket.send(message));
  socket.addEventListener('message', ({ data }) => {
    void peer.receive(data).catch(() => socket.close(UNREADABLE));
  });
  socket.addEventListener('close', () => peer.close());
}

/** WebSocket's code for data that is not what was agreed on. */
const UNREADABLE = 1007;

function peerOf(router: unknown, send: (message: string | Uint8Array) => void) {
  const handler = new StandardRPCHandler(router as Router<never, Record<never, never>>, {});
  const handle = createServerPeerHandleRequestFn(handler, { context: {} });
  const peer = new ServerPeer(async (message) => send(asSent(message)));
  return {
    receive: (data: unknown) => peer.message(data as EncodedMessage, handle),
    close: () => peer.close(),
  };
}

const asSent = (message: EncodedMessage): string | Uint8Array =>
  typeof message === 'string' || message instanceof Uint8Array
    ? message
    : new Uint8Array(message as ArrayBuffer);
