import type { Port } from './message-port.ts';

/** What of a child process, or of `process` inside one, is needed; both have it where the child was forked. */
export interface IpcProcess {
  readonly connected?: boolean;
  send?(message: unknown): boolean;
  on(event: 'message', listener: (message: unknown) => void): unknown;
  on(event: 'disconnect', listener: () => void): unknown;
}

/**
 * The channel between a process and one that it forked, as a port. Messages of other kinds may use the same channel:
 * ours say so. Fork with `serialization: 'advanced'`, so that bytes pass as bytes.
 */
export function ipcPort(process: IpcProcess): Port {
  return {
    on(event: string, callback: (event?: { data: unknown }) => void) {
      if (event === 'close') process.on('disconnect', () => callback());
      if (event !== 'message') return;
      process.on('message', (message) => {
        if (isOurs(message)) callback({ data: message.rpc });
      });
    },
    postMessage(data: unknown) {
      // Whoever answers a question while the other side goes away has nobody to tell.
      if (process.connected !== false) process.send?.({ rpc: data });
    },
  };
}

const isOurs = (message: unknown): message is { rpc: unknown } =>
  typeof message === 'object' && message !== null && 'rpc' in message;
