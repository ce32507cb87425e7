import { isUtf8 } from 'node:buffer';
import { lstatSync, type Stats } from 'node:fs';
import { asNotePath, type NotePath } from '../../common/ids.ts';
import { diskPath, folderOfRaw, isGone, lastPart, rawKey } from './disk.ts';
import { GIT_IGNORE, PORTOLAN_IGNORE } from './ignore-rules.ts';
import type { Known, KnownFolder } from './known.ts';
import { decodeName, noteKind } from './names.ts';
import type { LeftOut, NoteFile } from './note-file.ts';
import { APP_JSON } from './obsidian-filters.ts';
import { leftOut, noteFile } from './walk.ts';

/** What became of a few touched paths. */
export interface CheckResult {
  /** Notes that are there now, new or perhaps changed. */
  readonly notes: readonly NoteFile[];
  /** Notes of the last scan that are not there any more. */
  readonly gone: readonly NotePath[];
  /** New notes that exclusions leave out. */
  readonly leftOut: readonly LeftOut[];
  /** True when other files came or went: the scanner's `attachments()` has them as they are now. */
  readonly attachmentsChanged: boolean;
  /** True when the paths cannot be judged by themselves: scan instead, nothing else in the result counts. */
  readonly needsFullScan: boolean;
}

export const NEEDS_FULL_SCAN: CheckResult = {
  notes: [],
  gone: [],
  leftOut: [],
  attachmentsChanged: false,
  needsFullScan: true,
};

/** Judges touched paths against what the last scan saw, and brings that up to date. One stat for each path. */
export function checkPaths(root: string, known: Known, paths: Iterable<Buffer | string>): CheckResult {
  const check = new Check(root, known);
  const touched = new Map<string, Buffer>();
  for (const path of paths) {
    const raw = typeof path === 'string' ? Buffer.from(path) : path;
    touched.set(rawKey(raw), raw);
  }
  for (const rawPath of touched.values()) if (!check.judge(rawPath)) return NEEDS_FULL_SCAN;
  const { notes, gone, leftOut: out, attachmentsChanged } = check;
  return { notes, gone, leftOut: out, attachmentsChanged, needsFullScan: false };
}

/** Every method that returns a boolean returns false when only a scan can tell. */
class Check {
  readonly notes: NoteFile[] = [];
  readonly gone: NotePath[] = [];
  readonly leftOut: LeftOut[] = [];
  attachmentsChanged = false;
  readonly #root: string;
  readonly #known: Known;

  constructor(root: string, known: Known) {
    this.#root = root;
    this.#known = known;
  }

  judge(rawPath: Buffer): boolean {
    if (decidesExclusions(rawPath)) return false;
    if (isBelowHidden(rawPath) || this.#isBelowLeftOut(rawPath)) return true;
    const found = this.#stat(rawPath);
    if (found === 'unknown') return false;
    if (this.#known.folder(rawPath)) return found !== 'gone' && found.isDirectory();
    const parent = this.#known.folder(folderOfRaw(rawPath));
    if (!parent) return false;
    return this.#known.file(rawPath)
      ? this.#judgeKnown(rawPath, parent, found)
      : this.#judgeNew(rawPath, parent, found);
  }

  #judgeKnown(rawPath: Buffer, parent: KnownFolder, found: Stats | 'gone'): boolean {
    const { path, what } = this.#known.file(rawPath)!;
    if (this.#known.bearers(rawPath, path) > 1) return false;
    if (found === 'gone') return this.#remove(rawPath, path, what === 'note');
    if (what === 'left-out') return parent.rules.verdict(path, found.isDirectory()) !== null;
    if (!found.isFile()) return false;
    if (what === 'note') this.notes.push(noteFile({ path, rawPath }, noteKind(path)!, found));
    return true;
  }

  #remove(rawPath: Buffer, path: string, isNote: boolean): boolean {
    if (this.#known.file(rawPath)?.what === 'left-out') return false;
    this.#known.remove(rawPath);
    if (isNote) this.gone.push(asNotePath(path));
    else this.attachmentsChanged = true;
    return true;
  }

  #judgeNew(rawPath: Buffer, parent: KnownFolder, found: Stats | 'gone'): boolean {
    if (found === 'gone') return true;
    const rawName = lastPart(rawPath);
    if (!found.isFile() || !isUtf8(rawName)) return false;
    const name = decodeName(rawName);
    const path = parent.path ? `${parent.path}/${name}` : name;
    if (this.#known.bearers(rawPath, path) > 0) return false;
    const kind = noteKind(name);
    const rule = parent.rules.verdict(path, false);
    if (rule !== null) {
      this.#known.add(rawPath, path, 'left-out');
      if (kind) this.leftOut.push(leftOut(path, 'skipped', 'FILE_EXCLUDED', { path, rule }, false));
    } else if (kind) {
      this.#known.add(rawPath, path, 'note');
      this.notes.push(noteFile({ path, rawPath }, kind, found));
    } else {
      this.#known.add(rawPath, path, 'attachment');
      this.attachmentsChanged = true;
    }
    return true;
  }

  #stat(rawPath: Buffer): Stats | 'gone' | 'unknown' {
    try {
      return lstatSync(diskPath(this.#root, rawPath));
    } catch (error) {
      return isGone(error) ? 'gone' : 'unknown';
    }
  }

  /** Below an excluded folder or a link, nothing that happens matters. */
  #isBelowLeftOut(rawPath: Buffer): boolean {
    for (let folder = folderOfRaw(rawPath); folder.length > 0; folder = folderOfRaw(folder))
      if (this.#known.file(folder)?.what === 'left-out') return true;
    return false;
  }
}

/** True for the files (and the folder) that say what is excluded. */
export function decidesExclusions(rawPath: Buffer | string): boolean {
  const path = rawPath.toString();
  if (path === APP_JSON || path === '.obsidian') return true;
  const name = path.slice(path.lastIndexOf('/') + 1);
  return (name === PORTOLAN_IGNORE || name === GIT_IGNORE) && !isBelowHidden(path.slice(0, -name.length));
}

/** True when the file or a folder above it is hidden. */
export const isBelowHidden = (rawPath: Buffer | string): boolean => /(?:^|\/)\./.test(rawPath.toString());
