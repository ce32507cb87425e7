import type { Filter } from '../../../contract/filter.ts';
import { type Facets, matching } from '../passages/facets.ts';

/** One thing that an answer is narrowed by. */
export interface Narrowing {
  /** 'notes': listed ones, whose number is the value. */
  readonly kind: 'folder' | 'tag' | 'language' | 'after' | 'before' | 'notes';
  readonly value: string;
}

const FIELDS = { folder: 'folders', tag: 'tags', language: 'languages' } as const;
type Listed = keyof typeof FIELDS;

const isListed = (kind: Narrowing['kind']): kind is Listed => kind in FIELDS;

/** A filter as the chips that it is shown by. */
export function narrowingsOf(filter: Filter): Narrowing[] {
  const listed = (Object.keys(FIELDS) as Listed[]).flatMap((kind) =>
    (filter[FIELDS[kind]] ?? []).map((value) => ({ kind, value })),
  );
  const days = (['after', 'before'] as const).flatMap((kind) => {
    const value = filter[kind];
    return value ? [{ kind, value }] : [];
  });
  const notes = filter.paths ? [{ kind: 'notes' as const, value: String(filter.paths.length) }] : [];
  return [...notes, ...listed, ...days];
}

/** The filter with one more, which is never a list of notes; of days there is only one of each kind. */
export function narrowed(filter: Filter, { kind, value }: Narrowing): Filter {
  if (kind === 'notes') return filter;
  if (!isListed(kind)) return { ...filter, [kind]: value };
  const values = filter[FIELDS[kind]] ?? [];
  return values.includes(value) ? filter : { ...filter, [FIELDS[kind]]: [...values, value] };
}

/** The filter without one; fields that are left empty are left out. */
export function widened(filter: Filter, { kind, value }: Narrowing): Filter {
  if (kind === 'notes') return within(filter, null);
  const { [isListed(kind) ? FIELDS[kind] : kind]: old, ...rest } = filter;
  if (!isListed(kind) || !Array.isArray(old)) return rest;
  const values = old.filter((v) => v !== value);
  return values.length > 0 ? { ...rest, [FIELDS[kind]]: values } : rest;
}

/** The filter with these notes and no others let through; with null, with all. */
export function within({ paths: _, ...rest }: Filter, paths: readonly string[] | null): Filter {
  return paths ? { ...rest, paths: [...paths] } : rest;
}

export interface Offer extends Narrowing {
  readonly notes: number;
}

/** What to narrow by next: some of every kind, those that are in use already left out. */
export function offersFor(
  facets: Facets,
  typed: string,
  filter: Filter,
  languageName: (code: string) => string,
  each = 6,
): Offer[] {
  const used = new Set(narrowingsOf(filter).map(({ kind, value }) => `${kind} ${value}`));
  const named = facets.languages.map((f) => ({
    value: `${languageName(f.value)} ${f.value}`,
    notes: f.notes,
    code: f.value,
  }));
  const languages = matching(named, typed, each).map((f) => ({
    value: (f as (typeof named)[number]).code,
    notes: f.notes,
  }));
  const all: Offer[] = [
    ...matching(facets.folders, typed, each).map((f) => ({ kind: 'folder' as const, ...f })),
    ...matching(facets.tags, typed.replace(/^#/, ''), each).map((f) => ({ kind: 'tag' as const, ...f })),
    // A vault in one language has nothing to choose.
    ...(facets.languages.length > 1 ? languages : []).map((f) => ({ kind: 'language' as const, ...f })),
  ];
  return all.filter(({ kind, value }) => !used.has(`${kind} ${value}`));
}
