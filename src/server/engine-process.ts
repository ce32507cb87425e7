/**
 * The engine as a process of its own: forked with a channel, or as Electron's utility process. It opens one vault when
 * it is told to, serves the contract to every session, and ends well when it is told to or when whoever started it
 * goes away.
 */
import { toPortolanError } from '../common/errors.ts';
import type { EngineOptions } from '../contract/engine-options.ts';
import { type Engine, openEngine } from '../engine/engine.ts';
import { acceptSessions, tell } from '../rpc/child-process.ts';
import type { FromEngine, ToEngine } from '../rpc/engine-protocol.ts';
import type { ClosingPort, Port } from '../rpc/message-port.ts';
import { servePort } from '../rpc/serve.ts';

/** Electron's side of a utility process: it has a port to its parent in place of a channel. */
interface UtilityParent {
  postMessage(message: unknown): void;
  on(event: 'message', listener: (event: { data: unknown; ports: readonly Port[] }) => void): void;
}

let opening: Promise<Engine> | undefined;
const parent = (process as { parentPort?: UtilityParent }).parentPort;
const say = (message: FromEngine) => (parent ? parent.postMessage(message) : tell(process, message));

if (parent)
  parent.on('message', ({ data, ports: [port] }) => {
    if (port) serve(port);
    else hear(data as ToEngine);
  });
else {
  process.on('message', (message) => hear(message as ToEngine));
  process.once('disconnect', end);
  acceptSessions(process, serve);
}
// A terminal sends Ctrl-C to every process in it. Whoever started this one hears of it too, and says when to end.
process.on('SIGINT', () => {});
process.once('SIGTERM', end);

function hear(message: ToEngine): void {
  if ('open' in message) void open(message.open);
  else if ('close' in message) void end();
}

async function open(options: EngineOptions): Promise<void> {
  opening ??= openEngine(options);
  try {
    const engine = await opening;
    say({ opened: true });
    if (options.watch) follow(engine);
  } catch (error) {
    const { code, params } = toPortolanError(error);
    say({ failed: { code, params } });
  }
}

/**
 * Whoever watches a vault wants its index up to date; what comes of it, status and ledger say. What goes with the note
 * that is read comes first: beside the loading of the index, a look at thousands of files would delay it.
 */
function follow(engine: Engine): void {
  engine.loaded
    .catch(() => {}) // whoever asks hears of it
    .then(() => engine.client.index())
    .catch(() => {});
}

/** A session's calls wait for the engine; where it cannot be opened, the session ends. */
function serve(port: Port | ClosingPort): void {
  opening?.then(
    ({ router }) => servePort(router, port),
    () => 'close' in port && port.close(),
  );
}

/** Milliseconds for ending well; every transaction is shorter, and what is cut off is done again. */
const END_WITHIN = 4_000;

/** Waits for the current transaction: nothing is ever half written. Never outlives whoever started it for long. */
async function end(): Promise<void> {
  setTimeout(() => process.exit(0), END_WITHIN);
  const engine = await opening?.catch(() => undefined);
  await engine?.close().catch(() => {});
  process.exit(0);
}
