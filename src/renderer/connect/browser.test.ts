import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { implement } from '@orpc/server';
import { RPCHandler } from '@orpc/server/ws';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { WebSocketServer } from 'ws';
import { contract } from '../../contract/contract.ts';
import { type HostState, hostContract } from '../../contract/host.ts';
import { connectBrowser } from './browser.ts';
import type { Reach } from './connection.ts';

/** A host and its engines as a tab meets them: sockets that can be cut, states that can be told. */
class FakeServer {
  readonly http: Server = createServer();
  readonly sockets = new WebSocketServer({ server: this.http });
  readonly asked: string[] = [];
  state: HostState = vaultOpen('/a', { is: 'running', run: 1 });
  readonly #tellers = new Set<(state: HostState) => void>();
  #port = 0;

  constructor() {
    this.sockets.on('connection', (socket, request) => {
      const router = request.url?.endsWith('host') ? this.#host() : this.#engine();
      void new RPCHandler(router as never).upgrade(socket as never);
    });
  }

  async listen(): Promise<void> {
    await new Promise<void>((resolve) => this.http.listen(this.#port, '127.0.0.1', resolve));
    this.#port = (this.http.address() as AddressInfo).port;
  }

  readonly at = (path: string) => new WebSocket(`ws://127.0.0.1:${this.#port}/${path}`);

  tell(state: HostState): void {
    this.state = state;
    for (const teller of this.#tellers) teller(state);
  }

  async close(): Promise<void> {
    for (const client of this.sockets.clients) client.terminate();
    await new Promise<void>((resolve) => this.http.close(() => resolve()));
  }

  #host() {
    const os = implement(hostContract);
    const server = this;
    return {
      state: os.state.handler(async function* () {
        const waiting: HostState[] = [server.state];
        let wake = () => {};
        const teller = (state: HostState) => {
          waiting.push(state);
          wake();
        };
        server.#tellers.add(teller);
        try {
          for (;;) {
            while (waiting.length > 0) yield waiting.shift()!;
            await new Promise<void>((resolve) => {
              wake = resolve;
            });
          }
        } finally {
          server.#tellers.delete(teller);
        }
      }),
      recall: os.recall.handler(({ input }) => `kept under ${input.key}`),
    };
  }

  #engine() {
    const os = implement(contract);
    const vault = this.state.vault?.path;
    return {
      notes: os.notes.handler(() => {
        this.asked.push(`notes of ${vault}`);
        return { notes: [] };
      }),
    };
  }
}

const vaultOpen = (path: string, engine: HostState['engine']): HostState => ({
  vault: { path, name: path, sample: false },
  engine,
  recent: [],
  notices: [],
});

let server: FakeServer;
beforeEach(async () => {
  server = new FakeServer();
  await server.listen();
});
afterEach(() => server.close());

describe('the page in a tab', () => {
  it('reaches the host, and the engine that it says is running', async () => {
    const { host, engine } = connectBrowser(server.at);
    expect(await host.recall({ key: 'x' })).toBe('kept under x');
    expect(await engine.notes()).toEqual({ notes: [] });
    expect(server.asked).toEqual(['notes of /a']);
  });

  it('waits while the engine starts again, and reaches the next one', async () => {
    const { engine, watch } = connectBrowser(server.at);
    const states: string[] = [];
    watch(({ state }) => state && states.push(state.engine.is));
    await engine.notes();
    server.tell(vaultOpen('/a', { is: 'restarting', attempt: 1, seconds: 1 }));
    await expect.poll(() => states.at(-1)).toBe('restarting');
    const waiting = engine.notes();
    server.tell(vaultOpen('/a', { is: 'running', run: 2 }));
    expect(await waiting).toEqual({ notes: [] });
    expect(server.asked).toHaveLength(2);
  });

  it('says why the engine cannot be opened', async () => {
    server.state = vaultOpen('/a', { is: 'failed', code: 'VAULT_NOT_FOUND', params: { path: '/a' } });
    const { engine } = connectBrowser(server.at);
    await expect(engine.notes()).rejects.toMatchObject({ code: 'VAULT_NOT_FOUND', params: { path: '/a' } });
  });

  it('ends what was asked of one vault when another one is opened', async () => {
    server.state = vaultOpen('/a', { is: 'starting' });
    const { engine, watch } = connectBrowser(server.at);
    const reached: Reach[] = [];
    watch((reach) => reached.push(reach));
    await expect.poll(() => reached.at(-1)?.state?.vault?.path).toBe('/a');
    const old = engine.notes();
    server.tell(vaultOpen('/b', { is: 'running', run: 1 }));
    await expect(old).rejects.toMatchObject({ code: 'CANCELLED' });
    await engine.notes();
    expect(server.asked).toEqual(['notes of /b']);
  });

  it('says that the host is lost, tries again, and goes on where it was', async () => {
    const { host, engine, watch } = connectBrowser(server.at);
    const lost: boolean[] = [];
    watch((reach) => lost.push(reach.lost));
    await engine.notes();
    for (const client of server.sockets.clients) client.terminate();
    await expect.poll(() => lost.at(-1)).toBe(true);
    await expect.poll(() => lost.at(-1), { timeout: 5_000 }).toBe(false);
    expect(await host.recall({ key: 'y' })).toBe('kept under y');
    expect(await engine.notes()).toEqual({ notes: [] });
  });
});
