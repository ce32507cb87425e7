import { existsSync, renameSync, rmSync, writeFileSync } from 'node:fs';

/** SQLite's own companions of a database file. */
const COMPANIONS = ['', '-wal', '-shm'];

/**
 * Moves the files of an index out of the way, so that a new one can be begun, and returns the first one's new name.
 * Nothing is deleted: what stands there can still be looked at. All connections must be closed.
 */
export function setAside(file: string, now = new Date()): string {
  const stamp = now.toISOString().slice(0, 19).replaceAll(':', '-');
  let aside = `${file}.damaged-${stamp}`;
  for (let n = 2; existsSync(aside); n++) aside = `${file}.damaged-${stamp}-${n}`;
  for (const suffix of COMPANIONS) if (existsSync(file + suffix)) renameSync(file + suffix, aside + suffix);
  rmSync(markOf(file), { force: true });
  return aside;
}

/**
 * Remembers that the index was found damaged in use, where opening it does not show: a whole check of every page
 * would cost a second at every start. The next writer sets it aside.
 */
export function markDamaged(file: string): void {
  try {
    writeFileSync(markOf(file), '');
  } catch {
    // The disk that damaged the index may refuse this too; the error that led here is told either way.
  }
}

export const isMarkedDamaged = (file: string): boolean => existsSync(markOf(file));

const markOf = (file: string): string => `${file}.damaged`;
