import { throwIfCancelled } from '../../common/cancel.ts';
import type { Embedder } from '../embed/embedder.ts';
import type { Store } from '../store/types.ts';
import type { IndexListener, RunCounts } from './ports.ts';
import type { ProgressTracker } from './progress.ts';
import type { FreshText } from './read-phase.ts';

/** Passages taken up at a time: enough to sort by length for even batches, few enough to lose little by a kill. */
const PORTION = 96;

export interface EmbedPhase {
  readonly store: Store;
  readonly embedder: Embedder;
  readonly listener: IndexListener;
  readonly progress: ProgressTracker;
  readonly counts: RunCounts;
  readonly signal: AbortSignal | undefined;
  /** Awaited before new passages are taken up: while many notes are being read, their words come first. */
  readonly ready: () => Promise<void>;
}

/**
 * Gives every passage without a vector one, a portion a transaction. Two portions are under way at a time, so that
 * the workers never wait for the disk.
 */
export async function embedPhase(phase: EmbedPhase): Promise<void> {
  const { store, progress, counts, signal } = phase;
  const underWay = new Map<Promise<unknown>, readonly string[]>();
  progress.passages({ embedded: counts.embedded, total: counts.embedded + store.vectors.pendingCount() });
  try {
    for (;;) {
      throwIfCancelled(signal);
      await phase.ready();
      while (underWay.size < 2 && takeUp()) {}
      if (underWay.size === 0) return;
      await Promise.race(underWay.keys());
    }
  } finally {
    await Promise.allSettled(underWay.keys());
  }

  function takeUp(): boolean {
    const busy = new Set([...underWay.values()].flat());
    const portion = store.vectors
      .pending(PORTION + busy.size)
      .filter((p) => !busy.has(p.hash))
      .slice(0, PORTION);
    if (portion.length === 0) return false;
    progress.passages({}, portion[0]!.path);
    const work = embed(portion).finally(() => underWay.delete(work));
    underWay.set(
      work,
      portion.map((p) => p.hash),
    );
    return true;
  }

  async function embed(portion: readonly FreshText[]): Promise<void> {
    await embedTexts(phase, portion, 'background');
    const total = Math.max(progress.state.passages.total, counts.embedded);
    progress.passages({ embedded: counts.embedded, total });
  }
}

/** Embeds passages, stores their vectors in one transaction, counts them and tells the listener. */
export async function embedTexts(
  { store, embedder, counts, listener, signal }: Omit<EmbedPhase, 'progress' | 'ready'>,
  texts: readonly FreshText[],
  priority: 'interactive' | 'background',
): Promise<void> {
  const vectors = await embedder.embed(
    texts.map((t) => t.input),
    { kind: 'passage', priority, ...(signal ? { signal } : {}) },
  );
  store.vectors.put(texts.map((t, i) => ({ hash: t.hash, vector: vectors[i] ?? null })));
  counts.embedded += texts.length;
  listener.vectorsAdded(texts.map((t) => t.hash));
}
