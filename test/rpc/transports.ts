import { type ChildProcess, fork } from 'node:child_process';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { MessageChannel } from 'node:worker_threads';
import { WebSocketServer } from 'ws';
import type { EngineClient } from '../../src/contract/client.ts';
import type { EngineOptions } from '../../src/contract/engine-options.ts';
import { openEngine } from '../../src/engine/engine.ts';
import { type IpcProcess, Sessions } from '../../src/rpc/child-process.ts';
import type { FromEngine } from '../../src/rpc/engine-protocol.ts';
import { connectPort } from '../../src/rpc/message-port.ts';
import { type ServedSocket, servePort, serveSocket } from '../../src/rpc/serve.ts';
import { connectSocket } from '../../src/rpc/websocket.ts';

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
    const child = forkEngine();
    const client = connectPort(new Sessions(child as IpcProcess).connect());
    const answer = new Promise<FromEngine>((resolve, reject) => {
      child.on('message', (message: FromEngine) => 'opened' in message && resolve(message));
      child.once('exit', (code) => reject(new Error(`ended with ${code}`)));
    });
    child.send({ open: settings });
    await answer;
    const gone = new Promise<void>((resolve) => child.once('exit', () => resolve()));
    return {
      client,
      cut: () => child.kill('SIGKILL'),
      async close() {
        if (child.exitCode === null && child.signalCode === null) child.kill('SIGKILL');
        await gone;
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

export function forkEngine(): ChildProcess {
  const script = path.join(import.meta.dirname, '../../src/server/engine-process.ts');
  return fork(script, { serialization: 'advanced' });
}
