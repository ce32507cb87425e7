import { PortolanError } from '../common/errors.ts';
import { EXIT } from './exit-codes.ts';
import type { Screen } from './terminal/screen.ts';

export interface Interrupts {
  /** Aborts at the first Ctrl-C or termination. */
  readonly signal: AbortSignal;
  /** What the process should exit with because it was told to stop; undefined while it was not. */
  exit(): number | undefined;
  dispose(): void;
}

const SIGNALS = { SIGINT: EXIT.stopped, SIGTERM: 143, SIGHUP: 129 } as const;
type Signal = keyof typeof SIGNALS;
/** Milliseconds within which a second signal is the same press. */
const SAME_PRESS = 400;
const SHOW_CURSOR = '\u001b[?25h';

/**
 * The first Ctrl-C stops cleanly: the note in hand is finished, what was done is kept. The second one ends the
 * process at once; the index survives that too, as it survives a power cut.
 */
export function watchInterrupts(screen: Screen, json: boolean, now: () => number = Date.now): Interrupts {
  const controller = new AbortController();
  let exit: number | undefined;
  let at = 0;

  const on = (signal: Signal) => {
    // One press of Ctrl-C comes twice where npm passes on what the terminal has sent already.
    if (exit !== undefined && now() - at < SAME_PRESS) return;
    if (exit !== undefined) return force(signal);
    at = now();
    exit = SIGNALS[signal];
    controller.abort(new PortolanError('CANCELLED'));
    if (!json) screen.line(screen.style.dim('Stopping… (Ctrl-C again stops at once)'));
  };
  const force = (signal: Signal) => {
    dispose();
    if (screen.live) screen.write(`${SHOW_CURSOR}\n`);
    // Not process.exit: it would tear down threads in the middle of a run of the model.
    process.kill(process.pid, signal);
  };
  const dispose = () => {
    for (const signal of Object.keys(SIGNALS) as Signal[]) process.removeListener(signal, on);
  };
  for (const signal of Object.keys(SIGNALS) as Signal[]) process.on(signal, on);
  return { signal: controller.signal, exit: () => exit, dispose };
}
