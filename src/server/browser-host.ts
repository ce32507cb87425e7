import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { PortolanError, reasonParams } from '../common/errors.ts';
import { Host } from '../host/host.ts';
import type { HostOptions } from '../host/ports.ts';
import { createHostRouter } from '../host/router.ts';
import { Access } from './access.ts';
import { type PageFile, readPageFiles } from './page-files.ts';
import { respond } from './respond.ts';
import { acceptSockets } from './sockets.ts';

/** An `import` would touch all that the module has, and read in a whole client that is not used here: 35 ms. */
const { createServer } = process.getBuiltinModule('node:http');

export interface BrowserHostOptions {
  readonly host: HostOptions;
  /** Folder of the built page; it may be built meanwhile. */
  readonly page: string | Promise<string>;
  /** Opened at once: the engine takes longer to start than everything else. */
  readonly vault?: string | undefined;
  /** 0: any that is free. */
  readonly port?: number;
}

export interface BrowserHost {
  readonly host: Host;
  /** The address to print, with the token. */
  readonly address: string;
  /** An address that opens the page once, to start a browser with. */
  addressOnce(): string;
  /** Ends the engine and every connection, within two seconds. Safe to call twice. */
  close(): Promise<void>;
}

/** Milliseconds. A browser on this machine sends its headers at once. */
const HEADERS_WITHIN = 5_000;
const MOST_CONNECTIONS = 256;

/**
 * The app for a browser's tab: the page over HTTP, host and engine over WebSockets, on this machine's own address only.
 * @throws PAGE_MISSING, PORT_IN_USE, VAULT_*
 */
export async function startBrowserHost(options: BrowserHostOptions): Promise<BrowserHost> {
  const reading = Promise.resolve(options.page).then(readPageFiles);
  reading.catch(() => {}); // heard of below, once there is a host
  const host = await Host.create(options.host);
  try {
    const [files] = await Promise.all([
      reading,
      options.vault === undefined ? null : host.open(options.vault),
    ]);
    return await serve(host, files, options.port ?? 0);
  } catch (error) {
    await host.end();
    throw error;
  }
}

async function serve(host: Host, files: ReadonlyMap<string, PageFile>, port: number): Promise<BrowserHost> {
  const server = createServer({
    maxHeaderSize: 16 * 1024,
    headersTimeout: HEADERS_WITHIN,
    requestTimeout: HEADERS_WITHIN,
    connectionsCheckingInterval: 1_000,
  });
  server.maxConnections = MOST_CONNECTIONS;
  const access = new Access(await listen(server, port));
  server.on('request', (request, response) => respond(request, response, access, files));
  const sockets = acceptSockets(server, access, host, createHostRouter(host));

  const end = async () => {
    const closed = new Promise<void>((resolve) => server.close(() => resolve()));
    for (const socket of sockets.clients) socket.close(GOING_AWAY);
    await host.end();
    for (const socket of sockets.clients) socket.terminate();
    server.closeAllConnections();
    await closed;
  };
  let ended: Promise<void> | null = null;
  return {
    host,
    address: access.address,
    addressOnce: () => access.addressOnce(),
    close() {
      ended ??= end();
      return ended;
    },
  };
}

/** WebSocket's code for a server that ends. */
const GOING_AWAY = 1001;

function listen(server: Server, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', (cause) =>
      reject(new PortolanError('PORT_IN_USE', { port, ...reasonParams(cause) }, { cause })),
    );
    // Loopback only: nobody else on the network can knock.
    server.listen({ host: '127.0.0.1', port }, () => resolve((server.address() as AddressInfo).port));
  });
}
