import type { NotePath } from '../../common/ids.ts';
import type { NoteRecord, Notes } from '../store/types.ts';
import type { NoteFile, ScanResult } from '../vault/note-file.ts';

/** What to do so that the index says what the disk says. */
export interface Plan {
  /** New files, and files whose size or time differ from the index: to be read. */
  readonly read: readonly NoteFile[];
  /** Notes whose file is gone. Some may turn up under another name among `read`: those are moves. */
  readonly gone: readonly NoteRecord[];
  readonly unchanged: number;
  /** Files whose bytes are as indexed are prepared anew all the same, because the recipe has changed. */
  readonly reread: boolean;
  /** Notes that are prepared anew whatever their bytes are. */
  readonly again: ReadonlySet<string>;
}

const NONE: ReadonlySet<string> = new Set();

/** Above this number of changed files, words of all come before vectors of any. */
const MANY = 32;
export const isLarge = (plan: Plan): boolean => plan.read.length > MANY;

/**
 * Difference of a full scan and the index. Notes below a folder that could not be read are left as they are: what
 * cannot be seen is not gone.
 * @param reread treat every file as changed, because the recipe that made the index has changed
 */
export function planScan(
  scan: ScanResult,
  records: readonly NoteRecord[],
  reread = false,
  again: ReadonlySet<string> = NONE,
): Plan {
  const byPath = new Map(records.map((r) => [r.path as string, r]));
  const read: NoteFile[] = [];
  for (const file of scan.notes) {
    const record = byPath.get(file.path);
    byPath.delete(file.path);
    if (reread || !record || again.has(file.path) || differs(file, record)) read.push(file);
  }
  const hidden = scan.leftOut
    .filter((l) => l.outcome === 'failed')
    .map((l) => ({ path: l.path, folder: l.folder }));
  const gone = [...byPath.values()].filter((r) => !hidden.some((h) => covers(h, r.path)));
  return { read, gone, unchanged: scan.notes.length - read.length, reread, again };
}

/** The coarsest clock of a file system that is in use, FAT's, in milliseconds. */
const TICK = 2000;

/**
 * Whether the file on disk can be another than the one indexed, judged without reading it. One that was read within a
 * tick of its last change may have been changed once more in that tick, to the same size.
 */
export const differs = (file: NoteFile, record: NoteRecord): boolean =>
  file.size !== record.size ||
  file.mtimeMs !== record.mtimeMs ||
  !file.rawPath.equals(record.rawPath) ||
  Math.abs(record.readAtMs - file.mtimeMs) < TICK;

function covers(entry: { path: NotePath; folder: boolean }, path: string): boolean {
  return entry.path === path || (entry.folder && (entry.path === '' || path.startsWith(`${entry.path}/`)));
}

/** The same for paths that were looked at singly. A hint is a reason to read, whatever size and time say. */
export function planTouched(
  seen: { notes: readonly NoteFile[]; gone: readonly string[] },
  notes: Notes,
  again: ReadonlySet<string> = NONE,
): Plan {
  const gone = seen.gone.map((path) => notes.byPath(path)).filter((r) => r !== undefined);
  return { read: seen.notes, gone, unchanged: 0, reread: false, again };
}
