import type { Page } from 'playwright-core';
import type { EngineClient } from '../../src/contract/client.ts';
import type { HostClient } from '../../src/contract/host.ts';
import { connectPort, type MessagePortLike } from '../../src/rpc/message-port.ts';

type Name = 'host' | 'engine';
type Listener = (event: { readonly data?: unknown }) => void;

/**
 * Asks for ports as the page does, and speaks over them from here: what a page can reach, and no more. The page is
 * loaded anew for it, and goes on with ports of its own. Once per page.
 */
export async function clientsIn(page: Page): Promise<{ host: HostClient; engine: EngineClient }> {
  const listeners: Record<Name, Listener[]> = { host: [], engine: [] };
  await page.exposeFunction('testHears', (name: Name, data: string) => {
    for (const listener of listeners[name]) listener({ data });
  });
  // Listens before the page does: what is given to the test must not reach the page too.
  await page.addInitScript(() => {
    const w = globalThis as unknown as PageGlobals;
    w.addEventListener('message', (event) => w.testTakes?.(event));
  });
  await page.reload();
  await page.getByRole('main').waitFor();
  await page.evaluate(
    () =>
      new Promise<void>((resolve) => {
        const w = globalThis as unknown as PageGlobals;
        const ports: Partial<Record<Name, PagePort>> = {};
        w.testPorts = ports as Record<Name, PagePort>;
        w.testTakes = (event) => {
          const [port] = event.ports;
          const name = event.data.portolan as Name;
          if (!port) return;
          event.stopImmediatePropagation();
          ports[name] = port;
          port.onmessage = ({ data }) => w.testHears(name, data);
          if (!ports.host || !ports.engine) return;
          w.testTakes = undefined;
          resolve();
        };
        w.postMessage({ portolan: 'ready' }, '/');
      }),
  );
  const port = (name: Name): MessagePortLike => ({
    addEventListener: (type, listener) => type === 'message' && listeners[name].push(listener),
    postMessage: (data) => {
      const say = page.evaluate(
        ([to, said]) => (globalThis as unknown as PageGlobals).testPorts[to].postMessage(said),
        [name, data] as const,
      );
      // What is said to a page that is gone is heard by nobody.
      say.catch(() => {});
    },
  });
  return { host: connectPort<HostClient>(port('host')), engine: connectPort(port('engine')) };
}

interface PagePort {
  onmessage: (event: { data: string }) => void;
  postMessage(data: unknown): void;
}

interface PortEvent {
  readonly data: { readonly portolan?: string };
  readonly ports: readonly PagePort[];
  stopImmediatePropagation(): void;
}

/** What of the page's globals is used; this file is checked without the browser's types. */
interface PageGlobals {
  testPorts: Record<Name, PagePort>;
  testTakes: ((event: PortEvent) => void) | undefined;
  testHears(name: Name, data: string): void;
  addEventListener(type: 'message', listener: (event: PortEvent) => void): void;
  postMessage(message: unknown, origin: string): void;
}
