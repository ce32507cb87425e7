import { nfc } from '../../common/text.ts';
import type { Frontmatter, Tag } from './note.ts';

/** What Portolan reads from a note's properties, whichever of the usual ways they are written in. */

type Data = Frontmatter['data'];

/** Property names are compared without regard to case, as Obsidian does. */
function property(data: Data, ...names: string[]): unknown {
  for (const name of names) {
    if (Object.hasOwn(data, name)) return data[name];
    for (const key of Object.keys(data)) if (key.toLowerCase() === name) return data[key];
  }
  return undefined;
}

/** A scalar as text; '' for what is none. A wikilink that YAML takes for a nested list is read as it was meant. */
function scalar(value: unknown): string {
  if (typeof value === 'string') return nfc(value.trim());
  if (typeof value === 'number' || typeof value === 'bigint') return String(value);
  if (Array.isArray(value) && value.length === 1 && Array.isArray(value[0]) && value[0].length === 1)
    return scalar(value[0][0]);
  return '';
}

function list(value: unknown): string[] {
  if (!Array.isArray(value)) return [scalar(value)];
  return value.map(scalar);
}

const distinct = (values: string[]): string[] => [...new Set(values.filter(Boolean))];

export const frontmatterTitle = (data: Data): string => scalar(property(data, 'title')).replace(/\s+/g, ' ');

/** `aliases` or `alias`: a list, or text with commas. */
export function frontmatterAliases(data: Data): string[] {
  return distinct(
    ['aliases', 'alias'].flatMap((name) => {
      const value = property(data, name);
      if (typeof value === 'string') return value.split(',').map((s) => nfc(s.trim()));
      return list(value);
    }),
  );
}

/** `tags` or `tag`: a list, or text with commas or blanks, with or without `#`. */
export function frontmatterTags(data: Data): Tag[] {
  const names = ['tags', 'tag'].flatMap((name) => {
    const value = property(data, name);
    const texts = typeof value === 'string' ? [value] : list(value);
    return texts
      .flatMap((text) => text.split(/[,\s]+/))
      .map((s) => nfc(s.replace(/^#+/, '').replace(/\/+$/, '')));
  });
  return distinct(names).map((name) => ({ name, source: 'frontmatter' as const }));
}

const DATE = /(\d{4})[-/._](\d{1,2})[-/._](\d{1,2})(?!\d)/;
const COMPACT = /^(\d{4})(\d{2})(\d{2})(?!\d)/;

/** ISO date from `date`, `created` and their like, else from a daily note's name; undefined where there is none. */
export function noteDate(data: Data, name: string): string | undefined {
  for (const key of ['date', 'created', 'created_at', 'date created', 'datecreated', 'creation date']) {
    const found = isoDate(scalar(property(data, key)).replace(/^\[\[|\]\]$/g, ''));
    if (found) return found;
  }
  return isoDate(name);
}

/** The date with which a text starts (2024-03-01, 2024/3/1, 20240301), where it is one of the calendar. */
export function isoDate(text: string): string | undefined {
  const found = DATE.exec(text);
  const m = found?.index === 0 ? found : COMPACT.exec(text);
  if (!m) return undefined;
  const iso = `${m[1]}-${m[2]!.padStart(2, '0')}-${m[3]!.padStart(2, '0')}`;
  const time = Date.parse(`${iso}T00:00:00Z`);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(iso) ? iso : undefined;
}
