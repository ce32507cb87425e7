import { lstatSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { type PortolanError, reasonOf, toPortolanError } from '../../common/errors.ts';
import { decidesExclusions, isBelowHidden } from './check.ts';
import { openRoot, type VaultRoot } from './disk.ts';
import { Hints, type HintTimes, type VaultChange } from './hints.ts';
import {
  type NativeEvent,
  type Subscribe,
  subscribeNatively,
  WATCHES_SINGLE_FOLDERS,
  watchFolders,
} from './native-watch.ts';
import { remoteFileSystem } from './remote-disk.ts';

export type { VaultChange } from './hints.ts';

export interface WatchOptions extends Partial<HintTimes> {
  /** Something may have changed. Only a hint: what did change is for a check or a scan to find out. */
  onChange(change: VaultChange): void;
  /** The vault went away (VAULT_NOT_FOUND; it is looked for until it is back), or `onChange` threw. */
  onError?(error: PortolanError): void;
  /** Milliseconds between two 'many' where the system cannot tell of changes. */
  readonly pollMs?: number;
  /** Milliseconds between two 'many' where it can, for what it may have missed. */
  readonly safetyMs?: number;
  /** Milliseconds between two looks whether the vault's folder is still there. */
  readonly rootCheckMs?: number;
  /** The system's watching; replaced in tests of its failure. */
  readonly subscribe?: Subscribe;
}

export interface VaultWatcher {
  /** 'polling' where the system cannot tell of (all) changes: they are found within `pollMs`. */
  readonly mode: 'native' | 'polling';
  /** Why it is polling; null when it is not. */
  readonly reason: string | null;
  /** Ends it; no callback is called any more. Safe to call twice. */
  close(): Promise<void>;
}

const DEFAULTS = {
  debounceMs: 120,
  maxWaitMs: 500,
  manyAbove: 200,
  pollMs: 30_000,
  safetyMs: 600_000,
  rootCheckMs: 2_000,
  subscribe: subscribeNatively,
  onError: () => {},
} as const;

/** Milliseconds after which a watch is renewed even though changes go on. */
const RENEW_AFTER = 2_000;

/**
 * Watches a vault until closed. Events of the system are unreliable in every way (late, doubled, lost in a flood), so
 * they are taken as hints only; where there is doubt the hint is 'many'.
 * Rejects with VAULT_NOT_FOUND, VAULT_NOT_A_FOLDER, VAULT_UNREADABLE.
 */
export async function watchVault(root: string, options: WatchOptions): Promise<VaultWatcher> {
  const watch = new Watch(root, await openRoot(root), { ...DEFAULTS, ...options });
  await watch.start();
  return watch;
}

class Watch implements VaultWatcher {
  reason: string | null = null;
  readonly #asked: string;
  readonly #options: Required<WatchOptions>;
  readonly #hints: Hints;
  #root: VaultRoot | null;
  #subscription: { unsubscribe(): Promise<void> } | null = null;
  #created = new Set<string>();
  #renewSince: number | null = null;
  #pollTimer: NodeJS.Timeout | undefined;
  #rootTimer: NodeJS.Timeout | undefined;
  #attachedAt = 0;
  #checkingRoot = false;
  #closed = false;
  /** Subscribing, renewing and closing, one after the other. */
  #work: Promise<void> = Promise.resolve();

  constructor(asked: string, root: VaultRoot, options: Required<WatchOptions>) {
    this.#asked = asked;
    this.#root = root;
    this.#options = options;
    this.#hints = new Hints(options, (change, quiet) => this.#passOn(change, quiet));
  }

  get mode(): 'native' | 'polling' {
    return this.reason === null ? 'native' : 'polling';
  }

  async start(): Promise<void> {
    await this.#queue(() => this.#attach());
    this.#rootTimer = setInterval(() => this.#checkRoot(), this.#options.rootCheckMs).unref();
  }

  async close(): Promise<void> {
    this.#closed = true;
    clearTimeout(this.#pollTimer);
    clearInterval(this.#rootTimer);
    this.#hints.clear();
    await this.#queue(() => this.#detach());
  }

  #queue(step: () => Promise<void>): Promise<void> {
    this.#work = this.#work.then(step);
    return this.#work;
  }

  /** Subscribes; where that fails, says why and polls. Never throws. */
  async #attach(): Promise<void> {
    if (this.#closed || !this.#root) return;
    const { path } = this.#root;
    this.#attachedAt = performance.now();
    try {
      this.#subscription = await watchFolders(
        path,
        (e, events) => this.#take(path, e, events),
        this.#options.subscribe,
      );
      const remote = await remoteFileSystem(path);
      this.reason = remote && `it is on ${remote}, which does not tell of changes made elsewhere`;
    } catch (error) {
      this.#subscription = null;
      this.reason = reasonOf(error);
    }
    this.#poll();
  }

  async #detach(): Promise<void> {
    const subscription = this.#subscription;
    this.#subscription = null;
    // Where folders went away, the system has already let go of them and says so by failing.
    await subscription?.unsubscribe().catch(() => {});
  }

  #poll(): void {
    clearTimeout(this.#pollTimer);
    if (this.#closed) return;
    const every = this.mode === 'polling' ? this.#options.pollMs : this.#options.safetyMs;
    this.#pollTimer = setTimeout(() => {
      // What the system could not do then it may be able to do now: renewing passes 'many' on too.
      if (!this.#subscription && performance.now() - this.#attachedAt > this.#options.safetyMs) this.#renew();
      else this.#hints.addMany();
      this.#poll();
    }, every);
  }

  #take(root: string, error: Error | null, events: readonly NativeEvent[]): void {
    if (this.#closed) return;
    if (error) this.#recover(error);
    for (const event of events) {
      if (event.path === root) this.#checkRoot(event.type === 'delete');
      else this.#takePath(relative(root, event.path).replaceAll(sep, '/'), event.type === 'create');
    }
  }

  /** The system gave up: once is an accident, twice in a row means that it cannot. */
  #recover(error: Error): void {
    if (performance.now() - this.#attachedAt > RENEW_AFTER) {
      this.#renew();
      return;
    }
    void this.#queue(async () => {
      await this.#detach();
      this.reason = reasonOf(error);
      this.#poll();
      this.#tell('many');
    });
  }

  #takePath(path: string, created: boolean): void {
    // U+FFFD stands for bytes that are not UTF-8: the file behind the name cannot be found by it.
    if (decidesExclusions(path) || path.includes('\ufffd')) this.#hints.addMany();
    else if (isBelowHidden(path)) return;
    else this.#hints.add(path);
    if (created && WATCHES_SINGLE_FOLDERS) this.#created.add(path);
  }

  #passOn(change: VaultChange, quiet: boolean): void {
    if (this.#bringsFolders()) this.#renewSince ??= performance.now();
    const since = this.#renewSince;
    if (since !== null && (quiet || performance.now() - since > RENEW_AFTER)) this.#renew();
    else this.#tell(since === null ? change : 'many');
  }

  /** True when a folder was created or moved here: the system does not watch what is below it. */
  #bringsFolders(): boolean {
    const created = this.#created;
    this.#created = new Set();
    if (created.size > this.#options.manyAbove) return true;
    return [...created].some((path) => this.#root !== null && isFolder(join(this.#root.path, path)));
  }

  /** Watches anew and has everything looked at, for what happened in between. */
  #renew(): void {
    this.#renewSince = null;
    void this.#queue(async () => {
      await this.#detach();
      await this.#attach();
      this.#tell('many');
    });
  }

  /** Notices that the vault's folder went, came back or is another one. `lost`: the watch on it is known to be dead. */
  #checkRoot(lost = false): void {
    if (this.#checkingRoot && !lost) return;
    this.#checkingRoot = true;
    void this.#queue(async () => {
      const [found, failure] = await openRoot(this.#asked).then(
        (root) => [root, null] as const,
        (error: unknown) => [null, error] as const,
      );
      this.#checkingRoot = false;
      if (this.#closed || (!lost && found?.identity === this.#root?.identity)) return;
      const wasThere = this.#root !== null;
      this.#root = found;
      await this.#detach();
      await this.#attach();
      if (found) this.#tell('many');
      else if (wasThere && !this.#closed) this.#options.onError(toPortolanError(failure));
    });
  }

  #tell(change: VaultChange): void {
    if (this.#closed || !this.#root) return;
    try {
      this.#options.onChange(change);
    } catch (error) {
      this.#options.onError(toPortolanError(error));
    }
  }
}

function isFolder(path: string): boolean {
  try {
    return lstatSync(path).isDirectory();
  } catch {
    return false;
  }
}
