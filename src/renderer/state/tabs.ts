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
  /** Tabs closed last, the latest at the end. */
  readonly closed: readonly Tab[];
  /** Shows a note: in the active tab, whose history remembers where it was, or in a new one. */
  open(path: string, options?: OpenOptions): void;
  back(): void;
  forward(): void;
  select(id: number): void;
  close(id: number): void;
  closeOthers(id: number): void;
  /** Brings back the tab closed last. */
  reopen(): void;
  /** Moves a tab to another index. */
  move(id: number, to: number): void;
  /** The reader keeps how far the active place is scrolled. */
  keepScroll(scroll: number): void;
  /** A note was renamed or moved: tabs follow. */
  renamed(from: string, to: string): void;
  /** Puts these tabs in place of all that are open. */
  restore(tabs: readonly Tab[], active: number): void;
}

/** Places kept per tab. */
const HISTORY = 100;
const CLOSED = 20;

export const useTabs = create<Tabs>((set) => ({
  tabs: [],
  active: 0,
  asked: 0,
  closed: [],
  open: (path, { newTab = false, ...what } = {}) =>
    set(({ tabs, active, asked }) => {
      const place: Place = { path, ...what };
      const tab = tabs.find(({ id }) => id === active);
      if (!tab || newTab) {
        const id = nextId(tabs);
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
    set(({ tabs, active, asked, closed }) => {
      const at = tabs.findIndex((t) => t.id === id);
      if (at < 0) return {};
      const left = tabs.toSpliced(at, 1);
      const kept = [...closed, tabs[at]!].slice(-CLOSED);
      if (active !== id) return { tabs: left, closed: kept };
      const next = left[Math.min(at, left.length - 1)]?.id ?? 0;
      return { tabs: left, closed: kept, active: next, asked: asked + 1 };
    }),
  closeOthers: (id) =>
    set(({ tabs, active, asked, closed }) => {
      const left = tabs.filter((tab) => tab.id === id);
      if (left.length === 0) return {};
      const kept = [...closed, ...tabs.filter((tab) => tab.id !== id)].slice(-CLOSED);
      return { tabs: left, closed: kept, active: id, asked: active === id ? asked : asked + 1 };
    }),
  reopen: () =>
    set(({ tabs, asked, closed }) => {
      const tab = closed.at(-1);
      if (!tab) return {};
      const id = nextId(tabs);
      return { tabs: [...tabs, { ...tab, id }], closed: closed.slice(0, -1), active: id, asked: asked + 1 };
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
  restore: (tabs, active) => set(({ asked }) => ({ tabs, active, asked: asked + 1, closed: [] })),
}));

const nextId = (tabs: readonly Tab[]): number => Math.max(0, ...tabs.map((tab) => tab.id)) + 1;

const replace = (tabs: readonly Tab[], tab: Tab): readonly Tab[] =>
  tabs.map((t) => (t.id === tab.id ? tab : t));

function step({ tabs, active, asked }: Pick<Tabs, 'tabs' | 'active' | 'asked'>, by: number): Partial<Tabs> {
  const tab = tabs.find(({ id }) => id === active);
  if (!tab?.places[tab.now + by]) return {};
  return { tabs: replace(tabs, { ...tab, now: tab.now + by }), asked: asked + 1 };
}

/** Whether `back` (-1) or `forward` (1) leads anywhere. */
export const canStep = ({ tabs, active }: Pick<Tabs, 'tabs' | 'active'>, by: -1 | 1): boolean => {
  const tab = tabs.find(({ id }) => id === active);
  return tab?.places[tab.now + by] !== undefined;
};

/** The place that is shown, if any. */
export const placeOf = ({ tabs, active }: Pick<Tabs, 'tabs' | 'active'>): Place | null => {
  const tab = tabs.find(({ id }) => id === active);
  return tab?.places[tab.now] ?? null;
};
