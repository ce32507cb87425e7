import type { ErrorCode } from '../../common/error-codes.ts';
import { PortolanError, reasonParams, systemCode } from '../../common/errors.ts';

/** First match wins; SQLite's extended codes begin with their primary code. */
const BY_PREFIX: readonly (readonly [string, ErrorCode])[] = [
  ['SQLITE_FULL', 'DISK_FULL'],
  // The log's index grows by ftruncate, and that is how a full disk shows there.
  ['SQLITE_IOERR_SHMSIZE', 'DISK_FULL'],
  ['SQLITE_CORRUPT', 'INDEX_DAMAGED'],
  ['SQLITE_NOTADB', 'INDEX_DAMAGED'],
  ['SQLITE_BUSY', 'INDEX_LOCKED'],
  ['SQLITE_LOCKED', 'INDEX_LOCKED'],
  ['SQLITE_READONLY', 'INDEX_READ_ONLY'],
  ['SQLITE_CANTOPEN', 'INDEX_READ_ONLY'],
  ['SQLITE_PERM', 'INDEX_READ_ONLY'],
  ['SQLITE_AUTH', 'INDEX_READ_ONLY'],
  ['SQLITE_IOERR', 'INDEX_IO'],
  ['SQLITE_PROTOCOL', 'INDEX_IO'],
  ['ENOSPC', 'DISK_FULL'],
  ['EDQUOT', 'DISK_FULL'],
  ['EACCES', 'INDEX_READ_ONLY'],
  ['EPERM', 'INDEX_READ_ONLY'],
  ['EROFS', 'INDEX_READ_ONLY'],
  ['ENOTDIR', 'INDEX_READ_ONLY'],
  ['EISDIR', 'INDEX_READ_ONLY'],
  ['EEXIST', 'INDEX_READ_ONLY'],
  ['ENOENT', 'INDEX_READ_ONLY'],
  ['EBUSY', 'INDEX_LOCKED'],
  ['EIO', 'INDEX_IO'],
];

/** Anything thrown by SQLite or the file system while the index `file` was used, as a coded error with its cause. */
export function storeError(error: unknown, file: string): PortolanError {
  if (error instanceof PortolanError) return error;
  const system = systemCode(error) ?? '';
  const code = BY_PREFIX.find(([prefix]) => system.startsWith(prefix))?.[1] ?? 'INTERNAL';
  return new PortolanError(code, { path: file, ...reasonParams(error) }, { cause: error });
}

/** Runs `work`; whatever it throws comes out as a coded error. */
export function coded<T>(file: string, work: () => T): T {
  try {
    return work();
  } catch (error) {
    throw storeError(error, file);
  }
}

/**
 * The same object with every method's errors coded, generators included, and `seen` told of each.
 * The one place where SQLite's errors become ours: the slices themselves just let them fly.
 */
export function codedSlice<T extends object>(slice: T, file: string, seen: (e: PortolanError) => void): T {
  const attempt = <R>(work: () => R): R => {
    try {
      return work();
    } catch (error) {
      const coded = storeError(error, file);
      seen(coded);
      throw coded;
    }
  };
  function* guarded(rows: Generator<unknown>): Generator<unknown> {
    try {
      for (;;) {
        const step = attempt(() => rows.next());
        if (step.done) return;
        yield step.value;
      }
    } finally {
      rows.return(undefined);
    }
  }
  const wrap =
    (method: (...args: unknown[]) => unknown) =>
    (...args: unknown[]) => {
      const result = attempt(() => method(...args));
      return isGenerator(result) ? guarded(result) : result;
    };
  const entries = Object.entries(slice).map(([name, value]) => [
    name,
    typeof value === 'function' ? wrap(value as (...args: unknown[]) => unknown) : value,
  ]);
  return Object.fromEntries(entries) as T;
}

const isGenerator = (value: unknown): value is Generator<unknown> =>
  typeof value === 'object' && value !== null && Symbol.iterator in value && 'return' in value;
