import type { Dirent } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import watcher from '@parcel/watcher';

/** One event of the system's, with an absolute path. */
export interface NativeEvent {
  readonly path: string;
  readonly type: 'create' | 'update' | 'delete';
}
export type NativeCallback = (error: Error | null, events: readonly NativeEvent[]) => void;

/** The system's own watching of a folder and all below it. `ignore`: absolute paths. */
export type Subscribe = (
  folder: string,
  callback: NativeCallback,
  ignore: readonly string[],
) => Promise<{ unsubscribe(): Promise<void> }>;

/** Named, so that an installed watchman is not started behind the user's back. */
const BACKENDS = { linux: 'inotify', darwin: 'fs-events', win32: 'windows' } as const;

export const subscribeNatively: Subscribe = (folder, callback, ignore) => {
  const backend = (BACKENDS as Partial<Record<NodeJS.Platform, 'inotify' | 'fs-events' | 'windows'>>)[
    process.platform
  ];
  return watcher.subscribe(folder, callback, { ignore: [...ignore], ...(backend ? { backend } : {}) });
};

/** inotify watches single folders: those that come later, or while it starts, it may miss. */
export const WATCHES_SINGLE_FOLDERS = process.platform === 'linux';

/** Tries to get a watch that no new folder slipped through. */
const ROUNDS = 5;

/**
 * Watches a vault's folders, hidden and unreadable ones and node_modules left out: one unreadable folder would make
 * the whole watch fail, and the others use up the system's limit of watches. Rejects where the system cannot watch.
 */
export async function watchFolders(
  root: string,
  callback: NativeCallback,
  subscribe: Subscribe,
): Promise<{ unsubscribe(): Promise<void> }> {
  let before = await survey(root);
  for (let round = 1; ; round++) {
    const subscription = await subscribe(root, callback, before.ignored);
    if (!WATCHES_SINGLE_FOLDERS) return subscription;
    const after = await survey(root);
    if (round === ROUNDS || sameFolders(before.folders, after.folders)) return subscription;
    await subscription.unsubscribe();
    before = after;
  }
}

interface Survey {
  /** Absolute paths of folders to watch. */
  readonly folders: ReadonlySet<string>;
  readonly ignored: readonly string[];
}

async function survey(root: string): Promise<Survey> {
  const folders = new Set<string>();
  const ignored: string[] = [];
  const pending = [root];
  for (let folder = pending.pop(); folder !== undefined; folder = pending.pop()) {
    let entries: Dirent[];
    try {
      entries = await readdir(folder, { withFileTypes: true });
    } catch {
      if (folder !== root) ignored.push(folder);
      continue;
    }
    folders.add(folder);
    for (const entry of entries) {
      if (!entry.isDirectory()) continue;
      const path = join(folder, entry.name);
      if (isUninteresting(path, entry.name, root)) ignored.push(path);
      else pending.push(path);
    }
  }
  return { folders, ignored };
}

/** Obsidian's own folder is watched for its app.json, but not the plugins and themes below it. */
function isUninteresting(path: string, name: string, root: string): boolean {
  const config = join(root, '.obsidian');
  if (path === config) return false;
  return name.startsWith('.') || name === 'node_modules' || path.startsWith(config);
}

const sameFolders = (a: ReadonlySet<string>, b: ReadonlySet<string>): boolean =>
  a.size === b.size && a.isSubsetOf(b);
