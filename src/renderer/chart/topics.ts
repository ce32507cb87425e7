import type { ChartModel } from './model.ts';

export interface Topics {
  /** Regions that many of them lie in, the commonest first. */
  readonly regions: readonly {
    readonly region: ChartModel['drawn'][number]['region'];
    readonly notes: number;
  }[];
  /** Tags that many of them have, and other notes less often. */
  readonly tags: readonly { readonly tag: string; readonly notes: number }[];
}

/** Share of the notes that a topic of theirs has at least. */
const MANY = 0.15;
/** How much commoner a tag is among them than everywhere. */
const SETS_APART = 1.3;
const REGIONS = 3;
const TAGS = 5;

/** What notes have in common: the regions that they lie in, and their tags. One note has nothing in common. */
export function topicsOf(model: ChartModel, notes: readonly number[]): Topics {
  if (notes.length < 2) return { regions: [], tags: [] };
  const least = Math.max(2, MANY * notes.length);
  const regions = counts(notes.map((i) => model.regions[i]!).filter((id) => id >= 0));
  const tags = counts(notes.flatMap((i) => model.notes[i]?.tags ?? []));
  const everywhere = counts(model.notes.flatMap((note) => note?.tags ?? []));
  const byId = new Map(model.drawn.map(({ region }) => [region.id, region]));
  return {
    regions: most(regions, least, REGIONS).flatMap(([id, n]) => {
      const region = byId.get(id);
      return region ? [{ region, notes: n }] : [];
    }),
    tags: most(tags, least, Infinity)
      .filter(
        ([tag, n]) =>
          notes.length === model.count ||
          n / notes.length > (SETS_APART * everywhere.get(tag)!) / model.count,
      )
      .slice(0, TAGS)
      .map(([tag, n]) => ({ tag, notes: n })),
  };
}

function counts<T>(values: readonly T[]): Map<T, number> {
  const of = new Map<T, number>();
  for (const value of values) of.set(value, (of.get(value) ?? 0) + 1);
  return of;
}

const most = <T>(of: ReadonlyMap<T, number>, least: number, upTo: number): [T, number][] =>
  [...of]
    .filter(([, n]) => n >= least)
    .sort((a, b) => b[1] - a[1])
    .slice(0, upTo);
