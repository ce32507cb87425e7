import { PortolanError } from '../../common/errors.ts';
import { type CheckResult, checkPaths, NEEDS_FULL_SCAN } from './check.ts';
import { openRoot, type VaultRoot } from './disk.ts';
import type { Known } from './known.ts';
import type { ScanResult } from './note-file.ts';
import { type ScanOptions, walk } from './walk.ts';

export type { CheckResult } from './check.ts';
export type { ScanOptions } from './walk.ts';

export interface Scanner {
  /** The whole vault, as it is now. Throws VAULT_NOT_FOUND, VAULT_NOT_A_FOLDER, VAULT_UNREADABLE, VAULT_GONE, CANCELLED. */
  scan(signal?: AbortSignal): Promise<ScanResult>;
  /**
   * Only these paths (raw, relative to the vault, `/` between parts), measured against the last scan. Costs one stat
   * per path. Throws VAULT_NOT_FOUND and the like when the vault itself went away.
   */
  check(paths: Iterable<Buffer | string>): Promise<CheckResult>;
  /** Attachments as the last scan or check left them, sorted. */
  attachments(): readonly string[];
}

/** A scanner of one vault; it remembers the last scan, so one is kept for as long as the vault is open. */
export function createScanner(root: string, options: ScanOptions = {}): Scanner {
  let last: { root: VaultRoot; known: Known } | null = null;
  return {
    async scan(signal) {
      const opened = await openRoot(root);
      const { result, known } = await walk(opened, options, signal);
      // Folders that cannot be found are passed over: had the vault itself gone meanwhile, all would be.
      if ((await openRoot(root)).identity !== opened.identity)
        throw new PortolanError('VAULT_GONE', { path: root });
      const replaced = last !== null && last.root.identity !== opened.identity;
      if (replaced && result.notes.length === 0) return { ...result, replaced };
      last = { root: opened, known };
      return result;
    },
    async check(paths) {
      if (!last) return NEEDS_FULL_SCAN;
      // A vault whose drive went away must not look like a vault whose notes were deleted.
      const opened = await openRoot(root);
      if (opened.identity !== last.root.identity) return NEEDS_FULL_SCAN;
      const result = checkPaths(last.root.path, last.known, paths);
      const same = result.gone.length === 0 || (await openRoot(root)).identity === opened.identity;
      return same ? result : NEEDS_FULL_SCAN;
    },
    attachments: () => last?.known.attachments() ?? [],
  };
}

/** One scan of a vault, with nothing remembered. */
export const scanVault = (
  root: string,
  options: ScanOptions & { readonly signal?: AbortSignal } = {},
): Promise<ScanResult> => createScanner(root, options).scan(options.signal);
