import type { MessagePortMain } from 'electron';
import type { ClosingPort } from '../../rpc/message-port.ts';

/** Passes on what is said between a window's port and a session over a process' channel; one's end is the other's. */
export function pump(session: ClosingPort, port: MessagePortMain): void {
  session.on('message', (event) => port.postMessage(compact(event?.data)));
  port.on('message', ({ data }) => session.postMessage(data));
  session.on('close', () => port.close());
  port.on('close', () => session.close());
  port.start();
}

/** Bytes that came over a channel lie within all that came with them; only their own part goes on. */
function compact(data: unknown): unknown {
  return data instanceof Uint8Array && data.byteLength < data.buffer.byteLength ? new Uint8Array(data) : data;
}
