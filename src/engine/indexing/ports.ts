import type { IndexResult } from '../../contract/status.ts';
import type { Embedder } from '../embed/embedder.ts';

/** Who keeps in-memory views of the index hears of every committed change, in order. */
export interface IndexListener {
  noteChanged(noteId: number): void;
  noteRemoved(noteId: number): void;
  linksChanged(noteIds: readonly number[]): void;
  vectorsAdded(hashes: readonly string[]): void;
  /** Disk and index agree, and every passage has its vector: a good time for what questions would have to wait for. */
  idle(): void;
}

/** The embedder, started when it is first needed: an unchanged vault never waits for a model. */
export type EmbedderSource = () => Promise<Embedder>;

/** Counts of one update, from its request to the moment when nothing was left to do. */
export type RunCounts = Omit<IndexResult, 'seconds'>;

export const noCounts = (): RunCounts => ({
  indexed: 0,
  unchanged: 0,
  renamed: 0,
  removed: 0,
  skipped: 0,
  failed: 0,
  embedded: 0,
  reused: 0,
});
