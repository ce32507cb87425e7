import { reasonOf } from '../../common/errors.ts';
import { foldCase } from '../../common/text.ts';

/** Where Obsidian keeps “Excluded files”, relative to the vault. */
export const APP_JSON = '.obsidian/app.json';

/** One of Obsidian's exclusions. It never re-includes anything. */
export interface ObsidianFilter {
  /** As the user wrote it. */
  readonly source: string;
  excludesFile(path: string): boolean;
  /** True when everything below the folder is excluded. */
  excludesFolder(path: string): boolean;
}

export interface ObsidianFilters {
  readonly filters: readonly ObsidianFilter[];
  /** Why some could not be read, in words. */
  readonly problems: readonly string[];
}

/**
 * Reads `userIgnoreFilters` from the text of app.json. As in Obsidian, `/…/` is a regular expression that may match
 * anywhere in a file's path, anything else is the beginning of a path, and case does not matter. Never throws.
 */
export function parseObsidianFilters(json: string): ObsidianFilters {
  let listed: unknown;
  try {
    listed = (JSON.parse(json) as { userIgnoreFilters?: unknown } | null)?.userIgnoreFilters;
  } catch (error) {
    return { filters: [], problems: [reasonOf(error)] };
  }
  if (listed === undefined || listed === null) return { filters: [], problems: [] };
  if (!Array.isArray(listed)) return { filters: [], problems: ['userIgnoreFilters is not a list'] };
  const filters: ObsidianFilter[] = [];
  const problems: string[] = [];
  for (const item of listed as unknown[]) {
    try {
      filters.push(parseFilter(item));
    } catch (error) {
      problems.push(`${JSON.stringify(item)}: ${reasonOf(error)}`);
    }
  }
  return { filters, problems };
}

function parseFilter(item: unknown): ObsidianFilter {
  if (typeof item !== 'string') throw new Error('not a text');
  // An empty prefix or expression matches every note: nobody means that.
  if (/^\/*\s*\/*$/.test(item)) throw new Error('empty: it would exclude every note');
  if (item.startsWith('/') && item.endsWith('/')) {
    const expression = new RegExp(item.slice(1, -1).normalize('NFC'), 'i');
    // A folder that matches says nothing of the paths below it: each file is asked by itself.
    return { source: item, excludesFile: (path) => expression.test(path), excludesFolder: () => false };
  }
  const prefix = foldCase(item);
  return {
    source: item,
    excludesFile: (path) => foldCase(path).startsWith(prefix),
    excludesFolder: (path) => `${foldCase(path)}/`.startsWith(prefix),
  };
}
