import type { IncomingMessage, Server } from 'node:http';
import type { Duplex } from 'node:stream';
import { type RawData, type WebSocket, WebSocketServer } from 'ws';
import type { Host } from '../host/host.ts';
import type { HostRouter } from '../host/router.ts';
import { onClose, onMessage } from '../rpc/message-port.ts';
import { type ServedSocket, serveSocket } from '../rpc/serve.ts';
import type { Access } from './access.ts';

/** Bytes of one message of a page: it asks, it does not upload. */
const MOST_OF_A_MESSAGE = 1024 * 1024;
/** Pages, two sockets each, that may be open at once. */
const MOST_SOCKETS = 64;
/** WebSocket's code for a service that is started again. */
const ENGINE_GONE = 1012;

/** The two ways in: `host` to this process, `engine` to a session of its own with the engine's. */
export function acceptSockets(
  server: Server,
  access: Access,
  host: Pick<Host, 'connectEngine'>,
  router: HostRouter,
): WebSocketServer {
  const sockets = new WebSocketServer({
    noServer: true,
    maxPayload: MOST_OF_A_MESSAGE,
    perMessageDeflate: false,
    clientTracking: true,
  });
  server.on('upgrade', (request, socket, head) => {
    socket.on('error', () => socket.destroy());
    const { pathname } = URL.parse(request.url ?? '', 'http://localhost') ?? {};
    const status = refusal(request, access, sockets.clients.size);
    if (status !== null) refuse(socket, status);
    else if (pathname === `${access.base}host`)
      sockets.handleUpgrade(request, socket, head, (ws) => serveSocket(router, asServed(ws)));
    else if (pathname === `${access.base}engine`)
      sockets.handleUpgrade(request, socket, head, (ws) => pump(ws, host));
    else refuse(socket, 404);
  });
  return sockets;
}

/** Why a page may not connect, as a status; null when it may. */
function refusal(request: IncomingMessage, access: Access, open: number): number | null {
  if (!access.isForUs(request)) return 421;
  if (!access.isFromOurPage(request)) return 403;
  if (!access.hasCookie(request)) return 401;
  return open >= MOST_SOCKETS ? 503 : null;
}

function refuse(socket: Duplex, status: number): void {
  socket.end(`HTTP/1.1 ${status} Refused\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`);
}

/** Passes everything on between a page and its session, unread, until either ends. */
function pump(ws: WebSocket, host: Pick<Host, 'connectEngine'>): void {
  const session = host.connectEngine();
  if (!session) {
    ws.close(ENGINE_GONE);
    return;
  }
  onMessage(session, (data) => ws.send(data as string | Uint8Array));
  onClose(session, () => ws.close(ENGINE_GONE));
  ws.on('message', (data: RawData, isBinary: boolean) =>
    session.postMessage(isBinary ? data : (data as Buffer).toString('utf8')),
  );
  ws.on('close', () => session.close());
  ws.on('error', () => ws.terminate());
}

function asServed(ws: WebSocket): ServedSocket {
  ws.on('error', () => ws.terminate());
  return ws as unknown as ServedSocket;
}
