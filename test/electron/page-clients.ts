import type { Page } from 'playwright-core';
import type { EngineClient } from '../../src/contract/client.ts';
import type { HostClient } from '../../src/contract/host.ts';
import { connectPort, type MessagePortLike } from '../../src/rpc/message-port.ts';

type Name = 'host' | 'engine';
type Listener = (event: { readonly data?: unknown }) => void;

/**
 * Asks for ports as the page does, and speaks over them from here: what a page can reach, and no more. The page itself
 * goes on with ports of its own.
 */
export async function clientsIn(page: Page): Promise<{ host: HostClient; engine: EngineClient }> {
  const listeners: Record<Name, Listener[]> = { host: [], engine: [] };
  await page.exposeFunction('testHears', (name: Name, data: string) => {
    for (const listener of listeners[name]) listener({ data });
  });
  await page.evaluate(
    () =>
      new Promise<void>((resolve) => {
        const w = globalThis as unknown as PageGlobals;
        w.testPorts = {};
        const take = (event: { data: { portolan?: string }; ports: PagePort[] }) => {
          const [port] = event.ports;
          const name = event.data.portolan as Name;
          if (!port) return;
          w.testPorts[name] = port;
          port.onmessage = ({ data }) => w.testHears(name, data);
          if (!w.testPorts.host || !w.testPorts.engine) return;
          w.removeEventListener('message', take);
          resolve();
        };
        w.addEventListener('message', take);
        w.postMessage({ portolan: 'ready' }, '/');
      }),
  );
  const port = (name: Name): MessagePortLike => ({
    addEventListener: (type, listener) => type === 'message' && listeners[name].push(listener),
    postMessage: (data) =>
      void page.evaluate(
        ([to, said]) => (globalThis as unknown as PageGlobals).testPorts[to]?.postMessage(said),
        [name, data] as const,
      ),
  });
  return { host: connectPort<HostClient>(port('host')), engine: connectPort(port('engine')) };
}

interface PagePort {
  onmessage: (event: { data: string }) => void;
  postMessage(data: unknown): void;
}

/** What of the page's globals is used; this file is checked without the browser's types. */
interface PageGlobals {
  testPorts: Partial<Record<Name, PagePort>>;
  testHears(name: Name, data: string): void;
  addEventListener(type: 'message', listener: unknown): void;
  removeEventListener(type: 'message', listener: unknown): void;
  postMessage(message: unknown, origin: string): void;
}
