import { fork } from 'node:child_process';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { MessageChannel } from 'node:worker_threads';
import { WebSocketServer, WebSocket as WsSocket } from 'ws';
import type { EngineClient } from '../../src/contract/client.ts';
import type { EngineOptions } from '../../src/contract/engine-options.ts';
import { openEngine } from '../../src/engine/engine.ts';
import type { Host } from '../../src/host/host.ts';
import { createHostRouter } from '../../src/host/router.ts';
import { type IpcProcess, Sessions } from '../../src/rpc/child-process.ts';
import type { FromEngine } from '../../src/rpc/engine-protocol.ts';
import { connectPort } from '../../src/rpc/message-port.ts';
import { type ServedSocket, servePort, serveSocket } from '../../src/rpc/serve.ts';
import { connectSocket, type Socket } from '../../src/rpc/websocket.ts';
import { Access } from '../../src/server/access.ts';
import { acceptSockets } from '../../src/server/sockets.ts';

export interface Connected {
  readonly client: EngineClient;
  /** Ends the other side at once, as if it had died; not possible within one process. */
  readonly cut?: () => void;
  readonly close: () => Promise<void>;
}

/** Every way to an engine, by name. */
export const transports: Readonly<Record<string, (settings: EngineOptions) => Promise<Connected>>> = {
  async 'in-process'(settings) {
    const engine = await openEngine(settings);
    return { client: engine.client, close: () => engine.close() };
  },

  async 'message port'(settings) {
    const engine = await openEngine(settings);
    const { port1, port2 } = new MessageChannel();
    servePort(engine.router, port1);
    return {
      client: connectPort(port2),
      cut: () => port1.close(),
      async close() {
        port1.close();
        await engine.close();
      },
    };
  },

  async 'child process'(settings) {
    const { sessions, cut, close } = await startForked(settings);
    return { client: connectPort(sessions.connect()), cut, close };
  },

  /** As a browser's tab reaches it: through the host's socket, its messages passed on unread. */
  async 'a socket passed on to a child process'(settings) {
    const { sessions, cut, close } = await startForked(settings);
    const http = createServer();
    await new Promise<void>((resolve) => http.listen(0, '127.0.0.1', resolve));
    const { port } = http.address() as AddressInfo;
    const access = new Access(port);
    const host = { connectEngine: () => sessions.connect() };
    const sockets = acceptSockets(http, access, host, createHostRouter({ options: {} } as Host));
    const socket = new WsSocket(`ws://127.0.0.1:${port}${access.base}engine`, {
      origin: `http://127.0.0.1:${port}`,
      headers: { cookie: access.cookie.split(';')[0] },
    });
    return {
      client: connectSocket(socket as unknown as Socket),
      cut,
      async close() {
        for (const client of sockets.clients) client.terminate();
        await new Promise<void>((resolve) => http.close(() => resolve()));
        await close();
      },
    };
  },

  async websocket(settings) {
    const engine = await openEngine(settings);
    const http = createServer();
    const sockets = new WebSocketServer({ server: http });
    sockets.on('connection', (socket) => serveSocket(engine.router, socket as unknown as ServedSocket));
    await new Promise<void>((resolve) => http.listen(0, '127.0.0.1', resolve));
    const socket = new WebSocket(`ws://127.0.0.1:${(http.address() as AddressInfo).port}`);
    return {
      client: connectSocket(socket),
      cut: () => {
        for (const client of sockets.clients) client.terminate();
      },
      async close() {
        socket.close();
        for (const client of sockets.clients) client.terminate();
        sockets.close();
        await new Promise<void>((resolve) => http.close(() => resolve()));
        await engine.close();
      },
    };
  },
};

export interface Forked {
  readonly sessions: Sessions;
  readonly cut: () => void;
  readonly close: () => Promise<void>;
}

/** An engine in a process of its own, open and ready for any number of sessions. */
export async function startForked(settings: EngineOptions): Promise<Forked> {
  const script = path.join(import.meta.dirname, '../../src/server/engine-process.ts');
  const child = fork(script, { serialization: 'advanced' });
  const sessions = new Sessions(child as IpcProcess);
  const answer = new Promise<void>((resolve, reject) => {
    child.on('message', (message: FromEngine) => 'opened' in message && resolve());
    child.once('exit', (code) => reject(new Error(`ended with ${code}`)));
  });
  const gone = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  child.send({ open: settings });
  await answer;
  return {
    sessions,
    cut: () => child.kill('SIGKILL'),
    async close() {
      if (child.exitCode === null && child.signalCode === null) child.kill('SIGKILL');
      await gone;
    },
  };
}
