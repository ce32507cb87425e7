import type { NotePath } from '../../common/ids.ts';
import type { IndexResult } from '../../contract/status.ts';
import type { Embedder } from '../embed/embedder.ts';

/** Who keeps in-memory views of the index hears of every committed change, in order. */
export interface IndexListener {
  /** `was`: the path it had before, where it moved. */
  noteChanged(noteId: number, was?: NotePath): void;
  noteRemoved(noteId: number, path: NotePath): void;
  /** Its file may have changed, and its turn to be read comes later: there is other work before it. */
  noteTouched?(noteId: number): void;
  linksChanged(noteIds: readonly number[]): void;
  vectorsAdded(hashes: readonly string[]): void;
  /** Static vectors that were there are weighed by other counts now. */
  staticsChanged?(): void;
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

/** Several listeners as one. */
export function toldAlike(listeners: readonly IndexListener[]): IndexListener {
  return {
    noteChanged: (id, was) => {
      for (const listener of listeners) listener.noteChanged(id, was);
    },
    noteRemoved: (id, path) => {
      for (const listener of listeners) listener.noteRemoved(id, path);
    },
    noteTouched: (id) => {
      for (const listener of listeners) listener.noteTouched?.(id);
    },
    linksChanged: (ids) => {
      for (const listener of listeners) listener.linksChanged(ids);
    },
    vectorsAdded: (hashes) => {
      for (const listener of listeners) listener.vectorsAdded(hashes);
    },
    staticsChanged: () => {
      for (const listener of listeners) listener.staticsChanged?.();
    },
    idle: () => {
      for (const listener of listeners) listener.idle();
    },
  };
}
