import { access, constants, readdir, realpath, stat } from 'node:fs/promises';
import { homedir } from 'node:os';
import path from 'node:path';
import { PortolanError, reasonParams, systemCode } from '../common/errors.ts';

/** Folders within a folder and how many notes it holds, for a page that has no dialog of the system to ask with. */
export interface FolderListing {
  readonly path: string;
  readonly parent: string | null;
  readonly folders: { readonly name: string; readonly path: string; readonly vault: boolean }[];
  readonly notes: number;
}

const MOST_FOLDERS = 2_000;
const NOTE = /\.(md|markdown|mdx|canvas)$/i;

/** A path as a person types it: `~` is their home, and what is not absolute begins there. */
export function typedPath(typed: string): string {
  const home = homedir();
  const trimmed = typed.trim();
  return path.resolve(home, trimmed === '~' ? '.' : trimmed.replace(/^~(?=[/\\])/, '.'));
}

/**
 * The folder that is meant, as the disk calls it.
 * @throws VAULT_NOT_FOUND, VAULT_NOT_A_FOLDER, VAULT_UNREADABLE
 */
export async function openFolder(typed: string): Promise<string> {
  const meant = typedPath(typed);
  try {
    const real = await realpath(meant);
    if (!(await stat(real)).isDirectory()) throw new PortolanError('VAULT_NOT_A_FOLDER', { path: meant });
    await access(real, constants.R_OK);
    return real;
  } catch (error) {
    if (error instanceof PortolanError) throw error;
    const code = systemCode(error);
    if (code === 'ENOENT' || code === 'ENOTDIR')
      throw new PortolanError('VAULT_NOT_FOUND', { path: meant }, { cause: error });
    throw new PortolanError('VAULT_UNREADABLE', { path: meant, ...reasonParams(error) }, { cause: error });
  }
}

/**
 * What is in a folder, the home folder by default; hidden folders are left out.
 * @throws VAULT_NOT_FOUND, VAULT_NOT_A_FOLDER, VAULT_UNREADABLE
 */
export async function listFolders(typed = '~'): Promise<FolderListing> {
  const folder = await openFolder(typed);
  const entries = await readdir(folder, { withFileTypes: true }).catch((cause) => {
    throw new PortolanError('VAULT_UNREADABLE', { path: folder, ...reasonParams(cause) }, { cause });
  });
  const names = entries
    .filter((entry) => entry.isDirectory() && !entry.name.startsWith('.'))
    .map((entry) => entry.name)
    .sort((a, b) => a.localeCompare(b))
    .slice(0, MOST_FOLDERS);
  const parent = path.dirname(folder);
  return {
    path: folder,
    parent: parent === folder ? null : parent,
    folders: await Promise.all(
      names.map(async (name) => {
        const at = path.join(folder, name);
        return { name, path: at, vault: await isVault(at) };
      }),
    ),
    notes: entries.filter((entry) => entry.isFile() && NOTE.test(entry.name)).length,
  };
}

/** Obsidian leaves its own folder in every vault that it opened. */
const isVault = (folder: string): Promise<boolean> =>
  access(path.join(folder, '.obsidian')).then(
    () => true,
    () => false,
  );
