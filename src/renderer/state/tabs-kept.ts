import type { Place, Tab } from './tabs.ts';

/** Tabs and steps that are brought back; the rest of a long day is let go. */
const MOST_TABS = 60;
const MOST_PLACES = 30;

/** What of remembered tabs can be used, beside those that are open already. */
export function saneTabs(value: unknown, open: readonly Tab[]): { tabs: readonly Tab[]; active: number } {
  if (!isObject(value) || !Array.isArray(value.tabs)) return { tabs: open, active: open[0]?.id ?? 0 };
  let id = Math.max(0, ...open.map((tab) => tab.id));
  let active = 0;
  const kept: Tab[] = [];
  for (const tab of value.tabs.slice(0, MOST_TABS) as unknown[]) {
    if (!isObject(tab) || !Array.isArray(tab.places)) continue;
    const places = (tab.places as unknown[]).filter(isPlace);
    if (places.length === 0) continue;
    const wanted = typeof tab.now === 'number' && tab.now >= 0 ? Math.floor(tab.now) : places.length - 1;
    const now = Math.min(wanted, places.length - 1);
    const from = Math.max(0, Math.min(now, places.length - MOST_PLACES));
    id++;
    kept.push({ id, places: places.slice(from, from + MOST_PLACES), now: now - from });
    if (tab.id === value.active) active = id;
  }
  return { tabs: [...kept, ...open], active: active || (kept[0]?.id ?? open[0]?.id ?? 0) };
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null;

const isPlace = (value: unknown): value is Place =>
  isObject(value) && typeof value.path === 'string' && value.path !== '';
