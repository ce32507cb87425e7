import { PortolanError } from '../common/errors.ts';
import type { EngineOptions } from '../contract/engine-options.ts';
import { type IpcProcess, Sessions, tell } from '../rpc/child-process.ts';
import type { FromEngine, ToEngine } from '../rpc/engine-protocol.ts';
import type { ClosingPort } from '../rpc/message-port.ts';

/** A process that runs an engine, as `child_process.fork` gives it. */
export interface EngineProcess extends IpcProcess {
  kill(signal?: 'SIGKILL'): boolean;
  /** Also when it could not be started at all. */
  once(event: 'exit' | 'error', listener: (code: unknown) => void): unknown;
}

export type EngineState =
  | { readonly is: 'starting' }
  | { readonly is: 'running' }
  /** It died; it is started again after `seconds`. `attempt` counts from 1 since it last ran well. */
  | { readonly is: 'restarting'; readonly attempt: number; readonly seconds: number }
  /** It cannot be opened: trying again by itself would not help. */
  | { readonly is: 'failed'; readonly error: PortolanError }
  | { readonly is: 'closed' };

export interface SupervisorOptions {
  readonly spawn: () => EngineProcess;
  readonly settings: EngineOptions;
  readonly onState: (state: EngineState) => void;
  /** Milliseconds before the first restart; each further one waits twice as long. */
  readonly firstDelay?: number;
}

const FIRST_DELAY = 500;
const LONGEST_DELAY = 30_000;
/** An engine that ran for so long was well: the next restart is quick again. */
const RAN_WELL = 60_000;
/** Quitting waits for the current transaction, but not for ever. */
const QUIT_WITHIN = 2_000;

/** Runs an engine in a process of its own and starts it again, ever more slowly, when it dies. */
export class EngineSupervisor {
  readonly #o: SupervisorOptions;
  #process: EngineProcess | null = null;
  #sessions: Sessions | null = null;
  #attempt = 0;
  #openedAt = 0;
  #timer: NodeJS.Timeout | null = null;
  #closing: Promise<void> | null = null;
  #state: EngineState = { is: 'starting' };

  constructor(options: SupervisorOptions) {
    this.#o = options;
    this.#start();
  }

  get state(): EngineState {
    return this.#state;
  }

  /** A session of its own with the engine that runs now; null while none does. It ends with that engine. */
  connect(): ClosingPort | null {
    return this.#state.is === 'running' ? this.#sessions!.connect() : null;
  }

  /** Ends the engine after its current transaction; after two seconds, whatever it does. Safe to call twice. */
  close(): Promise<void> {
    this.#closing ??= this.#close();
    return this.#closing;
  }

  async #close(): Promise<void> {
    if (this.#timer) clearTimeout(this.#timer);
    const child = this.#process;
    if (child) {
      const gone = new Promise<unknown>((resolve) => child.once('exit', resolve));
      this.#tell(child, { close: true });
      const late = setTimeout(() => child.kill('SIGKILL'), QUIT_WITHIN);
      await gone;
      clearTimeout(late);
    }
    this.#enter({ is: 'closed' });
  }

  #enter(state: EngineState): void {
    this.#state = state;
    this.#o.onState(state);
  }

  #start(): void {
    this.#enter({ is: 'starting' });
    const child = this.#o.spawn();
    const sessions = new Sessions(child);
    this.#process = child;
    this.#sessions = sessions;
    const gone = () => {
      sessions.end();
      this.#gone(child);
    };
    child.on('message', (message) => this.#hear(message as FromEngine));
    child.once('exit', gone);
    child.once('error', gone);
    this.#tell(child, { open: this.#o.settings });
  }

  #tell(child: EngineProcess, message: ToEngine): void {
    tell(child, message);
  }

  #hear(message: FromEngine): void {
    if ('opened' in message) {
      this.#openedAt = Date.now();
      if (!this.#closing) this.#enter({ is: 'running' });
    } else if ('failed' in message) {
      const { code, params } = message.failed;
      this.#enter({ is: 'failed', error: new PortolanError(code, params) });
    }
  }

  #gone(child: EngineProcess): void {
    if (this.#process !== child) return;
    this.#process = null;
    if (this.#closing || this.#state.is === 'failed') return;
    const ranWell = this.#state.is === 'running' && Date.now() - this.#openedAt > RAN_WELL;
    this.#attempt = ranWell ? 1 : this.#attempt + 1;
    const delay = Math.min(LONGEST_DELAY, (this.#o.firstDelay ?? FIRST_DELAY) * 2 ** (this.#attempt - 1));
    this.#enter({ is: 'restarting', attempt: this.#attempt, seconds: delay / 1000 });
    this.#timer = setTimeout(() => this.#start(), delay);
  }
}
