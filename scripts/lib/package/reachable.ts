import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';

export interface Reachable {
  /** Built files, absolute. */
  readonly files: ReadonlySet<string>;
  /** Packages that they import, by name. */
  readonly packages: ReadonlySet<string>;
}

const IMPORT = /(?:\bfrom|\bimport|\bimport\(|\brequire\(|\bresolve\()\s*["']([^"']+)["']/g;
/** Workers, and what else is found relative to its module. */
const BESIDE = /new URL\(\s*["']([^"']+)["'],\s*import\.meta\.url/g;

/** What built programs use at run time, followed from where they begin. */
export function reachableFrom(entries: readonly string[]): Reachable {
  const files = new Set<string>();
  const packages = new Set<string>();
  const visit = (file: string) => {
    if (files.has(file) || !existsSync(file) || !/\.[cm]?js$/.test(file)) return;
    files.add(file);
    const source = readFileSync(file, 'utf8');
    for (const [, name] of source.matchAll(BESIDE)) visit(path.resolve(path.dirname(file), name!));
    for (const [, name] of source.matchAll(IMPORT)) {
      if (name!.startsWith('.')) visit(path.resolve(path.dirname(file), name!));
      else if (!name!.startsWith('node:')) packages.add(packageOf(name!));
    }
  };
  for (const entry of entries) visit(entry);
  return { files, packages };
}

const packageOf = (specifier: string) =>
  specifier
    .split('/')
    .slice(0, specifier.startsWith('@') ? 2 : 1)
    .join('/');

/** npm's account of what it installed, as far as it is needed. */
type Lock = Readonly<
  Record<string, { dependencies?: object; optionalDependencies?: object; peerDependencies?: object }>
>;

/**
 * The folders under `node_modules` that these packages need, with all that those need, by npm's account; names that npm
 * did not install (Electron's own, packages of other systems) are passed over.
 */
export function withDependencies(names: Iterable<string>, lock: Lock): ReadonlySet<string> {
  const folders = new Set<string>();
  const visit = (name: string, from: string) => {
    const folder = resolve(name, from, lock);
    if (!folder || folders.has(folder)) return;
    folders.add(folder);
    const { dependencies, optionalDependencies, peerDependencies } = lock[folder]!;
    for (const needed of Object.keys({ ...dependencies, ...optionalDependencies, ...peerDependencies }))
      visit(needed, folder);
  };
  for (const name of names) visit(name, '');
  return folders;
}

/** As Node looks for packages: beside, then further out. */
function resolve(name: string, from: string, lock: Lock): string | undefined {
  for (let folder = from; ; folder = folder.slice(0, Math.max(0, folder.lastIndexOf('node_modules/') - 1))) {
    const found = path.posix.join(folder, 'node_modules', name);
    if (lock[found]) return found;
    if (folder === '') return undefined;
  }
}
