import { realpathSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import envPaths from 'env-paths';
import { fold, nfc } from '../../common/text.ts';
import { textHash } from '../base/hash.ts';

/**
 * Where a vault's index lies: a folder of its own in the platform's app-data folder, named after the vault for
 * people and after its real path for us. Overridden by `dataDir`, then by the environment's PORTOLAN_DATA.
 *
 * @param vaultRoot the vault's folder; ways that lead to the same folder give the same index
 * @returns the absolute path of the database file; nothing is created
 */
export function defaultDatabase(vaultRoot: string, dataDir?: string): string {
  const root = realPath(vaultRoot);
  const hash = textHash(nfc(root)).slice(0, 12);
  return join(
    resolve(dataDir || process.env.PORTOLAN_DATA || appData()),
    'vaults',
    `${slug(root)}-${hash}`,
    'index.db',
  );
}

const appData = (): string => envPaths('portolan', { suffix: '' }).data;

function realPath(path: string): string {
  try {
    // The native call gives the letters' case as the disk has it, where the disk does not mind the case.
    return realpathSync.native(path);
  } catch {
    return resolve(path);
  }
}

/** What can be typed and is allowed in file names everywhere. */
function slug(root: string): string {
  const plain = fold(basename(root))
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '');
  return plain.slice(0, 40) || 'vault';
}
