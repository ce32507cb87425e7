import { constants } from 'node:fs';
import { type FileHandle, open, realpath } from 'node:fs/promises';
import { PortolanError, reasonParams } from '../../common/errors.ts';
import { baseName } from '../../common/ids.ts';
import { foldCase } from '../../common/text.ts';
import { diskPath, isGone } from '../vault/disk.ts';
import { findFile } from '../vault/find-file.ts';
import { mediaTypeOf } from './media-types.ts';

/** Bytes. A page holds the whole file in memory. */
const LIMIT = 64 * 1024 * 1024;

// Never through a symbolic link, never waiting for the other end of a pipe. Windows has neither flag.
const FLAGS = constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0);

/**
 * The bytes of an image, sound or film, with its type.
 * @param root the vault's folder, symbolic links resolved
 * @throws ATTACHMENT_NOT_FOUND, ATTACHMENT_REFUSED, ATTACHMENT_TOO_LARGE, FILE_UNREADABLE
 */
export async function attachment(root: string, path: string, limit = LIMIT): Promise<Blob> {
  const type = mediaTypeOf(baseName(path));
  if (type === undefined || !isPlain(path)) throw new PortolanError('ATTACHMENT_REFUSED', { path });
  try {
    const found = await findFile(root, path);
    if (!found) throw new PortolanError('ATTACHMENT_NOT_FOUND', { path });
    if (!found.stats.isFile()) throw new PortolanError('ATTACHMENT_REFUSED', { path });
    const at = diskPath(root, found.rawPath);
    const handle = await open(at, FLAGS);
    try {
      // What was looked at may have been replaced since: what is open is what counts.
      if (!(await isStillThere(handle, at))) throw new PortolanError('ATTACHMENT_REFUSED', { path });
      const { size } = await handle.stat();
      if (size > limit) throw new PortolanError('ATTACHMENT_TOO_LARGE', { path, size, limit });
      return new Blob([await readAll(handle, size)], { type });
    } finally {
      await handle.close();
    }
  } catch (error) {
    if (error instanceof PortolanError) throw error;
    if (isGone(error)) throw new PortolanError('ATTACHMENT_NOT_FOUND', { path }, { cause: error });
    throw new PortolanError('FILE_UNREADABLE', { path, ...reasonParams(error) }, { cause: error });
  }
}

/** Relative, without steps up, hidden folders, or anything that some system reads as more than a name. */
function isPlain(path: string): boolean {
  const windows = process.platform === 'win32';
  return path.split('/').every((part) => {
    if (part === '' || part.startsWith('.') || part.includes('\0')) return false;
    return !windows || !(/[\\:]/.test(part) || /[. ]$/.test(part));
  });
}

/** Whether what is open is a file, and the way to it leads through no link. */
async function isStillThere(handle: FileHandle, at: Buffer | string): Promise<boolean> {
  const [opened, real] = [await handle.stat(), await realpath(at)];
  // Some systems give back another case or normal form than they were asked with.
  return opened.isFile() && foldCase(real) === foldCase(at.toString());
}

/** As much as there was when it was opened: a film that is being written grows on. */
async function readAll(handle: FileHandle, size: number): Promise<Uint8Array<ArrayBuffer>> {
  const bytes = new Uint8Array(size);
  let filled = 0;
  while (filled < size) {
    const { bytesRead } = await handle.read(bytes, filled, size - filled, filled);
    if (bytesRead === 0) break;
    filled += bytesRead;
  }
  return bytes.subarray(0, filled);
}
