import { asNotePath, baseName, folderOf, type NotePath } from '../../common/ids.ts';
import { foldCase } from '../../common/text.ts';
import type { Link } from './note.ts';

export interface Resolution {
  readonly toPath: NotePath | null;
  readonly attachment: string | null;
}

export type LinkResolver = (link: Pick<Link, 'kind' | 'target'>, from: NotePath) => Resolution;

export interface ResolverInput {
  readonly notes: readonly { readonly path: NotePath; readonly aliases: readonly string[] }[];
  /** Identity paths of all other files. */
  readonly attachments: readonly string[];
}

interface Target {
  readonly path: string;
  /** The path as it is compared: NFC, lower case. */
  readonly key: string;
  readonly note: boolean;
}

const NONE: Resolution = { toPath: null, attachment: null };

/** What may be left out of a link, in the order in which it is tried. */
const EXTENSIONS = ['.md', '.markdown', '.mdx', '.canvas'];

/**
 * Resolves links as Obsidian does: an exact path; a path relative to the note (`./`, `../`, and any Markdown link); the
 * end of a path, the closest one first; an alias. Case and Unicode's normal forms make no difference, but where two
 * files differ only in them, the one spelt like the link is taken. Each link costs a few look-ups in maps.
 */
export function createResolver(input: ResolverInput): LinkResolver {
  const targets: Target[] = [
    ...input.notes.map(({ path }) => ({ path, key: foldCase(path), note: true })),
    ...input.attachments.map((path) => ({ path, key: foldCase(path), note: false })),
  ];
  const byPath = groupBy(targets, (t) => t.key);
  const byName = groupBy(targets, (t) => baseName(t.key));
  const byAlias = new Map<string, Target[]>();
  for (const { path, aliases } of input.notes)
    for (const alias of aliases) add(byAlias, foldCase(alias), { path, key: foldCase(path), note: true });

  const exact = (path: string): Target[] | undefined => withExtension(path, (p) => byPath.get(p));

  function bySuffix(path: string): Target[] | undefined {
    return withExtension(path, (p) => {
      const named = byName.get(baseName(p));
      if (!named || !p.includes('/')) return named;
      const tail = `/${p}`;
      const found = named.filter((t) => t.key === p || t.key.endsWith(tail));
      return found.length > 0 ? found : undefined;
    });
  }

  return ({ kind, target }, from) => {
    const written = target.normalize('NFC').trim();
    if (written === '') return { toPath: from, attachment: null };
    const path = foldCase(written).replaceAll('\\', '/');
    const here = folderOf(from);
    const markdown = kind === 'markdown' || kind === 'markdown-embed';
    let found: Target[] | undefined;
    if (path.startsWith('/')) found = exact(normalise('', path.slice(1)));
    else if (/^\.\.?\//.test(path) || markdown) found = exact(normalise(foldCase(here), path));
    if (!found && !/^\.\.?\//.test(path)) found = exact(normalise('', path));
    // A relative path that leads nowhere is still a name: notes move, links written by hand stay.
    const rest = normalise('', path.replace(/^(?:\.\.?\/)+/, ''));
    found ??= rest ? bySuffix(rest) : undefined;
    found ??= byAlias.get(path);
    const best = found && closest(found, here, written);
    if (!best) return NONE;
    return best.note
      ? { toPath: asNotePath(best.path), attachment: null }
      : { toPath: null, attachment: best.path };
  };
}

function withExtension(path: string, find: (path: string) => Target[] | undefined): Target[] | undefined {
  const bare = find(path);
  if (bare) return bare;
  for (const extension of EXTENSIONS) {
    const found = find(path + extension);
    if (found) return found;
  }
  return undefined;
}

/** `.` and `..` taken out; what climbs out of the vault stays at its root. */
function normalise(folder: string, path: string): string {
  const parts = folder ? folder.split('/') : [];
  for (const part of path.split('/')) {
    if (part === '..') parts.pop();
    else if (part !== '.' && part !== '') parts.push(part);
  }
  return parts.join('/');
}

function closest(found: readonly Target[], here: string, written: string): Target {
  if (found.length === 1) return found[0]!;
  const key = foldCase(here);
  const rank = (t: Target): [number, number, number, number] => [
    folderOf(t.key) === key ? 0 : 1,
    key && t.key.startsWith(`${key}/`) ? 0 : 1,
    t.path.length,
    spelt(t.path, written) ? 0 : 1,
  ];
  return found
    .map((target) => ({ target, rank: rank(target) }))
    .reduce((a, b) => ((compare(a.rank, b.rank) || compareText(a.target.path, b.target.path)) <= 0 ? a : b))
    .target;
}

/** Spelt like the link, but for an extension left out. */
function spelt(path: string, written: string): boolean {
  const bare = written.replace(/^(?:\.{0,2}\/)+/, '');
  return [bare, ...EXTENSIONS.map((e) => bare + e)].some((w) => path === w || path.endsWith(`/${w}`));
}

function compare(a: readonly number[], b: readonly number[]): number {
  for (let i = 0; i < a.length; i++) if (a[i] !== b[i]) return a[i]! - b[i]!;
  return 0;
}

const compareText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

function groupBy(targets: readonly Target[], keyOf: (t: Target) => string): Map<string, Target[]> {
  const groups = new Map<string, Target[]>();
  for (const target of targets) add(groups, keyOf(target), target);
  return groups;
}

function add(groups: Map<string, Target[]>, key: string, target: Target): void {
  const group = groups.get(key);
  if (group) group.push(target);
  else groups.set(key, [target]);
}
