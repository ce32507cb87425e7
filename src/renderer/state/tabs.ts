import { create } from 'zustand';
import type { Span } from '../../common/span.ts';

/** Where a tab stands: a note, and what of it is to be seen. */
export interface Place {
  /** Path of the note. */
  readonly path: string;
  /** Passage to show lit up. */
  readonly at?: Span;
  /** Heading to show, as a link names it. */
  readonly heading?: string;
  /** Block id to show, without '^'. */
  readonly block?: string;
  /** What the reader kept when the place was left: pixels from the top. */
  readonly scroll?: number;
}

export interface Tab {
  readonly id: number;
  readonly places: readonly Place[];
  /** Index into `places`. */
  readonly now: number;
}

export interface OpenOptions extends Omit<Place, 'path' | 'scroll'> {
  readonly newTab?: boolean;
}

interface Tabs {
  readonly tabs: readonly Tab[];
  /** Id of the tab that is shown; 0 where there is none. */
  readonly active: number;
  /** Grows with every `open`: the same place asked for again is shown again. */
  readonly asked: number;
  /** Shows a note: in the active tab, whose history remembers where it was, or in a new one. */
  open(path: string, options?: OpenOptions): void;
  back(): void;
  forward(): void;
  select(id: number): void;
  close(id: number): void;
  move(id: number, to: number): void;
  /** The reader keeps how far the active place is scrolled. */
  keepScroll(scroll: number): void;
  /** A note was renamed or moved: tabs follow. */
  renamed(from: string, to: string): void;
  restore(tabs: readonly Tab[], active: number): void;
}

/** Places kept per tab. */
const HISTORY = 100;

export const useTabs = create<Tabs>((set) => ({
  tabs: [],
  active: 0,
  asked: 0,
  open: (path, { newTab = false, ...what } = {}) =>
    set(({ tabs, active, asked }) => {
      const place: Place = { path, ...what };
      const tab = tabs.find(({ id }) => id === active);
      if (!tab || newTab) {
        const id = Math.max(0, ...tabs.map((t) => t.id)) + 1;
        const at = tab ? tabs.indexOf(tab) + 1 : tabs.length;
        return {
          tabs: tabs.toSpliced(at, 0, { id, places: [place], now: 0 }),
          active: id,
          asked: asked + 1,
        };
      }
      const kept = tab.places.slice(0, tab.now + 1);
      const same = kept.at(-1)?.path === path;
      // The same note again is another look at it, not another step.
      const places = (same ? [...kept.slice(0, -1), place] : [...kept, place]).slice(-HISTORY);
      return { tabs: replace(tabs, { ...tab, places, now: places.length - 1 }), asked: asked + 1 };
    }),
  back: () => set((s) => step(s, -1)),
  forward: () => set((s) => step(s, 1)),
  select: (id) => set(({ asked }) => ({ active: id, asked: asked + 1 })),
  close: (id) =>
    set(({ tabs, active }) => {
      const at = tabs.findIndex((t) => t.id === id);
      if (at < 0) return {};
      const left = tabs.toSpliced(at, 1);
      return { tabs: left, active: active === id ? (left[Math.min(at, left.length - 1)]?.id ?? 0) : active };
    }),
  move: (id, to) =>
    set(({ tabs }) => {
      const from = tabs.findIndex((t) => t.id === id);
      if (from < 0) return {};
      return { tabs: tabs.toSpliced(from, 1).toSpliced(to, 0, tabs[from]!) };
    }),
  keepScroll: (scroll) =>
    set(({ tabs, active }) => {
      const tab = tabs.find(({ id }) => id === active);
      if (!tab || tab.places[tab.now]!.scroll === scroll) return {};
      const places = tab.places.with(tab.now, { ...tab.places[tab.now]!, scroll });
      return { tabs: replace(tabs, { ...tab, places }) };
    }),
  renamed: (from, to) =>
    set(({ tabs }) => ({
      tabs: tabs.map((tab) => ({
        ...tab,
        places: tab.places.map((place) => (place.path === from ? { ...place, path: to } : place)),
      })),
    })),
  restore: (tabs, active) => set({ tabs, active }),
}));

const replace = (tabs: readonly Tab[], tab: Tab): readonly Tab[] =>
  tabs.map((t) => (t.id === tab.id ? tab : t));

function step({ tabs, active, asked }: Pick<Tabs, 'tabs' | 'active' | 'asked'>, by: number): Partial<Tabs> {
  const tab = tabs.find(({ id }) => id === active);
  if (!tab?.places[tab.now + by]) return {};
  return { tabs: replace(tabs, { ...tab, now: tab.now + by }), asked: asked + 1 };
}

/** The place that is shown, if any. */
export const placeOf = ({ tabs, active }: Pick<Tabs, 'tabs' | 'active'>): Place | null => {
  const tab = tabs.find(({ id }) => id === active);
  return tab?.places[tab.now] ?? null;
};
