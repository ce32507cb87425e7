import { throwIfCancelled } from '../../common/cancel.ts';
import { PortolanError } from '../../common/errors.ts';
import { Pump } from '../base/pump.ts';
import type { Embedder } from '../embed/embedder.ts';
import { createResolver } from '../parse/resolve.ts';
import type { Store } from '../store/types.ts';
import type { VaultChange } from '../vault/hints.ts';
import type { Scanner } from '../vault/scanner.ts';
import { embedPhase, embedTexts } from './embed-phase.ts';
import { recordLeftOut, recordSkipped } from './left-out.ts';
import { isLarge, type Plan, planScan, planTouched } from './plan.ts';
import { type EmbedderSource, type IndexListener, noCounts, type RunCounts } from './ports.ts';
import { ProgressTracker } from './progress.ts';
import { type FreshText, LINKS_STALE, readPhase } from './read-phase.ts';
import type { NoteReader } from './reading/note-reader.ts';
import type { StaticWeights } from './static-weights.ts';

export interface IndexerOptions {
  readonly scanner: Scanner;
  readonly reader: NoteReader;
  readonly store: Store;
  readonly embedder: EmbedderSource;
  /** What chunks and terms are made by (`recipeOf`): an index made by another recipe is read anew. */
  readonly recipe: string;
  readonly listener: IndexListener;
  /** For a model whose static vectors are weighed by the vault's own counts. */
  readonly weights?: StaticWeights | undefined;
  /** Told that the vault's folder cannot be read now, and with null that it can. */
  readonly onVault?: (error: PortolanError | null) => void;
  /** Bytes of vectors to keep although no chunk uses them now: reverts and switches of branch cost nothing. */
  readonly keepBytes?: number;
}

/** A vault that loses all of at least so many notes at once is more likely a drive that is not connected. */
const SUSPICIOUS = 10;
const ignore = () => {};
const isAboutVault = (error: unknown): error is PortolanError =>
  error instanceof PortolanError && error.code.startsWith('VAULT_');
const KEEP_BYTES = 512 * 2 ** 20;

/**
 * Keeps the index true to the disk. Two pumps: one brings words, links and chunks up to date with the files, the
 * other gives passages their vectors in the background; an edit never waits for the second.
 */
export class Indexer {
  readonly progress = new ProgressTracker();
  readonly #o: IndexerOptions;
  readonly #stop = new AbortController();
  readonly #sync = new Pump(() => this.#syncRound());
  readonly #embed = new Pump(() => this.#embedRound());
  #full = false;
  /** True while a round of sync has work before it; the round that pokes `#embed` as its last step has none. */
  #syncing = false;
  readonly #touched = new Set<string>();
  /** Notes to be read although nothing may have changed. */
  #again = new Set<string>();
  #reading = Promise.resolve();
  #paused: { promise: Promise<void>; resume: () => void } | null = null;
  #embedder: Embedder | null = null;
  #counts: RunCounts = noCounts();

  constructor(options: IndexerOptions) {
    this.#o = options;
  }

  /**
   * Compares the whole vault with the index and brings it up to date, vectors included.
   * @returns what was done since the indexer was last idle
   * @throws CANCELLED when the signal aborts; DISK_FULL and other errors of the index itself; VAULT_* errors
   */
  async update(signal?: AbortSignal): Promise<RunCounts & { seconds: number }> {
    throwIfCancelled(signal);
    const start = performance.now();
    if (!this.busy) this.#newRun();
    const counts = this.#counts;
    this.#full = true;
    this.#sync.poke();
    const aborted = Promise.withResolvers<never>();
    const onAbort = () => aborted.reject(new PortolanError('CANCELLED'));
    if (signal?.aborted) onAbort();
    signal?.addEventListener('abort', onAbort, { once: true });
    try {
      await Promise.race([this.settled(), aborted.promise]);
    } finally {
      signal?.removeEventListener('abort', onAbort);
    }
    return { ...counts, seconds: (performance.now() - start) / 1000 };
  }

  /** A first update is sure to come: until then, that the index is up to date is more than anybody knows. */
  awaitFirst(): void {
    if (!this.busy) this.progress.enter('scanning');
  }

  /** The watcher's hint: these files may have changed, or too many to say. */
  touched(hint: VaultChange): void {
    if (!this.busy) this.#newRun();
    if (hint === 'many') this.#full = true;
    else for (const path of hint) this.#touched.add(path);
    if (this.#syncing && hint !== 'many') this.#tellAhead(hint);
    this.#sync.poke();
  }

  /** While thousands of notes are read, whoever looks at one that was just saved need not wait for them. */
  #tellAhead(paths: Iterable<string>): void {
    const { store, listener } = this.#o;
    for (const path of paths) {
      const record = store.notes.byPath(path.normalize('NFC'));
      if (record) listener.noteTouched?.(record.id);
    }
  }

  /**
   * Reads notes again as if they had changed: those named, else whatever was left out or failed. Passages that the
   * model could not read are tried once more.
   */
  retry(paths?: readonly string[]): void {
    const { store } = this.#o;
    if (!this.busy) this.#newRun();
    store.vectors.tryAgain();
    for (const path of paths ?? store.ledger.all({ notable: true }).map((entry) => entry.path)) {
      const record = store.notes.byPath(path.normalize('NFC'));
      if (record) {
        this.#again.add(record.path);
        this.#touched.add(record.rawPath.toString());
      } else this.#full = true; // a folder, or a file that was never read
    }
    this.#sync.poke();
  }

  /** A note is being looked at: its passages, then those of the notes shown beside it, are the next to be embedded. */
  looksAt(noteId: number, beside: readonly number[]): void {
    const { vectors } = this.#o.store;
    if (vectors.pendingCount() === 0) return;
    if (beside.length > 0) vectors.prefer(beside);
    vectors.prefer([noteId]);
  }

  get busy(): boolean {
    return this.#sync.busy || this.#embed.busy;
  }

  /** Resolves when disk and index agree and every passage has been embedded; rejects with what ended the work. */
  async settled(): Promise<void> {
    do {
      await this.#sync.idle();
      await this.#embed.idle();
    } while (this.busy);
  }

  pause(): void {
    if (this.#paused) return;
    const gate = Promise.withResolvers<void>();
    this.#paused = { promise: gate.promise, resume: gate.resolve };
    this.#embedder?.pause();
    this.progress.pause(true);
  }

  resume(): void {
    this.#paused?.resume();
    this.#paused = null;
    this.#embedder?.resume();
    this.progress.pause(false);
  }

  /** Ends after the current note and the current batch; what was done is kept. */
  async stop(): Promise<void> {
    this.#stop.abort();
    this.resume();
    await Promise.allSettled([this.#sync.idle(), this.#embed.idle()]);
  }

  get #hasChanges(): boolean {
    return this.#full || this.#touched.size > 0;
  }

  #newRun(): void {
    this.#counts = noCounts();
    this.progress.reset();
  }

  async #syncRound(): Promise<void> {
    this.#syncing = true;
    try {
      do {
        while (this.#hasChanges && !this.#stop.signal.aborted) {
          const plan = this.#full ? await this.#planFull() : await this.#planTouched();
          if (plan) await this.#apply(plan);
        }
        // Here, where no note is written meanwhile; whatever is changed comes first.
        await this.#o.weights?.renew(() => !this.#hasChanges && !this.#stop.signal.aborted);
      } while (this.#hasChanges && !this.#stop.signal.aborted);
      this.#syncing = false;
      this.#embed.poke();
    } catch (error) {
      this.#syncing = false;
      this.progress.enter('stopped');
      // What was read of a vault that went away can still get its vectors.
      if (isAboutVault(error)) {
        this.#o.onVault?.(error);
        this.#embed.poke();
      }
      throw error;
    }
  }

  async #planFull(): Promise<Plan> {
    const { store, scanner } = this.#o;
    this.#full = false;
    this.#touched.clear();
    this.progress.enter('scanning');
    const scan = await scanner.scan(this.#stop.signal);
    const records = store.notes.all();
    const lost = scan.replaced ? records.length > 0 : records.length >= SUSPICIOUS;
    if (scan.notes.length === 0 && lost && scan.leftOut.length === 0) {
      throw new PortolanError('VAULT_EMPTY', { path: store.meta.get('vault') ?? '' });
    }
    this.#o.onVault?.(null);
    const plan = planScan(scan, records, this.#recipeChanged(records.length), this.#takeAgain());
    this.#counts.unchanged += plan.unchanged;
    this.#counts.skipped = recordLeftOut(store.ledger, scan, plan);
    return plan;
  }

  async #planTouched(): Promise<Plan | null> {
    const { store, scanner } = this.#o;
    const paths = [...this.#touched];
    this.#touched.clear();
    const seen = await scanner.check(paths);
    if (seen.needsFullScan) {
      this.#full = true;
      return null;
    }
    this.#counts.skipped += recordSkipped(store.ledger, seen.leftOut);
    if (seen.attachmentsChanged) store.meta.set(LINKS_STALE, '1');
    return planTouched(seen, store.notes, this.#takeAgain());
  }

  #takeAgain(): ReadonlySet<string> {
    const again = this.#again;
    this.#again = new Set();
    return again;
  }

  async #apply(plan: Plan): Promise<void> {
    this.#o.weights?.sees(plan);
    const fresh = plan.read.length + plan.gone.length > 0 ? await this.#read(plan) : [];
    this.#resolveLinks();
    await this.#embedNow(fresh);
  }

  async #read(plan: Plan): Promise<FreshText[]> {
    const { store, listener, reader } = this.#o;
    this.progress.enter('reading');
    await this.#o.weights?.beforeReading(plan, this.#stop.signal);
    const phase = readPhase(plan, {
      store,
      reader,
      listener,
      progress: this.progress,
      counts: this.#counts,
      signal: this.#stop.signal,
      gate: () => this.#paused?.promise,
    });
    if (isLarge(plan)) this.#reading = phase.then(ignore, ignore);
    const fresh = await phase;
    if (plan.reread) store.meta.set('recipe', this.#o.recipe);
    return fresh;
  }

  /** Links are resolved after the notes are written; the mark survives a kill in between. */
  #resolveLinks(): void {
    const { store, listener } = this.#o;
    if (store.meta.get(LINKS_STALE) !== '1') return;
    const resolve = createResolver({ notes: store.notes.all(), attachments: this.#o.scanner.attachments() });
    const changed = store.links.resolveAll(resolve);
    store.meta.set(LINKS_STALE, '0');
    listener.linksChanged(changed);
  }

  /** A few edits just made: their vectors come before all others. */
  async #embedNow(texts: readonly FreshText[]): Promise<void> {
    const { store, listener } = this.#o;
    const wanted = new Set(store.vectors.missing(texts.map((t) => t.hash)));
    const rows = texts.filter((t) => wanted.delete(t.hash));
    if (rows.length === 0) return;
    const embedder = await this.#getEmbedder();
    const phase = { store, embedder, listener, counts: this.#counts, signal: this.#stop.signal };
    await embedTexts(phase, rows, 'interactive');
  }

  async #embedRound(): Promise<void> {
    const { store, listener } = this.#o;
    try {
      if (store.vectors.pendingCount() > 0) {
        this.progress.enter('embedding');
        await embedPhase({
          store,
          embedder: await this.#getEmbedder(),
          listener,
          progress: this.progress,
          counts: this.#counts,
          signal: this.#stop.signal,
          ready: () => this.#reading,
        });
      }
      if (this.#syncing) return; // it pokes again when it has done
      store.sweep(this.#o.keepBytes ?? KEEP_BYTES);
      this.progress.enter('idle');
      listener.idle();
    } catch (error) {
      this.progress.enter('stopped');
      throw error;
    }
  }

  #recipeChanged(known: number): boolean {
    const { store, recipe } = this.#o;
    const changed = store.meta.get('recipe') !== recipe;
    if (changed && known === 0) store.meta.set('recipe', recipe);
    return changed && known > 0;
  }

  async #getEmbedder(): Promise<Embedder> {
    this.#embedder ??= await this.#o.embedder();
    if (this.#paused) this.#embedder.pause();
    return this.#embedder;
  }
}
