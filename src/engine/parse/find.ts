import { distance } from 'fastest-levenshtein';
import { baseName, type NotePath, stem } from '../../common/ids.ts';
import { fold } from '../../common/text.ts';

export interface Findable {
  readonly path: NotePath;
  readonly title: string;
  readonly aliases: readonly string[];
}

export interface Found {
  /** Notes that the name means, those of the most exact kind only: path, then file name, title, alias. Sorted by path. */
  readonly paths: readonly NotePath[];
  /** Where there are none: names that look much like it, most alike first. */
  readonly suggestions: readonly string[];
}

const MOST_SUGGESTIONS = 3;
/** Longer input is no name, and comparing it with every name would take long. */
const LONGEST_NAME = 200;

/** Looks up a name as a person types it: case and accents make no difference, nor does the extension. */
export function createFinder(notes: readonly Findable[]): (name: string) => Found {
  const kinds: Map<string, Set<NotePath>>[] = [new Map(), new Map(), new Map(), new Map()];
  /** What to suggest for a folded name. */
  const names = new Map<string, string>();
  const put = (kind: number, name: string, path: NotePath) => {
    const key = fold(name).trim();
    if (!key) return;
    const paths = kinds[kind]!.get(key);
    if (paths) paths.add(path);
    else kinds[kind]!.set(key, new Set([path]));
    if (kind > 0 && !names.has(key)) names.set(key, name);
  };
  for (const { path, title, aliases } of notes) {
    put(0, path, path);
    put(0, withoutExtension(path), path);
    put(1, stem(path), path);
    if (baseName(path) !== stem(path)) put(1, baseName(path), path);
    put(2, title, path);
    for (const alias of aliases) put(3, alias, path);
  }

  return (name) => {
    const key = fold(name.replace(/^\[\[|\]\]$/g, '').replaceAll('\\', '/'))
      .trim()
      .replace(/^\.?\//, '');
    for (const kind of kinds) {
      const paths = kind.get(key);
      if (paths) return { paths: [...paths].sort(), suggestions: [] };
    }
    const ending = key.includes('/') ? endingIn(kinds[0]!, key) : [];
    if (ending.length > 0) return { paths: ending, suggestions: [] };
    return { paths: [], suggestions: suggest(names, key) };
  };
}

const withoutExtension = (path: string): string =>
  path.slice(0, path.length - baseName(path).length) + stem(path);

function endingIn(paths: Map<string, Set<NotePath>>, key: string): NotePath[] {
  const found = new Set<NotePath>();
  for (const [path, notes] of paths) if (path.endsWith(`/${key}`)) for (const note of notes) found.add(note);
  return [...found].sort();
}

function suggest(names: ReadonlyMap<string, string>, key: string): string[] {
  if (!key || key.length > LONGEST_NAME) return [];
  const most = Math.max(1, Math.floor(key.length / 4));
  const near: { name: string; score: number }[] = [];
  for (const [folded, name] of names) {
    const starts =
      key.length >= 3 && (folded.startsWith(key) || (folded.length >= 3 && key.startsWith(folded)));
    const contains = key.length >= 4 && folded.includes(key);
    if (!starts && !contains && Math.abs(folded.length - key.length) > most) continue;
    const edits = folded.length > LONGEST_NAME ? most + 1 : distance(folded, key);
    if (edits <= most) near.push({ name, score: edits });
    else if (starts) near.push({ name, score: most + 1 + edits / 1000 });
    else if (contains) near.push({ name, score: most + 2 + edits / 1000 });
  }
  near.sort((a, b) => a.score - b.score || (a.name < b.name ? -1 : 1));
  return near.slice(0, MOST_SUGGESTIONS).map((n) => n.name);
}
