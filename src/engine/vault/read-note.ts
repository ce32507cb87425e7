import { closeSync, constants, fstatSync, openSync, readSync, type Stats } from 'node:fs';
import { open } from 'node:fs/promises';
import { PortolanError, reasonParams, systemCode } from '../../common/errors.ts';
import { because } from '../../common/reasons.ts';
import { bytesHash } from '../base/hash.ts';
import { decode } from './decode.ts';
import { diskPath, isGone } from './disk.ts';
import type { NoteContent, NoteFile } from './note-file.ts';

/** Bytes. Above it a file is a dump, not a note. */
export const DEFAULT_LIMIT = 64 * 1024 * 1024;

/** A save takes milliseconds: so many tries, and so long (ms) between them, see the end of almost any. */
const TRIES = 4;
const PAUSE = 20;

// Never through a symbolic link, never waiting for the other end of a pipe. Windows has neither flag.
const FLAGS = constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0);

/** A file that is open. What it returns may be waited for, and need not. */
interface OpenFile {
  stat(): Stats | Promise<Stats>;
  read(buffer: Buffer, at: number): number | Promise<number>;
  close(): void | Promise<void>;
}

async function openShared(at: Buffer | string): Promise<OpenFile> {
  const handle = await open(at, FLAGS);
  return {
    stat: () => handle.stat(),
    read: async (buffer, at) => (await handle.read(buffer, at, buffer.length - at, at)).bytesRead,
    close: () => handle.close(),
  };
}

/** Five times as quick for small files, and holds the thread: for threads that have nothing else to do. */
function openBlocking(at: Buffer | string): OpenFile {
  const fd = openSync(at, FLAGS);
  return {
    stat: () => fstatSync(fd),
    read: (buffer, at) => readSync(fd, buffer, at, buffer.length - at, at),
    close: () => closeSync(fd),
  };
}

export interface ReadOptions {
  /** Bytes above which a file is refused; 64 MiB. */
  readonly limit?: number;
  /** Hold the thread while the disk is read: several times as quick for many small files. */
  readonly blocking?: boolean;
}

/**
 * Reads and decodes one note as it is now: whole, from one version of the file.
 *
 * @param root the vault's folder
 * @throws FILE_VANISHED, FILE_CHANGING, FILE_UNREADABLE, FILE_TOO_LARGE, FILE_BINARY, LINK_OUTSIDE_VAULT
 */
export async function readNote(
  root: string,
  file: Pick<NoteFile, 'path' | 'rawPath'>,
  options: ReadOptions = {},
): Promise<NoteContent> {
  const read = await readWhole(root, file, options);
  const decoded = decode(read.bytes);
  if (!decoded) throw new PortolanError('FILE_BINARY', { path: file.path });
  const { mtimeMs, birthtimeMs } = read;
  return { ...decoded, contentHash: bytesHash(read.bytes), size: read.bytes.length, mtimeMs, birthtimeMs };
}

interface Read {
  readonly bytes: Buffer;
  readonly mtimeMs: number;
  readonly birthtimeMs: number;
}

async function readWhole(
  root: string,
  { path, rawPath }: Pick<NoteFile, 'path' | 'rawPath'>,
  { limit = DEFAULT_LIMIT, blocking = false }: ReadOptions,
): Promise<Read> {
  for (let attempt = 1; attempt <= TRIES; attempt++) {
    try {
      const at = diskPath(root, rawPath);
      const read = await readOnce(blocking ? openBlocking(at) : await openShared(at), path, limit);
      if (read) return read;
    } catch (error) {
      throw fileError(path, error);
    }
    if (attempt < TRIES) await new Promise((resolve) => setTimeout(resolve, PAUSE * attempt));
  }
  throw new PortolanError('FILE_CHANGING', { path });
}

/** The file's bytes, or null when it changed meanwhile. */
async function readOnce(handle: OpenFile, path: string, limit: number): Promise<Read | null> {
  try {
    const before = await handle.stat();
    if (!before.isFile()) throw new PortolanError('FILE_UNREADABLE', { path, ...because('not-a-file') });
    if (before.size > limit) throw new PortolanError('FILE_TOO_LARGE', { path, size: before.size, limit });
    const bytes = await readAll(handle, before.size);
    const after = await handle.stat();
    const same =
      bytes.length === after.size &&
      before.size === after.size &&
      before.mtimeMs === after.mtimeMs &&
      before.ctimeMs === after.ctimeMs;
    // No name left: it was replaced or deleted while open, and opening it again tells which.
    if (!same || after.nlink === 0) return null;
    return { bytes, mtimeMs: after.mtimeMs, birthtimeMs: after.birthtimeMs || after.mtimeMs };
  } finally {
    await handle.close();
  }
}

/** All bytes; one more than expected when the file grew. */
async function readAll(handle: OpenFile, size: number): Promise<Buffer> {
  const buffer = Buffer.allocUnsafe(size + 1);
  let filled = 0;
  while (filled < buffer.length) {
    const read = await handle.read(buffer, filled);
    if (read === 0) break;
    filled += read;
  }
  return buffer.subarray(0, filled);
}

function fileError(path: string, error: unknown): PortolanError {
  if (error instanceof PortolanError) return error;
  if (isGone(error)) return new PortolanError('FILE_VANISHED', { path }, { cause: error });
  if (systemCode(error) === 'ELOOP')
    return new PortolanError('LINK_OUTSIDE_VAULT', { path }, { cause: error });
  return new PortolanError('FILE_UNREADABLE', { path, ...reasonParams(error) }, { cause: error });
}
