import type { Stats } from 'node:fs';
import { throwIfCancelled } from '../../common/cancel.ts';
import type { ErrorCode, ErrorParams } from '../../common/error-codes.ts';
import { reasonParams } from '../../common/errors.ts';
import { asNotePath } from '../../common/ids.ts';
import { because } from '../../common/reasons.ts';
import { diskPath, isGone, joinRaw, rootError, type VaultRoot } from './disk.ts';
import { type Entry, type Listing, listFolder } from './folder-list.ts';
import { GIT_IGNORE } from './ignore-rules.ts';
import { Known, type KnownFolder } from './known.ts';
import { noteKind } from './names.ts';
import type { LeftOut, NoteFile, NoteKind, ScanResult } from './note-file.ts';
import { statAll } from './pace.ts';
import { readIgnoreFile, readRootRules } from './read-rules.ts';

export interface ScanOptions {
  /** Exclusions with gitignore's syntax, relative to the vault; they outrank its own. */
  readonly patterns?: readonly string[];
  /** Honour `.gitignore` files too. Off by default: what is not published is still a note. */
  readonly gitignore?: boolean;
}

/** Excluded notes that are listed one by one; beyond them, excluded folders are listed whole. */
const EXCLUDED_LISTED = 500;

/** Walks a vault. Throws VAULT_NOT_FOUND, VAULT_UNREADABLE, CANCELLED; whatever is below the root only ends in `leftOut`. */
export async function walk(
  root: VaultRoot,
  options: ScanOptions,
  signal?: AbortSignal,
): Promise<{ result: ScanResult; known: Known }> {
  const walker = new Walker(root.path, options, signal);
  const result = await walker.run();
  return { result, known: walker.known };
}

class Walker {
  readonly known = new Known();
  readonly #root: string;
  readonly #options: ScanOptions;
  readonly #signal: AbortSignal | undefined;
  readonly #notes: NoteFile[] = [];
  readonly #leftOut: LeftOut[] = [];
  #excluded = 0;

  constructor(root: string, options: ScanOptions, signal: AbortSignal | undefined) {
    this.#root = root;
    this.#options = options;
    this.#signal = signal;
  }

  async run(): Promise<ScanResult> {
    const { rules, leftOut } = await readRootRules(this.#root, this.#options.patterns ?? []);
    this.#leftOut.push(...leftOut);
    const folders: KnownFolder[] = [{ path: '', rawPath: Buffer.alloc(0), rules }];
    for (let folder = folders.pop(); folder; folder = folders.pop()) {
      throwIfCancelled(this.#signal);
      folders.push(...(await this.#visit(folder)));
    }
    this.#notes.sort(byPath);
    this.#leftOut.sort(byPath);
    return { notes: this.#notes, attachments: this.known.attachments(), leftOut: this.#leftOut };
  }

  /** Takes up what is in one folder; returns the folders below it that are to be visited. */
  async #visit(found: KnownFolder): Promise<KnownFolder[]> {
    const listing = await this.#list(found);
    if (!listing) return [];
    const folder = await this.#withIgnoreFiles(found, listing.ignoreFiles);
    this.known.addFolder(folder);
    const below: KnownFolder[] = [];
    const notes: Entry[] = [];
    for (const entry of listing.entries) {
      if (entry.type === 'link') this.#leave(entry, 'LINK_OUTSIDE_VAULT', {});
      else if (entry.type === 'other') this.#leaveOther(entry);
      else {
        const rule = folder.rules.verdict(entry.path, entry.type === 'folder');
        if (rule !== null) await this.#exclude(entry, rule);
        else if (entry.type === 'folder') below.push({ ...entry, rules: folder.rules });
        else if (noteKind(entry.name)) notes.push(entry);
        else this.known.add(entry.rawPath, entry.path, 'attachment');
      }
    }
    await this.#addNotes(notes);
    return below;
  }

  async #list(folder: { path: string; rawPath: Buffer }): Promise<Listing | null> {
    try {
      return await listFolder(this.#root, folder);
    } catch (error) {
      if (folder.path === '') throw rootError(this.#root, error);
      if (!isGone(error)) this.#fail(folder.path, 'FOLDER_UNREADABLE', error, true);
      return null;
    }
  }

  async #withIgnoreFiles(folder: KnownFolder, names: readonly string[]): Promise<KnownFolder> {
    let rules = folder.rules;
    for (const name of names) {
      if (name === GIT_IGNORE && !this.#options.gitignore) continue;
      const rawPath = joinRaw(folder.rawPath, Buffer.from(name));
      const path = folder.path ? `${folder.path}/${name}` : name;
      const read = await readIgnoreFile(rules, this.#root, { folder: folder.path, name, path, rawPath });
      rules = read.rules;
      this.#leftOut.push(...read.leftOut);
    }
    return { ...folder, rules };
  }

  async #addNotes(entries: readonly Entry[]): Promise<void> {
    const stats = await statAll(entries.map((entry) => diskPath(this.#root, entry.rawPath)));
    entries.forEach((entry, i) => {
      const found = stats[i]!;
      if (found instanceof Error) {
        if (isGone(found)) return;
        this.#fail(entry.path, 'FILE_UNREADABLE', found, false);
        this.known.add(entry.rawPath, entry.path, 'left-out');
      } else if (found.isFile()) {
        this.#notes.push(noteFile(entry, noteKind(entry.name)!, found));
        this.known.add(entry.rawPath, entry.path, 'note');
      }
    });
  }

  /** Notes are named one by one, so that the ledger can answer for each; other files are of no interest. */
  async #exclude(entry: Entry, rule: string): Promise<void> {
    this.known.add(entry.rawPath, entry.path, 'left-out');
    if (entry.type === 'file') {
      if (noteKind(entry.name)) this.#leaveExcluded(entry.path, rule);
      return;
    }
    const pending = [{ path: entry.path, rawPath: entry.rawPath }];
    for (let folder = pending.pop(); folder; folder = pending.pop()) {
      throwIfCancelled(this.#signal);
      if (this.#excluded >= EXCLUDED_LISTED) {
        this.#leaveExcluded(folder.path, rule);
        continue;
      }
      // What cannot be read here would not be indexed if it could.
      const listing = await listFolder(this.#root, folder).catch(() => null);
      for (const below of listing?.entries ?? []) {
        if (below.type === 'folder') pending.push(below);
        else if (below.type === 'file' && noteKind(below.name)) this.#leaveExcluded(below.path, rule);
      }
    }
  }

  #leaveExcluded(path: string, rule: string): void {
    this.#excluded++;
    this.#leftOut.push(leftOut(path, 'skipped', 'FILE_EXCLUDED', { path, rule }, false));
  }

  #leave(entry: Entry, code: ErrorCode, params: ErrorParams): void {
    this.known.add(entry.rawPath, entry.path, 'left-out');
    this.#leftOut.push(leftOut(entry.path, 'skipped', code, { path: entry.path, ...params }, false));
  }

  #leaveOther(entry: Entry): void {
    if (noteKind(entry.name)) this.#leave(entry, 'FILE_UNREADABLE', because('special-file'));
  }

  #fail(path: string, code: ErrorCode, error: unknown, folder: boolean): void {
    this.#leftOut.push(leftOut(path, 'failed', code, { path, ...reasonParams(error) }, folder));
  }
}

export function noteFile(entry: { path: string; rawPath: Buffer }, kind: NoteKind, found: Stats): NoteFile {
  return {
    path: asNotePath(entry.path),
    rawPath: entry.rawPath,
    kind,
    size: found.size,
    mtimeMs: found.mtimeMs,
    birthtimeMs: found.birthtimeMs || found.mtimeMs,
  };
}

export const leftOut = (
  path: string,
  outcome: LeftOut['outcome'],
  code: ErrorCode,
  params: ErrorParams,
  folder: boolean,
): LeftOut => ({ path: asNotePath(path), outcome, code, params, folder });

const byPath = (a: { path: string }, b: { path: string }): number =>
  a.path < b.path ? -1 : a.path > b.path ? 1 : 0;
