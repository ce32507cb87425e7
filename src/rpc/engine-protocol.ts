import type { ErrorCode, ErrorParams } from '../common/error-codes.ts';

/**
 * What a process that runs an engine and the one that started it say to each other beside the contract's own messages,
 * over the same channel.
 */

/** To the engine's process: open this vault, once; end well. */
export type ToEngine = { readonly open: EngineSettings } | { readonly close: true };

/** From it: the engine is open and the contract is served; or it cannot be opened, and why. */
export type FromEngine =
  | { readonly opened: true }
  | { readonly failed: { readonly code: ErrorCode; readonly params: ErrorParams } };

/** What a person may choose of an engine. Absolute paths. */
export interface EngineSettings {
  readonly vault: string;
  readonly dataDir?: string;
  readonly modelsDir?: string;
  readonly model?: string;
  readonly readOnly?: boolean;
  readonly watch?: boolean;
  readonly threads?: number;
}
