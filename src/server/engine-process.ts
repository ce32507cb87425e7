/**
 * The engine as a process of its own, forked with a channel. It opens one vault when it is told to, serves the contract
 * over the channel, and ends well when it is told to or when whoever started it goes away.
 */
import { toPortolanError } from '../common/errors.ts';
import { type Engine, openEngine } from '../engine/engine.ts';
import { ipcPort } from '../rpc/child-process.ts';
import type { FromEngine, ToEngine } from '../rpc/engine-protocol.ts';
import { servePort } from '../rpc/message-port.ts';

let opening: Promise<Engine> | undefined;
const tell = (message: FromEngine) => process.send?.(message);

process.on('message', (message: ToEngine) => {
  if ('open' in message) void open(message.open);
  else if ('close' in message) void end();
});
process.once('disconnect', end);

async function open(settings: Parameters<typeof openEngine>[0]): Promise<void> {
  opening ??= openEngine(settings);
  try {
    const { router } = await opening;
    servePort(router, ipcPort(process));
    tell({ opened: true });
  } catch (error) {
    const { code, params } = toPortolanError(error);
    tell({ failed: { code, params } });
  }
}

/** Waits for the current transaction: nothing is ever half written. */
async function end(): Promise<void> {
  const engine = await opening?.catch(() => undefined);
  await engine?.close().catch(() => {});
  process.exit(0);
}
