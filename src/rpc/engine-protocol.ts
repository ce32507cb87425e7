import type { ErrorCode, ErrorParams } from '../common/error-codes.ts';
import type { EngineOptions } from '../contract/engine-options.ts';
import type { SessionMessage } from './child-process.ts';

/**
 * What a process that runs an engine and the one that started it say to each other beside the contract's own messages,
 * over the same channel.
 */

/**
 * To the engine's process: open this vault, once; end well; and what sessions say. Over Electron's channel `connect`
 * brings a port with it, and nothing more is said of that session here.
 */
export type ToEngine = { readonly open: EngineOptions } | { readonly close: true } | SessionMessage;

/** From it: the engine is open and the contract is served; or it cannot be opened, and why. */
export type FromEngine =
  | { readonly opened: true }
  | { readonly failed: { readonly code: ErrorCode; readonly params: ErrorParams } }
  | SessionMessage;
