import { accessSync, constants, existsSync, readFileSync } from 'node:fs';
import { dirname } from 'node:path';
import Database from 'better-sqlite3';
import { getLoadablePath } from 'sqlite-vec';
import { systemCode } from '../../common/errors.ts';

export type Db = Database.Database;

/** How long a statement waits for another process's write before it gives up, in milliseconds. */
export const BUSY_TIMEOUT_MS = 5000;

/**
 * Opens the database file for writing, creating it when missing. The one place that decides how.
 *
 * - 8 KiB pages: five vectors of 384 floats fit into one (two into 4 KiB, a fifth of the file lost), and a
 *   chunk's row never needs overflow pages.
 * - WAL with synchronous NORMAL: readers never wait for the writer, a kill loses nothing, a power cut loses at most
 *   the last commits, which the next scan makes good.
 * - No memory mapping: it gained less than a fifth in reading vectors, and an I/O error under it is a signal that
 *   ends the process instead of an error that can be told.
 * - 32 MiB of cache: the upper levels of all trees and the pages of the last few hundred notes.
 * - Incremental vacuum, so that `sweep` can give space back without writing the whole file anew.
 */
export function connect(file: string, busyTimeoutMs = BUSY_TIMEOUT_MS): Db {
  const db = new Database(file, { timeout: busyTimeoutMs });
  try {
    if (db.pragma('page_count', { simple: true }) === 0) {
      db.pragma('page_size = 8192');
      db.pragma('auto_vacuum = INCREMENTAL');
    }
    db.pragma('journal_mode = WAL');
    db.pragma('synchronous = NORMAL');
    db.pragma('journal_size_limit = 67108864');
    return prepared(db);
  } catch (error) {
    db.close();
    throw error;
  }
}

/**
 * Opens an existing database for reading. In a folder that cannot be written (a read-only mount, a backup) SQLite
 * cannot make the shared memory that WAL needs; there the file, which nobody changes, is read as a whole.
 */
export function connectReadOnly(file: string, busyTimeoutMs = BUSY_TIMEOUT_MS): Db {
  try {
    return open(file, busyTimeoutMs);
  } catch (error) {
    const stuck = systemCode(error)?.startsWith('SQLITE_CANTOPEN') && !existsSync(`${file}-wal`);
    if (stuck && existsSync(file) && !writable(dirname(file))) return open(image(file), busyTimeoutMs);
    throw error;
  }
}

function open(source: string | Buffer, timeout: number): Db {
  const db = new Database(source, { readonly: true, fileMustExist: typeof source === 'string', timeout });
  try {
    db.pragma('schema_version');
    return prepared(db);
  } catch (error) {
    db.close();
    throw error;
  }
}

/** The file's bytes, marked as a database without WAL: these two bytes of the header are all that makes it one. */
function image(file: string): Buffer {
  const bytes = readFileSync(file);
  bytes.fill(1, 18, 20);
  return bytes;
}

function prepared(db: Db): Db {
  db.pragma('foreign_keys = ON');
  db.pragma('cache_size = -32768');
  db.pragma('temp_store = MEMORY');
  db.pragma('mmap_size = 0');
  return db;
}

/**
 * Adds sqlite-vec's functions. False where it has no build for the machine (Windows on ARM, musl): the vectors lie in
 * an ordinary table, so everything but SQL over vectors works without it.
 */
export function loadVectorFunctions(db: Db): boolean {
  try {
    // In a packaged app the library lies beside the archive, not in it.
    db.loadExtension(getLoadablePath().replace(/\.asar([\\/])/, '.asar.unpacked$1'));
    return true;
  } catch {
    return false;
  }
}

function writable(folder: string): boolean {
  try {
    accessSync(folder, constants.W_OK);
    return true;
  } catch {
    return false;
  }
}
