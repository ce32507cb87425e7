import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type ClientOptions, WebSocket } from 'ws';
import { startTestHost, type TestedHost } from '../../test/support/browser-host.ts';
import { TempVault } from '../../test/support/temp-vault.ts';
import { until } from '../../test/support/until.ts';
import type { EngineClient } from '../contract/client.ts';
import type { HostClient, HostState } from '../contract/host.ts';
import { connectSocket, type Socket } from '../rpc/websocket.ts';

let vault: TempVault;
let served: TestedHost;
let opened: WebSocket[];
beforeEach(async () => {
  vault = new TempVault({ 'Mareas.md': '# Mareas\n\nEl mar sube y baja.\n' });
  served = await startTestHost(vault);
  opened = [];
});
afterEach(async () => {
  for (const socket of opened) socket.terminate();
  await served.close();
  vault[Symbol.dispose]();
});

const dial = (path: string, options: ClientOptions = {}, headers = {}): WebSocket => {
  const url = `${served.origin.replace('http', 'ws')}${path}`;
  const socket = new WebSocket(url, {
    origin: served.origin,
    headers: { cookie: served.cookie, ...headers },
    ...options,
  });
  opened.push(socket);
  return socket;
};
const page = (name: string) => dial(`${served.base}${name}`);
const host = () => connectSocket<HostClient>(page('host') as unknown as Socket);
const engine = () => connectSocket<EngineClient>(page('engine') as unknown as Socket);

/** How the server answers an attempt: the status it refuses with, or 101. */
const answered = async (socket: WebSocket): Promise<number> => {
  const refused = new Promise<number>((resolve) => {
    socket.once('unexpected-response', (_, response) => {
      response.resume();
      resolve(response.statusCode!);
    });
  });
  const accepted = once(socket, 'open').then(() => 101);
  const failed = once(socket, 'error').then(([error]) => Number(/\d{3}/.exec(error.message)?.[0]));
  return Promise.race([refused, accepted, failed]);
};

describe('a socket', () => {
  it('is opened to the page, and to nothing that differs from it', async () => {
    expect(await answered(page('host'))).toBe(101);
    const path = `${served.base}host`;
    const port = new URL(served.origin).port;
    expect(await answered(dial(path, {}, { cookie: '' }))).toBe(401);
    expect(await answered(dial(path, {}, { cookie: `portolan-${port}=x` }))).toBe(401);
    for (const origin of [
      'http://evil.example',
      'null',
      `https://127.0.0.1:${port}`,
      `http://localhost:${port}`,
    ])
      expect(await answered(dial(path, { origin })), origin).toBe(403);
    expect(await answered(dial(path, { origin: undefined as unknown as string }))).toBe(403);
    for (const name of ['evil.example', `evil.example:${port}`, '127.0.0.1'])
      expect(await answered(dial(path, { origin: `http://${name}` }, { host: name })), name).toBe(421);
  });

  it('leads to host and engine only', async () => {
    for (const path of [
      '/',
      '/host',
      '/engine',
      served.base,
      `${served.base}index.html`,
      `${served.base}host/`,
    ])
      expect(await answered(dial(path)), path).toBe(404);
  });

  it('is closed when it sends too much, or what is no message', async () => {
    const large = page('host');
    await once(large, 'open');
    large.send('x'.repeat(1024 * 1024 + 1));
    expect((await once(large, 'close'))[0]).toBe(1009);
    const odd = page('host');
    await once(odd, 'open');
    odd.send('{ not json');
    expect((await once(odd, 'close'))[0]).toBe(1007);
    expect((await host().about()).version).toBe('1.2.3');
  });
});

describe('the host over a socket', { timeout: 60_000 }, () => {
  it('says what it can do, and streams its state to every page', async () => {
    const about = await host().about();
    expect(about).toMatchObject({ shell: 'browser', dialogs: false, version: '1.2.3' });
    expect(about.models.map(({ id }) => id)).toContain('all-MiniLM-L6-v2');

    const seen: HostState[] = [];
    void (async () => {
      for await (const state of await host().state()) seen.push(state);
    })().catch(() => {});
    await until(() => seen.length > 0, 'the state is told');
    expect(seen[0]).toMatchObject({ vault: null, engine: { is: 'none' } });
    await host().open({ path: vault.root });
    await until(() => seen.at(-1)?.engine.is === 'running', 'the engine runs');
    expect(seen.at(-1)).toMatchObject({ vault: { path: vault.root, name: 'vault', sample: false } });
    expect(seen.at(-1)!.recent.map(({ path }) => path)).toEqual([vault.root]);
  });

  it('has no engine to offer where no vault is open', async () => {
    const socket = page('engine');
    expect((await once(socket, 'close'))[0]).toBe(1012);
  });

  it('keeps the vault that is open where another cannot be', async () => {
    await host().open({ path: vault.root });
    await expect(host().open({ path: `${vault.root}-gone` })).rejects.toMatchObject({
      code: 'VAULT_NOT_FOUND',
    });
    expect(served.host.state.vault?.path).toBe(vault.root);
  });
});

describe('an engine that is killed while pages ask it', { timeout: 90_000 }, () => {
  it('ends their calls with a code, comes back, and answers again', async () => {
    await served.host.open(vault.root);
    const running = () => until(() => served.host.state.engine.is === 'running', 'the engine runs', 40_000);
    await running();
    const states: string[] = [];
    void (async () => {
      for await (const { engine } of await host().state()) states.push(engine.is);
    })().catch(() => {});
    const [one, two] = [engine(), engine()];
    await until(async () => (await one.status()).counts.indexed === 1, 'the note is indexed', 40_000);
    expect((await two.related({ note: 'Mareas' })).note.title).toBe('Mareas');

    const listening = (async () => {
      for await (const _ of await two.progress());
    })().catch((error) => error);
    await two.status();
    const asked = Array.from({ length: 20 }, () => one.status().catch((error) => error.code));
    served.engines[0]!.kill('SIGKILL');

    expect(new Set(await Promise.all(asked))).toContain('ENGINE_GONE');
    expect(await listening).toMatchObject({ code: 'ENGINE_GONE' });
    await expect(one.status()).rejects.toMatchObject({ code: 'ENGINE_GONE' });
    await until(() => served.engines.length === 2, 'another is started');
    await running();
    expect(served.host.state.engine).toEqual({ is: 'running', run: 2 });
    await expect(engine().status()).resolves.toMatchObject({ counts: { indexed: 1 } });
    await until(() => states.at(-1) === 'running', 'pages hear of it');
    expect(states).toContain('restarting');
  });
});

describe('the end', { timeout: 60_000 }, () => {
  it('comes within two seconds, with pages open, and ends the engine', async () => {
    await served.host.open(vault.root);
    await until(() => served.host.state.engine.is === 'running', 'the engine runs', 40_000);
    const sockets = [page('host'), page('engine')];
    await Promise.all(sockets.map((socket) => once(socket, 'open')));
    const closed = sockets.map((socket) => once(socket, 'close'));
    const begun = performance.now();
    await Promise.all([served.close(), served.close()]);
    expect(performance.now() - begun).toBeLessThan(3_500);
    await Promise.all(closed);
    // Within two seconds it ends by itself; on a machine that is slower than that, it is ended.
    const { exitCode, signalCode } = served.engines[0] as unknown as ChildProcess;
    expect(exitCode ?? signalCode).toBeOneOf([0, 'SIGKILL']);
    await expect(fetch(served.origin)).rejects.toThrow();
  });
});
