import { PortolanError } from '../../common/errors.ts';
import type { EngineClient } from '../../contract/client.ts';
import type { HostClient, HostState } from '../../contract/host.ts';
import type { Reach } from './connection.ts';
import type { Line } from './line.ts';

/** How a transport is told which engine runs: `run` is its number, null where none does. */
export type EngineWanted = (run: number | null) => void;

/**
 * Listens to the host for as long as the page lives, keeps the engine's line in step with what it says, and tells
 * whoever watches; the line first, so that a call made on hearing of a vault reaches that vault's engine.
 */
export class HostFollower {
  readonly #line: Line<EngineClient>;
  readonly #wanted: EngineWanted;
  readonly #listeners = new Set<(reach: Reach) => void>();
  #reach: Reach = { state: null, lost: false };

  constructor(line: Line<EngineClient>, wanted: EngineWanted) {
    this.#line = line;
    this.#wanted = wanted;
  }

  readonly watch = (listener: (reach: Reach) => void): (() => void) => {
    this.#listeners.add(listener);
    listener(this.#reach);
    return () => this.#listeners.delete(listener);
  };

  lost(lost: boolean): void {
    if (this.#reach.lost !== lost) this.#tell({ ...this.#reach, lost });
  }

  /** Never returns while the host's stream lives. */
  async follow(host: HostClient): Promise<void> {
    for await (const state of await host.state()) this.#hear(state);
  }

  #hear(state: HostState): void {
    const before = this.#reach.state;
    if (before?.vault && before.vault.path !== state.vault?.path) this.#line.drop();
    const { engine } = state;
    if (engine.is === 'failed') this.#line.fail(new PortolanError(engine.code, engine.params));
    // An engine that starts anew, as a setting asks for it, comes in the place of one that answers no more.
    else if (engine.is !== 'running') this.#line.lose();
    this.#wanted(engine.is === 'running' ? engine.run : null);
    this.#tell({ ...this.#reach, state });
  }

  #tell(reach: Reach): void {
    this.#reach = reach;
    for (const listener of this.#listeners) listener(reach);
  }
}
