import type { EngineClient } from '../../contract/client.ts';
import type { HostClient } from '../../contract/host.ts';
import { connectPort } from '../../rpc/message-port.ts';
import { stableEngine, stableHost } from './clients.ts';
import type { Connection } from './connection.ts';
import { HostFollower } from './follow-host.ts';
import { Line } from './line.ts';

interface Handed {
  readonly portolan: 'host' | 'engine';
}

/** The page in the desktop app's window: the preload script hands over a port to each, a new one for every engine. */
export function connectElectron(page: Window = window): Connection {
  const hosts = new Line<HostClient>();
  const engines = new Line<EngineClient>();
  const host = stableHost(hosts);
  const follower = new HostFollower(engines, () => {});

  page.addEventListener('message', (event: MessageEvent<unknown>) => {
    const [port] = event.ports;
    // Frames within the page talk to it too: none of them may pose as the host.
    if (event.source !== page || !port || !isHanded(event.data)) return;
    if (event.data.portolan === 'host') {
      hosts.answer(connectPort(port) as unknown as HostClient);
      follower.lost(false);
    } else {
      port.addEventListener('close', () => engines.end(client));
      const client = connectPort(port);
      engines.answer(client);
    }
  });
  page.postMessage({ portolan: 'ready' }, '/');
  void follower.follow(host);

  return { host, engine: stableEngine(engines), watch: follower.watch };
}

const isHanded = (data: unknown): data is Handed =>
  typeof data === 'object' &&
  data !== null &&
  'portolan' in data &&
  (data.portolan === 'host' || data.portolan === 'engine');
