import { realpath, stat } from 'node:fs/promises';
import { sep } from 'node:path';
import { PortolanError, reasonParams, systemCode } from '../../common/errors.ts';

/** The only place that turns a vault's raw paths into paths that the system takes. */

const SLASH = Buffer.from('/');

/**
 * The path under which the system finds a file: `root` and the raw path relative to it. Bytes, because a name may
 * not be valid UTF-8; a string on Windows, where names are UTF-16 and long paths need Node's own treatment.
 */
export function diskPath(root: string, rawPath: Buffer): Buffer | string {
  if (process.platform === 'win32') return `${root}${sep}${rawPath.toString('utf8').replaceAll('/', sep)}`;
  return rawPath.length === 0 ? Buffer.from(root) : Buffer.concat([Buffer.from(root), SLASH, rawPath]);
}

/** A raw path and one more raw name. */
export const joinRaw = (folder: Buffer, name: Buffer): Buffer =>
  folder.length === 0 ? name : Buffer.concat([folder, SLASH, name]);

/** The last part of a raw path. */
export const lastPart = (rawPath: Buffer): Buffer => rawPath.subarray(rawPath.lastIndexOf(0x2f) + 1);

/** The folder of a raw path; empty for the vault's own. */
export const folderOfRaw = (rawPath: Buffer): Buffer =>
  rawPath.subarray(0, Math.max(0, rawPath.lastIndexOf(0x2f)));

/** A raw path as a key of maps: one character per byte, so that names that are not UTF-8 stay apart. */
export const rawKey = (raw: Buffer): string => raw.toString('latin1');

/** Where a vault really is, and which folder it is, so that a replaced or unmounted one is noticed. */
export interface VaultRoot {
  /** Absolute, symbolic links resolved. */
  readonly path: string;
  /** Device and inode. */
  readonly identity: string;
}

/** Finds the vault's folder. Throws VAULT_NOT_FOUND, VAULT_NOT_A_FOLDER, VAULT_UNREADABLE. */
export async function openRoot(root: string): Promise<VaultRoot> {
  try {
    const path = await realpath(root);
    const found = await stat(path, { bigint: true });
    if (!found.isDirectory()) throw new PortolanError('VAULT_NOT_A_FOLDER', { path: root });
    return { path, identity: `${found.dev}:${found.ino}` };
  } catch (error) {
    throw rootError(root, error);
  }
}

/** What went wrong with the vault's own folder, as a coded error. */
export function rootError(root: string, error: unknown): PortolanError {
  if (error instanceof PortolanError) return error;
  const code = systemCode(error);
  if (code === 'ENOENT') return new PortolanError('VAULT_NOT_FOUND', { path: root }, { cause: error });
  if (code === 'ENOTDIR') return new PortolanError('VAULT_NOT_A_FOLDER', { path: root }, { cause: error });
  return new PortolanError('VAULT_UNREADABLE', { path: root, ...reasonParams(error) }, { cause: error });
}

/** True where an error means that the thing is not there (any more). */
export const isGone = (error: unknown): boolean => ['ENOENT', 'ENOTDIR'].includes(systemCode(error) ?? '');
