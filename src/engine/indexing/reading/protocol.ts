import type { TextToolsSetup } from '../../embed/text-tools.ts';
import type { ReadNote, Source } from './read-rows.ts';

/** What a reader thread gets at its start. */
export interface ReaderSetup {
  readonly root: string;
  readonly tools: TextToolsSetup;
}

export interface ReadJob {
  readonly id: number;
  readonly sources: readonly Source[];
}

export interface ReadDone {
  readonly id: number;
  /** One for every source, in their order. */
  readonly notes: readonly ReadNote[];
}
