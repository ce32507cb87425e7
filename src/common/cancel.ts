import { PortolanError } from './errors.ts';

/** Throws CANCELLED when the signal is aborted. Called between the steps of anything long. */
export function throwIfCancelled(signal: AbortSignal | undefined): void {
  if (signal?.aborted) throw new PortolanError('CANCELLED', {}, { cause: signal.reason });
}
