import type { ErrorCode, ErrorParams } from '../common/error-codes.ts';
import type { EngineOptions } from '../contract/engine-options.ts';

/**
 * What a process that runs an engine and the one that started it say to each other beside the contract's own messages,
 * over the same channel.
 */

/** To the engine's process: open this vault, once; end well. */
export type ToEngine = { readonly open: EngineOptions } | { readonly close: true };

/** From it: the engine is open and the contract is served; or it cannot be opened, and why. */
export type FromEngine =
  | { readonly opened: true }
  | { readonly failed: { readonly code: ErrorCode; readonly params: ErrorParams } };
