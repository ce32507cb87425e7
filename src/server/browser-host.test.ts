import type { ChildProcess } from 'node:child_process';
import { request as ask, type IncomingHttpHeaders, type OutgoingHttpHeaders } from 'node:http';
import { connect } from 'node:net';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { PAGE, startTestHost, type TestedHost } from '../../test/support/browser-host.ts';
import { TempVault } from '../../test/support/temp-vault.ts';
import { PortolanError } from '../common/errors.ts';
import type { EngineProcess } from '../host/engine-supervisor.ts';
import { startBrowserHost } from './browser-host.ts';
import { spawnEngine } from './spawn-engine.ts';

let vault: TempVault;
let served: TestedHost;
beforeAll(async () => {
  vault = new TempVault({ 'Secreto.md': 'palabra clave', 'assets/foto.js': 'secret' });
  served = await startTestHost(vault);
});
afterAll(async () => {
  await served.close();
  vault[Symbol.dispose]();
});

interface Got {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

/** One request, its path sent as it is: `fetch` would tidy it up. */
function get(path: string, headers: OutgoingHttpHeaders = {}, method = 'GET'): Promise<Got> {
  const { hostname, port } = new URL(served.origin);
  return new Promise((resolve, reject) => {
    const asked = ask({ hostname, port, path, method, headers, agent: false }, async (answer) => {
      const body = await text(answer);
      resolve({ status: answer.statusCode!, headers: answer.headers, body });
    });
    asked.on('error', reject);
    asked.end();
  });
}
const known = (path: string, headers: OutgoingHttpHeaders = {}) =>
  get(`${served.base}${path}`, { cookie: served.cookie, ...headers });

describe('the token', () => {
  it('is exchanged for a cookie that no script reads and no other page sends, and leaves the address', async () => {
    const { pathname, search } = new URL(served.address);
    const { status, headers, body } = await get(pathname + search);
    expect(status).toBe(303);
    expect(body).toBe('');
    expect(headers.location).toMatch(/^\/[\w-]{32}\/$/);
    const port = new URL(served.origin).port;
    expect(headers['set-cookie']).toEqual([
      expect.stringMatching(
        new RegExp(`^portolan-${port}=[\\w-]{32}; Path=/[\\w-]{32}/; HttpOnly; SameSite=Strict$`),
      ),
    ]);
    expect(headers['cache-control']).toBe('no-store');
    expect(headers['referrer-policy']).toBe('no-referrer');
  });

  it('may be used again, for the same cookie: a second tab, a second browser', async () => {
    const { pathname, search } = new URL(served.address);
    const again = await get(pathname + search);
    expect(again.headers['set-cookie']![0]).toContain(served.cookie);
    expect(again.headers.location).toBe(served.base);
  });

  it('for a single opening is worth nothing afterwards', async () => {
    const { pathname, search } = new URL(served.addressOnce());
    const other = new URL(served.addressOnce());
    expect((await get(pathname + search)).headers['set-cookie']![0]).toContain(served.cookie);
    expect((await get(pathname + search)).status).toBe(401);
    expect((await get(other.pathname + other.search)).status).toBe(303);
  });

  it('is nothing but itself', async () => {
    const { token } = Object.fromEntries(new URL(served.address).searchParams);
    const wrong = `${token!.slice(0, -1)}${token!.endsWith('A') ? 'B' : 'A'}`;
    for (const path of [
      `/?token=${wrong}`,
      `/?token=${token!.slice(0, 10)}`,
      '/?token=',
      `/x?token=${token}`,
      `/?t=${token}`,
    ]) {
      const { status, headers } = await get(path);
      expect({ path, status }).toEqual({ path, status: 401 });
      expect(headers['set-cookie']).toBeUndefined();
    }
  });
});

describe('without the cookie', () => {
  it('there is nothing, whatever is asked for', async () => {
    const paths = [
      '/',
      served.base,
      `${served.base}index.html`,
      `${served.base}assets/index-a1b2c3d4.js`,
      '/host',
      '/x',
    ];
    for (const path of paths) {
      const answer = await get(path);
      expect({ path, status: answer.status }).toEqual({ path, status: 401 });
      expect(answer.body).toContain('Open the address');
      expect(answer.headers['set-cookie']).toBeUndefined();
    }
  });

  it.each([
    ['another value', () => `${served.cookie.split('=')[0]}=x`],
    ['an empty one', () => `${served.cookie.split('=')[0]}=`],
    ['another name', () => `portolan=${served.cookie.split('=')[1]}`],
    ['two of them', () => `${served.cookie}; ${served.cookie}`],
    ['part of another', () => `x${served.cookie}`],
  ])('%s is none', async (_, cookie) => {
    expect((await get(served.base, { cookie: cookie() })).status).toBe(401);
  });
});

describe('a click on the address in another page', () => {
  const led = { 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'navigate', 'sec-fetch-dest': 'document' };

  it('leads to nothing but a page that asks again, on its own account', async () => {
    const first = await get(served.base, led);
    expect(first.status).toBe(401);
    expect(first.body).toBe('<!doctype html><meta http-equiv="refresh" content="0"><title>Portolan</title>');
    const again = await get(served.base, { ...led, 'sec-fetch-site': 'same-origin' });
    expect(again.body).toContain('Open the address');
    for (const path of ['/', `${served.base}index.html`, `${served.base}assets/index-a1b2c3d4.js`])
      expect((await get(path, led)).body).toContain('Open the address');
    expect((await get(served.base, { ...led, 'sec-fetch-dest': 'iframe' })).body).toContain(
      'Open the address',
    );
  });
});

describe('the page', () => {
  it('is allowed to load itself and nothing else, word for word', async () => {
    const { status, headers, body } = await known('');
    expect(status).toBe(200);
    const nonce = /<meta property="csp-nonce" nonce="([^"]+)">/.exec(body)![1]!;
    const host = new URL(served.origin).host;
    expect(headers['content-security-policy']).toBe(
      `default-src 'none'; script-src 'self'; style-src 'self' 'nonce-${nonce}'; ` +
        `img-src 'self' blob: data: https: http:; media-src blob:; font-src 'self'; ` +
        `connect-src 'self' ws://${host}; worker-src 'self'; frame-src 'self'; base-uri 'none'; ` +
        `form-action 'none'; frame-ancestors 'none'`,
    );
    expect(headers).toMatchObject({
      'content-type': 'text/html; charset=utf-8',
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
      'cross-origin-opener-policy': 'same-origin',
      'cross-origin-resource-policy': 'same-origin',
      'cache-control': 'no-store',
    });
    expect(body).toContain('<title>Portolan</title>');
  });

  it('has a nonce of its own every time', async () => {
    const nonces = await Promise.all(
      Array.from({ length: 3 }, async () => /nonce="(\S+?)"/.exec((await known('')).body)![1]),
    );
    expect(new Set(nonces).size).toBe(3);
  });

  it('has files with their types, kept by the browser where their names say what is in them', async () => {
    const script = await known('assets/index-a1b2c3d4.js');
    expect(script.body).toBe(PAGE['assets/index-a1b2c3d4.js']);
    expect(script.headers).toMatchObject({
      'content-type': 'text/javascript; charset=utf-8',
      'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
      'cache-control': 'private, max-age=31536000, immutable',
    });
    expect((await known('index.html')).headers['cache-control']).toBe('no-store');
  });

  it('draws diagrams in a frame that reaches nothing, and whose scripts come without a cookie', async () => {
    const frame = await known('mermaid.html');
    expect(frame.headers['content-security-policy']).toContain('sandbox allow-scripts');
    expect(frame.headers['content-security-policy']).toContain("default-src 'none'");
    expect(frame.headers['content-security-policy']).not.toContain('connect-src');
    const asFrame = (path: string) => get(`${served.base}${path}`, { origin: 'null' });
    const script = await asFrame('assets/index-a1b2c3d4.js');
    expect(script.headers['access-control-allow-origin']).toBe('null');
    expect(script.body).toBe(PAGE['assets/index-a1b2c3d4.js']);
    for (const path of ['', 'index.html', 'mermaid.html', 'assets/none.js'])
      expect((await asFrame(path)).status, path).toBe(401);
    expect((await known('', { origin: 'null' })).status).toBe(401);
  });

  it('answers HEAD like GET, without the body', async () => {
    const head = await get(served.base, { cookie: served.cookie }, 'HEAD');
    const { length } = (await known('')).body;
    expect(head).toMatchObject({ status: 200, body: '' });
    expect(head.headers['content-length']).toBe(String(length));
  });
});

describe('no request becomes a path', () => {
  const vaultPath = () => vault.root;
  it.each([
    ['a file of the vault', () => 'Secreto.md'],
    ['a file beside the page', () => '../vault/Secreto.md'],
    ['percent-encoded dots', () => '%2e%2e/vault/Secreto.md'],
    ['percent-encoded slashes', () => '..%2fvault%2fSecreto.md'],
    ['double encoding', () => '%252e%252e%252fvault%252fSecreto.md'],
    ['backslashes', () => '..\\vault\\Secreto.md'],
    ['encoded backslashes', () => '..%5cvault%5cSecreto.md'],
    ['overlong dots', () => '%c0%ae%c0%ae/vault/Secreto.md'],
    ['an absolute path', () => vaultPath()],
    ['a doubled slash', () => `/${vaultPath()}/Secreto.md`],
    ['a file address', () => `file://${vaultPath()}/Secreto.md`],
    ['a null byte', () => 'index.html%00.js'],
    ['a trailing dot', () => 'index.html.'],
    ['other letters', () => 'INDEX.HTML'],
    ['a folder', () => 'assets'],
    ['a folder with its slash', () => 'assets/'],
    ['what is no part of a page', () => 'notes.md'],
    ['the source of the page', () => '.sources'],
    ['a name that every object has', () => '__proto__'],
    ['a method of the map', () => 'get'],
    ['the system’s users', () => '../../../../../../../../etc/passwd'],
  ])('%s is not found', async (_, path) => {
    const { status, body } = await known(path());
    expect([401, 404]).toContain(status);
    expect(body).not.toContain('palabra');
    expect(body).not.toContain('root:');
  });

  it('a path that leads back to the page is the page, and no more', async () => {
    expect((await known('x/../index.html')).status).toBe(200);
    expect((await get('index.html', { cookie: served.cookie }).catch(() => ({ status: 400 }))).status).toBe(
      400,
    );
  });
});

describe('who asks', () => {
  it.each(['evil.example', 'localhost', '127.0.0.1', '127.0.0.1:1', '127.0.0.1.evil.example:80', '[::1]:80'])(
    'under the name “%s” is refused before anything else',
    async (host) => {
      const { pathname, search } = new URL(served.address);
      for (const path of [served.base, pathname + search]) {
        const { status, headers } = await get(path, { host, cookie: served.cookie });
        expect([400, 421]).toContain(status);
        expect(headers['set-cookie']).toBeUndefined();
      }
    },
  );

  it('as localhost is served: it is this machine', async () => {
    const host = `localhost:${new URL(served.origin).port}`;
    expect((await known('', { host })).status).toBe(200);
  });

  it('from another page is refused, cookie or not', async () => {
    for (const origin of ['http://evil.example', 'https://127.0.0.1', 'http://127.0.0.1:1', 'file://'])
      expect((await known('', { origin })).status, origin).toBe(403);
    expect((await known('', { origin: served.origin })).status).toBe(200);
  });

  it.each(['POST', 'PUT', 'DELETE', 'PATCH', 'OPTIONS', 'TRACE'])('by %s is refused', async (method) => {
    const { status, headers, body } = await get(served.base, { cookie: served.cookie }, method);
    expect({ status, allow: headers.allow, body }).toEqual({ status: 405, allow: 'GET, HEAD', body: '' });
  });
});

describe('a client that misbehaves', () => {
  const raw = (sent: string) =>
    new Promise<string>((resolve) => {
      const { hostname, port } = new URL(served.origin);
      const socket = connect(Number(port), hostname, () => socket.write(sent));
      let got = '';
      socket.on('data', (chunk) => {
        got += chunk;
      });
      socket.on('error', () => {});
      socket.on('close', () => resolve(got));
    });
  const host = '127.0.0.1';

  it('with huge headers is cut off', async () => {
    const answer = await raw(`GET / HTTP/1.1\r\nHost: ${host}\r\nX: ${'x'.repeat(20_000)}\r\n\r\n`);
    expect(answer).toMatch(/^HTTP\/1\.1 431 /);
  });

  it('that never ends its headers is cut off within seconds', async () => {
    const begun = performance.now();
    const answer = await raw(`GET / HTTP/1.1\r\nHost: ${host}\r\n`);
    expect(answer).toMatch(/^HTTP\/1\.1 408 /);
    expect(performance.now() - begun).toBeLessThan(12_000);
  }, 20_000);

  it('that names no host, or two, is refused', async () => {
    const cookie = `Cookie: ${served.cookie}\r\nConnection: close`;
    expect(await raw(`GET ${served.base} HTTP/1.1\r\n${cookie}\r\n\r\n`)).toMatch(/^HTTP\/1\.1 400 /);
    expect(await raw(`GET ${served.base} HTTP/1.0\r\n${cookie}\r\n\r\n`)).toMatch(/^HTTP\/1\.1 421 /);
    const ours = `Host: ${new URL(served.origin).host}`;
    const two = await raw(
      `GET ${served.base} HTTP/1.1\r\nHost: evil.example\r\n${ours}\r\n${cookie}\r\n\r\n`,
    );
    expect(two).toMatch(/^HTTP\/1\.1 4(00|21) /);
  });

  it('that speaks no HTTP is cut off', async () => {
    expect(await raw('\u0016\u0003\u0001\u0000\r\n\r\n')).toMatch(/^HTTP\/1\.1 400 /);
  });
});

describe('a host that cannot be started', () => {
  it('says why, and leaves no engine behind', async () => {
    const page = Promise.reject(new PortolanError('PAGE_MISSING', { reason: 'none' }));
    const options = { about: { shell: 'browser', version: '1' }, configDir: vault.dataDir } as const;
    const folders = { sample: vault.root, modelsDir: vault.root };
    const engines: EngineProcess[] = [];
    const spawn = () => {
      engines.push(spawnEngine());
      return engines.at(-1)!;
    };
    await expect(
      startBrowserHost({ page, vault: vault.root, host: { ...options, ...folders, spawn } }),
    ).rejects.toMatchObject({ code: 'PAGE_MISSING' });
    for (const engine of engines) expect((engine as unknown as ChildProcess).connected).toBe(false);
  });
});
