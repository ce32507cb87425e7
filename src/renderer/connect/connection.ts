import type { EngineClient } from '../../contract/client.ts';
import type { HostClient, HostState } from '../../contract/host.ts';

/** What is known of the other side: the host's last state, and whether it can be reached. */
export interface Reach {
  readonly state: HostState | null;
  /** The program around the page does not answer. */
  readonly lost: boolean;
}

/** The two ways out of the page: the program around it, and the engine. */
export interface Connection {
  readonly host: HostClient;
  /** Always the same object: calls wait while the engine starts or starts again, and reach whichever runs then. */
  readonly engine: EngineClient;
  /** Tells what is known now and at every change; the function returned ends it. */
  watch(listener: (reach: Reach) => void): () => void;
}
