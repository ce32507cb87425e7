import { hasCode } from '../../common/errors.ts';
import type { EngineClient } from '../../contract/client.ts';
import type { IndexResult } from '../../contract/status.ts';
import type { ProgressDisplay } from './display.ts';

/**
 * Brings the index up to date while the display shows how far it is. Rejects as `index` does: CANCELLED when the
 * signal aborts. However it ends, the display has ended before.
 */
export async function indexWithProgress(
  client: EngineClient,
  display: ProgressDisplay,
  signal: AbortSignal,
): Promise<IndexResult> {
  const listening = new AbortController();
  // A display that fails must not fail the indexing, whose own error says more.
  const following = follow(client, display, listening.signal).catch(() => {});
  const clear = () => display.end();
  signal.addEventListener('abort', clear, { once: true });
  try {
    return await client.index(undefined, { signal });
  } finally {
    signal.removeEventListener('abort', clear);
    listening.abort();
    await following;
    display.end();
  }
}

/** Shows every change of progress until the signal aborts. */
export async function follow(
  client: EngineClient,
  display: Pick<ProgressDisplay, 'show'>,
  signal: AbortSignal,
): Promise<void> {
  try {
    for await (const progress of await client.progress(undefined, { signal })) display.show(progress);
  } catch (error) {
    if (!signal.aborted && !hasCode(error, 'CANCELLED')) throw error;
  }
}
