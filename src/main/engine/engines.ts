import { MessageChannelMain, type MessagePortMain } from 'electron';
import type { EngineProcess } from '../../host/engine-supervisor.ts';
import type { Host } from '../../host/host.ts';
import { pump } from './pump.ts';
import { spawnEngine } from './spawn.ts';
import { UtilityEngine } from './utility-engine.ts';

/** The ways to the engine that runs: a port straight into Electron's own process, or one that is pumped. */
export class Engines {
  readonly #script: string;
  #last: EngineProcess | null = null;

  constructor(script: string) {
    this.#script = script;
  }

  /** Starts an engine's process; the host says when, and what it opens. */
  readonly spawn = (): EngineProcess => {
    this.#last = spawnEngine(this.#script);
    return this.#last;
  };

  /** A new port to the engine that runs; null while none does. */
  connect(host: Host): MessagePortMain | null {
    if (host.state.engine.is !== 'running') return null;
    const { port1, port2 } = new MessageChannelMain();
    if (this.#last instanceof UtilityEngine) {
      this.#last.connect(port1);
      return port2;
    }
    const session = host.connectEngine();
    if (!session) return null;
    pump(session, port1);
    return port2;
  }
}
