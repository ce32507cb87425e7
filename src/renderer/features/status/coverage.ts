import type { Progress, Status } from '../../../contract/status.ts';

/** Share of the passages that the model has read, 0..1; 1 only when none is waiting. */
export function coverage(
  { chunks, vectors, waiting }: Status['counts'],
  { phase, passages }: Progress,
): number {
  if (chunks === 0) return 1;
  const working = phase === 'embedding' || phase === 'paused';
  const missing = working && passages.total > 0 ? Math.max(0, passages.total - passages.embedded) : 0;
  if (missing > 0) return short((chunks - missing) / chunks);
  return waiting > 0 ? short(vectors / chunks) : 1;
}

/** What is not complete is never shown as if it were. */
const short = (share: number) => Math.min(0.99, Math.max(0, share));
