import type { MessagePortMain, UtilityProcess } from 'electron';
import type { EngineProcess } from '../../host/engine-supervisor.ts';

/**
 * Electron's utility process in the shape of a forked one. Sessions have ports of their own instead of a share of the
 * channel: `connect` hands one over, and what is said on it never passes through this process.
 */
export class UtilityEngine implements EngineProcess {
  readonly #child: UtilityProcess;
  #last = 0;
  #ended = false;

  constructor(child: UtilityProcess) {
    this.#child = child;
    child.once('exit', () => {
      this.#ended = true;
    });
  }

  /** From the beginning: what it is told before it runs waits for it. */
  get connected(): boolean {
    return !this.#ended;
  }

  connect(port: MessagePortMain): void {
    this.#child.postMessage({ connect: ++this.#last }, [port]);
  }

  send(message: unknown): boolean {
    this.#child.postMessage(message);
    return true;
  }

  kill(signal?: 'SIGKILL'): boolean {
    const { pid } = this.#child;
    if (signal && pid !== undefined && process.platform !== 'win32') return process.kill(pid, signal);
    return this.#child.kill();
  }

  on(event: 'message' | 'disconnect', listener: (message: unknown) => void): void {
    if (event === 'message') this.#child.on('message', listener);
    // Nobody disconnects from a utility process: it ends.
    else this.#child.once('exit', () => listener(undefined));
  }

  once(event: 'exit' | 'error', listener: (code: unknown) => void): void {
    // A fault in V8 is followed by the end; only the end counts.
    if (event === 'exit') this.#child.once('exit', listener);
  }
}
