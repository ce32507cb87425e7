import type { EngineClient } from '../../contract/client.ts';
import type { HostClient } from '../../contract/host.ts';
import { connectSocket } from '../../rpc/websocket.ts';
import { stableEngine, stableHost } from './clients.ts';
import type { Connection } from './connection.ts';
import { HostFollower } from './follow-host.ts';
import { Line } from './line.ts';
import { keepSocket, type SocketLine } from './socket-line.ts';

/** The page in a browser's tab: two WebSockets to where it came from. The token is a cookie already. */
export function connectBrowser(at: (path: string) => WebSocket = ownSocket): Connection {
  const hosts = new Line<HostClient>();
  const engines = new Line<EngineClient>();
  const host = stableHost(hosts);

  let run: number | null = null;
  let engineSocket: SocketLine | null = null;
  const follower = new HostFollower(engines, (wanted) => {
    if (wanted === run) return;
    run = wanted;
    engineSocket?.close();
    engineSocket = null;
    if (wanted === null) return;
    engineSocket = keepSocket({
      open: () => at('engine'),
      onSocket: (socket) => engines.answer(connectSocket(socket)),
      onLost: () => engines.lose(),
    });
  });

  keepSocket({
    open: () => at('host'),
    onSocket: (socket) => {
      const client = connectSocket(socket) as unknown as HostClient;
      socket.addEventListener('open', () => hosts.answer(client));
    },
    onOpen: () => follower.lost(false),
    onLost: () => {
      hosts.lose();
      follower.lost(true);
    },
  });
  void follower.follow(host);

  return { host, engine: stableEngine(engines), watch: follower.watch };
}

function ownSocket(path: string): WebSocket {
  const url = new URL(path, location.href);
  url.protocol = url.protocol === 'https:' ? 'wss:' : 'ws:';
  url.search = '';
  url.hash = '';
  return new WebSocket(url);
}
