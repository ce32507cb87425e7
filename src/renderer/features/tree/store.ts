import { create } from 'zustand';
import { foldersOf, type Sort } from './model.ts';

/** How the list of notes stands. */
interface TreeStore {
  readonly open: ReadonlySet<string>;
  readonly sort: Sort;
  readonly filter: string;
  /** Nobody has seen this vault's list yet. */
  readonly fresh: boolean;
  /** Path of the row that keys act on; null before there was one. */
  readonly active: string | null;
  /** Grows when the active row is to be scrolled into view. */
  readonly shown: number;
  toggle(folder: string, open?: boolean): void;
  /** Opens what is above a note and makes it the active row. */
  reveal(path: string): void;
  set(change: Partial<Pick<TreeStore, 'open' | 'sort' | 'filter' | 'active' | 'fresh'>>): void;
  /** Makes a row the active one, in view. */
  goTo(path: string): void;
}

export const useTreeStore = create<TreeStore>((set) => ({
  open: new Set(),
  sort: 'name',
  filter: '',
  fresh: false,
  active: null,
  shown: 0,
  toggle: (folder, open) =>
    set((s) => {
      const is = open ?? !s.open.has(folder);
      const next = new Set(s.open);
      if (is) next.add(folder);
      else next.delete(folder);
      return { open: next };
    }),
  reveal: (path) =>
    set((s) => {
      const above = foldersOf(path).filter((folder) => !s.open.has(folder));
      return {
        active: path,
        shown: s.shown + 1,
        ...(above.length > 0 && { open: new Set([...s.open, ...above]) }),
      };
    }),
  set: (change) => set(change),
  goTo: (path) => set((s) => ({ active: path, shown: s.shown + 1 })),
}));
