import type { ChartModel } from './model.ts';
import type { Palette, Rgb } from './palette.ts';

export const COLOURINGS = ['region', 'folder', 'tag', 'language', 'age', 'links'] as const;
export type Colouring = (typeof COLOURINGS)[number];

/** An entry of the legend. */
export interface Category {
  /** What stands for it: a region's id, a folder, a tag, a language, a step of the ramp; '' for none, '…' for the rest. */
  readonly key: string;
  readonly colour: Rgb;
  readonly notes: number;
  /** For steps of a ramp: from where to where, ages in days, links in number. */
  readonly from?: number;
  readonly to?: number;
}

export interface Colours {
  readonly categories: readonly Category[];
  /** Index into the categories, by note. */
  readonly of: Uint8Array<ArrayBuffer>;
}

const DAY = 86_400_000;
/** Ends of the steps of age, in days; of links, in number. */
const AGES = [7, 31, 183, 731, Infinity];
const DEGREES = [0, 2, 5, 12, Infinity];

/** Which colour each note has, and what the colours mean, the commonest first. `now`: milliseconds since the epoch. */
export function coloursOf(model: ChartModel, by: Colouring, palette: Palette, now: number): Colours {
  // The chart, its legend and its overview all ask.
  const key = `${by} ${palette.night} ${Math.floor(now / DAY)}`;
  const known = KNOWN.get(model) ?? new Map<string, Colours>();
  KNOWN.set(model, known);
  const colours = known.get(key) ?? workedOut(model, by, palette, now);
  known.set(key, colours);
  return colours;
}

const KNOWN = new WeakMap<ChartModel, Map<string, Colours>>();

function workedOut(model: ChartModel, by: Colouring, palette: Palette, now: number): Colours {
  if (by === 'age') {
    const age = (i: number) => Math.max(0, (now - dayOf(model, i)) / DAY);
    // The newest stand out.
    return ramp(model.count, age, AGES, [...palette.ramp].reverse());
  }
  if (by === 'links') return ramp(model.count, (i) => model.degrees[i]!, DEGREES, palette.ramp);
  const keys = Array.from({ length: model.count }, (_, i) => keyOf(model, i, by));
  const chosen = new Map(
    by === 'region' ? [...coloursOfRegions(model)].map(([id, colour]) => [String(id), colour] as const) : [],
  );
  return categories(keys, palette, chosen);
}

/** A note's own day where it names one, else its last change. */
export function dayOf({ notes }: ChartModel, i: number): number {
  const note = notes[i];
  return note?.date ? Date.parse(note.date) : (note?.modified ?? 0);
}

function keyOf(model: ChartModel, i: number, by: Colouring): string {
  const note = model.notes[i];
  switch (by) {
    case 'region':
      return model.regions[i]! < 0 ? '' : String(model.regions[i]);
    case 'folder':
      return model.paths[i]!.includes('/') ? model.paths[i]!.split('/')[0]! : '';
    case 'tag':
      return note?.tags[0]?.split('/')[0] ?? '';
    default:
      return note && note.language !== 'und' ? note.language : '';
  }
}

/**
 * Numbers of the regions' colours, by id: what a person chose, else by the order in which the regions came up. Whether one
 * is larger than another says nothing of its colour: notes come and go, and colours stay.
 */
export function coloursOfRegions({ drawn }: Pick<ChartModel, 'drawn'>): Map<number, number> {
  const own = drawn.filter(({ region }) => region.parent === null).map(({ region }) => region);
  return new Map(own.sort((a, b) => a.id - b.id).map(({ id, colour }, i) => [id, colour ?? i]));
}

/** Colours of the grounds under the regions that stand out; hidden ones have none. `lit`: by category of the colours. */
export function tintsOf(
  model: ChartModel,
  by: Colouring,
  { categories }: Colours,
  lit: Uint8Array,
  palette: Palette,
): Map<number, Rgb> {
  const shown = model.drawn.filter(({ region }) => region.parent === null && !region.hidden);
  if (by !== 'region') return new Map(shown.map(({ region: { id } }) => [id, palette.none]));
  const colours = new Map(
    categories.flatMap(({ key, colour }, c) => (lit[c] === 0 ? [] : [[key, colour] as const])),
  );
  return new Map(
    shown.flatMap(({ region: { id } }) => {
      const colour = colours.get(String(id));
      return colour ? [[id, colour] as const] : [];
    }),
  );
}

function categories(keys: readonly string[], palette: Palette, chosen: ReadonlyMap<string, number>): Colours {
  const counts = new Map<string, number>();
  for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1);
  const ordered = [...counts]
    .filter(([key]) => key !== '')
    .sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
  const colours = palette.categories;
  const shown = ordered.slice(0, 2 * colours.length);
  const list: Category[] = shown.map(([key, notes], i) => ({
    key,
    notes,
    colour: colours[(chosen.get(key) ?? i) % colours.length]!,
  }));
  const rest = ordered.slice(shown.length).reduce((sum, [, n]) => sum + n, 0);
  if (rest > 0) list.push({ key: '…', notes: rest, colour: palette.none });
  if (counts.has('')) list.push({ key: '', notes: counts.get('')!, colour: palette.none });
  const at = new Map(list.map(({ key }, i) => [key, i]));
  return { categories: list, of: Uint8Array.from(keys, (key) => at.get(key) ?? at.get('…') ?? 0) };
}

function ramp(
  count: number,
  value: (i: number) => number,
  ends: readonly number[],
  colours: readonly Rgb[],
): Colours {
  const of = new Uint8Array(count);
  const notes = ends.map(() => 0);
  for (let i = 0; i < count; i++) {
    of[i] = ends.findIndex((end) => value(i) <= end);
    notes[of[i]!]!++;
  }
  const list = ends.map((to, s) => ({
    key: String(s),
    colour: colours[s]!,
    notes: notes[s]!,
    from: s === 0 ? 0 : ends[s - 1]!,
    to,
  }));
  return { categories: list, of };
}
