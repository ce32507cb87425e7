import { create } from 'zustand';
import type { Span } from '../../common/span.ts';

/** A passage of a note that stands out: offsets into its text. */
export interface Lit extends Span {
  readonly path: string;
}

/**
 * What the panes beside the reader point at, for as long as they do: the passage of the note being read that a related
 * one answers to. The reader lights it where it shows that note, and scrolls nowhere for it.
 */
interface LitStore {
  readonly span: Lit | null;
  set(span: Lit | null): void;
}

export const useLit = create<LitStore>((set) => ({
  span: null,
  set: (span) => set({ span }),
}));
