import { beforeEach, describe, expect, it } from 'vitest';
import { canStep, placeOf, useTabs } from './tabs.ts';
import { saneTabs } from './tabs-kept.ts';

const tabs = () => useTabs.getState();
const shown = () => placeOf(tabs())?.path ?? null;
const paths = () => tabs().tabs.map((tab) => tab.places[tab.now]!.path);

beforeEach(() => useTabs.getState().restore([], 0));

describe('tabs', () => {
  it('shows a note where the last one was, and goes back and forward', () => {
    tabs().open('a.md');
    tabs().open('b.md');
    tabs().open('c.md');
    expect(paths()).toEqual(['c.md']);
    tabs().back();
    tabs().back();
    expect(shown()).toBe('a.md');
    expect(canStep(tabs(), -1)).toBe(false);
    tabs().forward();
    expect(shown()).toBe('b.md');
    expect(canStep(tabs(), 1)).toBe(true);
  });

  it('forgets what lay ahead when another way is taken', () => {
    for (const path of ['a.md', 'b.md', 'c.md']) tabs().open(path);
    tabs().back();
    tabs().open('d.md');
    expect(canStep(tabs(), 1)).toBe(false);
    tabs().back();
    expect(shown()).toBe('b.md');
  });

  it('takes the same note again for another look, not another step', () => {
    tabs().open('a.md');
    tabs().open('b.md', { heading: 'One' });
    const { asked } = tabs();
    tabs().open('b.md', { heading: 'Two' });
    expect(placeOf(tabs())).toMatchObject({ path: 'b.md', heading: 'Two' });
    expect(tabs().asked).toBeGreaterThan(asked);
    tabs().back();
    expect(shown()).toBe('a.md');
  });

  it('opens a new tab beside the one that is shown', () => {
    tabs().open('a.md');
    tabs().open('b.md', { newTab: true });
    tabs().select(tabs().tabs[0]!.id);
    tabs().open('c.md', { newTab: true });
    expect(paths()).toEqual(['a.md', 'c.md', 'b.md']);
    expect(shown()).toBe('c.md');
  });

  it('shows the neighbour of a tab that is closed, and brings it back with its history', () => {
    tabs().open('a.md');
    tabs().open('b.md', { newTab: true });
    tabs().open('c.md');
    tabs().open('d.md', { newTab: true });
    tabs().select(tabs().tabs[1]!.id);
    tabs().close(tabs().active);
    expect(shown()).toBe('d.md');
    tabs().reopen();
    expect(shown()).toBe('c.md');
    tabs().back();
    expect(shown()).toBe('b.md');
    tabs().closeOthers(tabs().active);
    expect(paths()).toEqual(['b.md']);
    tabs().close(tabs().active);
    expect(tabs().active).toBe(0);
    expect(shown()).toBeNull();
  });

  it('leaves the tab that is shown alone when another one is closed', () => {
    tabs().open('a.md');
    tabs().open('b.md', { newTab: true });
    const { asked } = tabs();
    tabs().close(tabs().tabs[0]!.id);
    expect(shown()).toBe('b.md');
    expect(tabs().asked).toBe(asked);
  });

  it('moves tabs', () => {
    for (const path of ['a.md', 'b.md', 'c.md']) tabs().open(path, { newTab: true });
    tabs().move(tabs().tabs[0]!.id, 2);
    expect(paths()).toEqual(['b.md', 'c.md', 'a.md']);
    tabs().move(99, 0);
    expect(paths()).toEqual(['b.md', 'c.md', 'a.md']);
  });

  it('follows a note that was renamed, everywhere in its history', () => {
    tabs().open('a.md');
    tabs().open('b.md');
    tabs().renamed('a.md', 'folder/z.md');
    tabs().back();
    expect(shown()).toBe('folder/z.md');
  });

  it('keeps how far a note was scrolled', () => {
    tabs().open('a.md');
    tabs().keepScroll(120);
    tabs().open('b.md');
    tabs().back();
    expect(placeOf(tabs())).toEqual({ path: 'a.md', scroll: 120 });
  });
});

describe('tabs of last time', () => {
  it('come back as they were, the one that was shown too', () => {
    tabs().open('a.md');
    tabs().open('b.md');
    tabs().open('c.md', { newTab: true });
    tabs().select(tabs().tabs[0]!.id);
    const kept: unknown = JSON.parse(JSON.stringify({ tabs: tabs().tabs, active: tabs().active }));
    const back = saneTabs(kept, []);
    tabs().restore(back.tabs, back.active);
    expect(paths()).toEqual(['b.md', 'c.md']);
    expect(shown()).toBe('b.md');
    tabs().back();
    expect(shown()).toBe('a.md');
  });

  it('stand beside what was asked for meanwhile, each with an id of its own', () => {
    tabs().open('asked.md');
    const { tabs: all } = saneTabs(
      { tabs: [{ id: 1, places: [{ path: 'kept.md' }], now: 0 }], active: 1 },
      tabs().tabs,
    );
    expect(all.map((tab) => tab.places[0]!.path)).toEqual(['kept.md', 'asked.md']);
    expect(new Set(all.map((tab) => tab.id)).size).toBe(2);
  });

  it.each([null, 'text', {}, { tabs: 3 }, { tabs: [null, {}, { places: [] }, { places: [{ path: 7 }] }] }])(
    'are none where what was kept cannot be used: %j',
    (value) => {
      expect(saneTabs(value, [])).toEqual({ tabs: [], active: 0 });
    },
  );

  it('stand on a place that is there', () => {
    const { tabs: all } = saneTabs({ tabs: [{ id: 4, places: [{ path: 'a.md' }], now: 9 }], active: 4 }, []);
    expect(all).toEqual([{ id: 1, places: [{ path: 'a.md' }], now: 0 }]);
  });

  it('keep the steps around the one that was shown', () => {
    const places = Array.from({ length: 100 }, (_, i) => ({ path: `${i}.md` }));
    const { tabs: all } = saneTabs({ tabs: [{ id: 1, places, now: 50 }], active: 1 }, []);
    const [tab] = all;
    expect(tab!.places[tab!.now]!.path).toBe('50.md');
    expect(tab!.places.length).toBeLessThan(100);
  });
});
