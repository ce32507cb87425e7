import type { Dirent } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { diskPath, joinRaw } from './disk.ts';
import { GIT_IGNORE, PORTOLAN_IGNORE } from './ignore-rules.ts';
import { identityNames, isHidden } from './names.ts';

export type EntryType = 'file' | 'folder' | 'link' | 'other';

/** One thing in a folder, not hidden. */
export interface Entry {
  /** Identity path, relative to the vault. */
  readonly path: string;
  readonly name: string;
  readonly rawPath: Buffer;
  readonly type: EntryType;
}

export interface Listing {
  /** Sorted by name. */
  readonly entries: readonly Entry[];
  /** Names of the ignore files in it, the one that outranks the others last. */
  readonly ignoreFiles: readonly string[];
}

/** Lists a folder. Throws what the system throws. */
export async function listFolder(
  root: string,
  folder: { readonly path: string; readonly rawPath: Buffer },
): Promise<Listing> {
  const all = await readdir(diskPath(root, folder.rawPath), { withFileTypes: true, encoding: 'buffer' });
  const shown = all.filter((entry) => !isHidden(entry.name));
  const names = identityNames(shown.map((entry) => entry.name));
  const entries = shown.map((entry, i): Entry => {
    const name = names[i]!;
    const path = folder.path ? `${folder.path}/${name}` : name;
    return { path, name, rawPath: joinRaw(folder.rawPath, entry.name), type: typeOf(entry) };
  });
  entries.sort((a, b) => (a.name < b.name ? -1 : 1));
  const files = new Set(all.filter((entry) => entry.isFile()).map((entry) => entry.name.toString('latin1')));
  return { entries, ignoreFiles: [GIT_IGNORE, PORTOLAN_IGNORE].filter((name) => files.has(name)) };
}

function typeOf(entry: Dirent<Buffer>): EntryType {
  if (entry.isFile()) return 'file';
  if (entry.isDirectory()) return 'folder';
  return entry.isSymbolicLink() ? 'link' : 'other';
}
