import type { Stats } from 'node:fs';
import { lstat, readdir } from 'node:fs/promises';
import { nfc } from '../../common/text.ts';
import { diskPath, isGone, joinRaw } from './disk.ts';
import { identityNames } from './names.ts';

/** A file of the vault by its identity path, and everything on the way to it. */
export interface FoundFile {
  readonly rawPath: Buffer;
  readonly stats: Stats;
}

/**
 * The file that an identity path means, whatever bytes its name has on disk; null where there is none, or a part of
 * the path is a symbolic link. Nothing outside the vault can be meant: `path` must not have `.` and `..` in it.
 */
export async function findFile(root: string, path: string): Promise<FoundFile | null> {
  let rawPath: Buffer = Buffer.alloc(0);
  let stats: Stats | null = null;
  for (const name of nfc(path).split('/')) {
    if (stats && !stats.isDirectory()) return null;
    const found = await findEntry(root, rawPath, name);
    if (!found || found.stats.isSymbolicLink()) return null;
    ({ rawPath, stats } = found);
  }
  return stats && { rawPath, stats };
}

/** Names are nearly always on disk as they are written; where one is not, the folder is listed. */
async function findEntry(root: string, folder: Buffer, name: string): Promise<FoundFile | null> {
  const plain = await statOf(root, joinRaw(folder, Buffer.from(name)));
  if (plain) return plain;
  const raws = await readdir(diskPath(root, folder), { encoding: 'buffer' }).catch(() => []);
  const at = identityNames(raws).indexOf(name);
  return at < 0 ? null : statOf(root, joinRaw(folder, raws[at]!));
}

async function statOf(root: string, rawPath: Buffer): Promise<FoundFile | null> {
  try {
    return { rawPath, stats: await lstat(diskPath(root, rawPath)) };
  } catch (error) {
    if (isGone(error)) return null;
    throw error;
  }
}
