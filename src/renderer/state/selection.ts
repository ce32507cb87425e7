import { create } from 'zustand';
import { useSession } from './session.ts';

/** Notes that are selected on the chart; other panes may show only what has to do with them. */
interface SelectionStore {
  readonly paths: readonly string[];
  /** Answers name only these notes. */
  readonly narrowing: boolean;
  select(paths: readonly string[]): void;
  narrow(on: boolean): void;
}

const NONE = { paths: [] as readonly string[], narrowing: false };

export const useSelected = create<SelectionStore>((set) => ({
  ...NONE,
  select: (paths) => set(paths.length > 0 ? { paths } : NONE),
  narrow: (on) => set(({ paths }) => ({ narrowing: on && paths.length > 0 })),
}));

// Paths mean nothing in another vault.
useSession.subscribe(({ state }, before) => {
  if (state?.vault?.path !== before.state?.vault?.path) useSelected.setState(NONE);
});

/** The notes that answers are narrowed to; null while they are not. */
export const narrowedTo = ({ paths, narrowing }: Pick<SelectionStore, 'paths' | 'narrowing'>) =>
  narrowing ? paths : null;
