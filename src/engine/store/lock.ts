import { mkdirSync, rmSync } from 'node:fs';
import { dirname } from 'node:path';
import Database from 'better-sqlite3';
import { systemCode } from '../../common/errors.ts';
import { storeError } from './sqlite-errors.ts';

/** Held by the one process that may write a vault's index. */
export interface WriterLock {
  /** Lets another process write. Safe to call twice. */
  release(): void;
}

/**
 * Asks to be the one writer of the index `file`; null when another process, or another part of this one, is.
 * The lock is SQLite's own on an empty file beside the index: the system lets go of it when the process ends,
 * however it ends, which no file with a process id in it can promise. Throws INDEX_READ_ONLY, DISK_FULL, INDEX_IO.
 */
export function acquireWriter(file: string): WriterLock | null {
  const lockFile = `${file}.writer`;
  try {
    mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
    return lock(lockFile);
  } catch (error) {
    const code = systemCode(error) ?? '';
    if (code.startsWith('SQLITE_BUSY')) return null;
    if (code.startsWith('SQLITE_NOTADB') || code.startsWith('SQLITE_CORRUPT')) {
      // It holds nothing, so nothing is lost; and what is no database cannot be locked by anyone.
      rmSync(lockFile);
      return lock(lockFile);
    }
    throw storeError(error, file);
  }
}

function lock(lockFile: string): WriterLock {
  const db = new Database(lockFile, { timeout: 0 });
  try {
    // Nothing is ever written: without this, the transaction would leave a journal beside the file.
    db.pragma('journal_mode = MEMORY');
    db.exec('BEGIN EXCLUSIVE');
  } catch (error) {
    db.close();
    throw error;
  }
  return { release: () => db.close() };
}
