import { folderOf } from '../../common/ids.ts';
import { foldCase } from '../../common/text.ts';
import { lastPart, rawKey } from './disk.ts';
import type { IgnoreRules } from './ignore-rules.ts';
import { decodeName } from './names.ts';

export type What = 'note' | 'attachment' | 'left-out';

export interface KnownFolder {
  /** Identity path; '' for the vault. */
  readonly path: string;
  readonly rawPath: Buffer;
  /** As they hold for what is in the folder. */
  readonly rules: IgnoreRules;
}

interface KnownFile {
  readonly path: string;
  readonly what: What;
}

/** What the last scan saw: the ground on which a few touched paths can be judged without a scan. */
export class Known {
  readonly #folders = new Map<string, KnownFolder>();
  readonly #files = new Map<string, KnownFile>();
  /** How many files and folders come to the same name once normalised and case folded, before any suffix. */
  readonly #bearers = new Map<string, number>();

  addFolder(folder: KnownFolder): void {
    this.#folders.set(rawKey(folder.rawPath), folder);
    this.#count(folder.rawPath, folder.path, 1);
  }

  /** A file, or a folder that was left out. */
  add(rawPath: Buffer, path: string, what: What): void {
    this.#files.set(rawKey(rawPath), { path, what });
    this.#count(rawPath, path, 1);
  }

  remove(rawPath: Buffer): void {
    const known = this.file(rawPath);
    if (!known) return;
    this.#files.delete(rawKey(rawPath));
    this.#count(rawPath, known.path, -1);
  }

  folder = (rawPath: Buffer): KnownFolder | undefined => this.#folders.get(rawKey(rawPath));
  file = (rawPath: Buffer): KnownFile | undefined => this.#files.get(rawKey(rawPath));
  /**
   * How many known files and folders would have this path, or one that differs in case only. With more than one, who
   * has the plain path and who a suffix is for a scan to say.
   */
  bearers = (rawPath: Buffer, path: string): number => this.#bearers.get(bearerKey(rawPath, path)) ?? 0;

  /** Identity paths of all files that are neither notes nor left out, sorted. */
  attachments(): string[] {
    const paths: string[] = [];
    for (const { path, what } of this.#files.values()) if (what === 'attachment') paths.push(path);
    return paths.sort();
  }

  #count(rawPath: Buffer, path: string, by: number): void {
    const key = bearerKey(rawPath, path);
    this.#bearers.set(key, (this.#bearers.get(key) ?? 0) + by);
  }
}

function bearerKey(rawPath: Buffer, path: string): string {
  // Only a path with `~` can have a suffix to take away.
  if (!path.includes('~')) return foldCase(path);
  return foldCase(`${folderOf(path)}/${decodeName(lastPart(rawPath))}`.replace(/^\//, ''));
}
