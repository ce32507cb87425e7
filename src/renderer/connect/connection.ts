import type { EngineClient } from '../../contract/client.ts';
import type { HostClient } from '../../contract/host.ts';

/** The two ways out of the page: the program around it, and the engine. */
export interface Connection {
  readonly host: HostClient;
  /** Always the same object: calls wait while the engine starts or starts again, and reach whichever runs then. */
  readonly engine: EngineClient;
}
