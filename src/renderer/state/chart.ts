import { create } from 'zustand';
import type { Colouring } from '../chart/colouring.ts';
import type { Standpoint } from '../chart/drawing.ts';

/** What the middle of the page shows. */
export type MiddleView = 'note' | 'chart' | 'both';

/** How the chart is looked at; remembered for each vault. */
export interface ChartLook {
  readonly view: MiddleView;
  readonly colouring: Colouring;
  readonly links: boolean;
  /** Whether regions lie on a ground of their colour. */
  readonly grounds: boolean;
  readonly standpoint: Standpoint | null;
}

interface ChartStore extends ChartLook {
  /** Keys of the legend whose notes are faded, for the colouring that is shown. */
  readonly faded: ReadonlySet<string>;
  set(change: Partial<ChartLook>): void;
  /** Fades the notes of an entry of the legend, or brings them back. */
  toggle(key: string): void;
  /** Brings back all. */
  unfade(): void;
}

const NONE: ReadonlySet<string> = new Set();

export const useChartLook = create<ChartStore>((set) => ({
  view: 'note',
  colouring: 'region',
  links: false,
  grounds: true,
  standpoint: null,
  faded: NONE,
  // Entries of one legend mean nothing in another.
  set: (change) => set(change.colouring ? { ...change, faded: NONE } : change),
  toggle: (key) =>
    set(({ faded }) => {
      const next = new Set(faded);
      if (!next.delete(key)) next.add(key);
      return { faded: next };
    }),
  unfade: () => set({ faded: NONE }),
}));
