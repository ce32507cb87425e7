import { throwIfCancelled } from '../../common/cancel.ts';
import type { ErrorCode } from '../../common/error-codes.ts';
import { PortolanError, toPortolanError } from '../../common/errors.ts';
import { breathe } from '../base/breathe.ts';
import { inputOf } from '../store/note-rows.ts';
import type { NoteRows } from '../store/row-shapes.ts';
import type { NoteRecord, Store } from '../store/types.ts';
import type { NoteFile } from '../vault/note-file.ts';
import { batches } from './batches.ts';
import { GoneNotes } from './moves.ts';
import { isLarge, type Plan } from './plan.ts';
import type { IndexListener, RunCounts } from './ports.ts';
import type { ProgressTracker } from './progress.ts';
import type { NoteReader } from './reading/note-reader.ts';
import type { ReadNote } from './reading/read-rows.ts';

export interface ReadPhase {
  readonly store: Store;
  readonly reader: NoteReader;
  readonly listener: IndexListener;
  readonly progress: ProgressTracker;
  readonly counts: RunCounts;
  readonly signal: AbortSignal | undefined;
  /** Something to wait for while the person has paused. */
  readonly gate: () => Promise<void> | undefined;
}

/** A passage that has no vector yet. */
export interface FreshText {
  readonly hash: string;
  readonly input: string;
}

/** Set in the index while notes have been written whose links are not resolved yet. */
export const LINKS_STALE = 'links-stale';

/** Errors of the index itself: they end the run, for the next note would fail in the same way. */
const FATAL: ReadonlySet<ErrorCode> = new Set([
  'DISK_FULL',
  'INDEX_LOCKED',
  'INDEX_READ_ONLY',
  'INDEX_CORRUPT',
  'INDEX_DAMAGED',
  'INDEX_IO',
  'CANCELLED',
]);

/**
 * Reads what the plan asks for and writes words, links, passages and their static vectors, a few whole notes a
 * transaction; then removes what is gone. A file whose content is that of a gone note is that note under a new name.
 * @returns the passages among them that have no vector yet; none for a large plan, whose passages wait their turn
 */
export function readPhase(plan: Plan, phase: ReadPhase): Promise<FreshText[]> {
  return new Reading(plan, phase).run();
}

/** What writing one batch did, told and counted once it is committed. */
interface Written {
  readonly changed: number[];
  readonly fresh: FreshText[];
  readonly moved: NoteRecord[];
  indexed: number;
  unchanged: number;
  renamed: number;
  reused: number;
}

type Pair = readonly [file: NoteFile, note: ReadNote];

class Reading {
  readonly #plan: Plan;
  readonly #phase: ReadPhase;
  readonly #gone: GoneNotes;
  readonly #fresh: FreshText[] = [];
  #stale: boolean;

  constructor(plan: Plan, phase: ReadPhase) {
    this.#plan = plan;
    this.#phase = phase;
    this.#gone = new GoneNotes(plan.gone);
    this.#stale = phase.store.meta.get(LINKS_STALE) === '1';
  }

  async run(): Promise<FreshText[]> {
    const { reader, progress } = this.#phase;
    const { read } = this.#plan;
    progress.notes({ total: read.length, done: 0, failed: 0 });
    const underWay: Promise<readonly Pair[]>[] = [];
    let done = 0;
    const writeNext = async () => {
      const pairs = await underWay.shift()!;
      throwIfCancelled(this.#phase.signal);
      this.#write(pairs);
      done += pairs.length;
      progress.notes({ done });
      await breathe();
    };
    try {
      for (const batch of batches(read)) {
        throwIfCancelled(this.#phase.signal);
        await this.#phase.gate();
        progress.notes({ done }, batch[0]!.path);
        const reading = this.#readBatch(batch);
        reading.catch(() => {}); // its turn to be heard comes when it is written
        underWay.push(reading);
        if (underWay.length >= reader.ahead) await writeNext();
      }
      while (underWay.length > 0) await writeNext();
    } finally {
      await Promise.allSettled(underWay);
      await reader.rest();
    }
    await this.#removeGone();
    return this.#fresh;
  }

  async #readBatch(files: readonly NoteFile[]): Promise<readonly Pair[]> {
    const { store, reader } = this.#phase;
    const { reread, read, again } = this.#plan;
    const sources = files.map((file) => ({
      file,
      known: reread || again.has(file.path) ? null : (store.notes.byPath(file.path)?.contentHash ?? null),
    }));
    const notes = await reader.read(sources, isLarge(this.#plan) && read.length > files.length);
    return files.map((file, i) => [file, notes[i]!]);
  }

  /** All of a batch in one transaction; when a note of it cannot be written, each in its own. */
  #write(pairs: readonly Pair[]): void {
    const { store } = this.#phase;
    for (const [file, note] of pairs)
      if (note.kind === 'failed') this.#fail(file, new PortolanError(note.code, note.params));
    const sound = pairs.filter(([, note]) => note.kind !== 'failed');
    if (sound.length === 0) return;
    try {
      this.#tell(store.together(() => this.#writeAll(sound)));
    } catch (error) {
      this.#fatal(toPortolanError(error));
      for (const [file, note] of sound) {
        try {
          this.#tell(store.together(() => this.#writeAll([[file, note]])));
        } catch (alone) {
          this.#fail(file, toPortolanError(alone, 'NOTE_FAILED', { path: file.path }));
        }
      }
    }
  }

  #writeAll(pairs: readonly Pair[]): Written {
    const { store } = this.#phase;
    const written: Written = {
      ...{ changed: [], fresh: [], moved: [] },
      ...{ indexed: 0, unchanged: 0, renamed: 0, reused: 0 },
    };
    const chunks = pairs.flatMap(([, note]) => (note.kind === 'rows' ? note.rows.chunks : []));
    const missing = new Set(store.vectors.missing(chunks.map((chunk) => chunk.hash)));
    const fresh = chunks.filter((chunk) => missing.has(chunk.hash));
    written.reused = chunks.length - fresh.length;
    if (!isLarge(this.#plan))
      written.fresh.push(...fresh.map((chunk) => ({ hash: chunk.hash, input: inputOf(chunk) })));
    for (const [file, note] of pairs) {
      if (note.kind === 'rows') this.#writeRows(file, note.rows, written);
      if (note.kind !== 'same') continue;
      const known = store.notes.byPath(file.path);
      if (known) store.touchNote(known.id, { ...file, size: note.size, mtimeMs: note.mtimeMs });
      written.unchanged++;
    }
    return written;
  }

  #writeRows(file: NoteFile, rows: NoteRows, written: Written): void {
    const { store } = this.#phase;
    if (!this.#stale) store.meta.set(LINKS_STALE, '1');
    const contentHash = rows.note.content_hash as string;
    const moved = store.notes.byPath(file.path)
      ? undefined
      : this.#gone.moved(contentHash, file, written.moved);
    if (moved) {
      store.moveRows(moved.id, rows);
      written.moved.push(moved);
      written.changed.push(moved.id);
      written.renamed++;
    } else {
      written.changed.push(store.writeRows(rows));
      written.indexed++;
    }
  }

  #tell({ changed, fresh, moved, indexed, unchanged, renamed, reused }: Written): void {
    const { counts, listener, progress } = this.#phase;
    for (const record of moved) this.#gone.take(record);
    if (changed.length > 0) this.#stale = true;
    counts.indexed += indexed;
    counts.unchanged += unchanged;
    counts.renamed += renamed;
    counts.reused += reused;
    this.#fresh.push(...fresh);
    progress.passages({ reused: counts.reused });
    const before = new Map(moved.map(({ id, path }) => [id, path]));
    for (const id of changed) listener.noteChanged(id, before.get(id));
  }

  async #removeGone(): Promise<void> {
    const { store, listener, counts, signal } = this.#phase;
    for (const record of this.#gone.left()) {
      throwIfCancelled(signal);
      store.together(() => {
        if (!this.#stale) store.meta.set(LINKS_STALE, '1');
        store.removeNote(record.id);
      });
      this.#stale = true;
      listener.noteRemoved(record.id, record.path);
      counts.removed++;
      await breathe();
    }
  }

  #fail(file: NoteFile, error: PortolanError): void {
    this.#fatal(error);
    const { counts, progress, store } = this.#phase;
    counts.failed++;
    progress.notes({ failed: counts.failed });
    if (error.code === 'FILE_VANISHED') return;
    const entry = { path: file.path, code: error.code, params: error.params, oddities: [], at: Date.now() };
    store.ledger.record([entry], 'failed');
  }

  #fatal(error: PortolanError): void {
    if (FATAL.has(error.code)) throw error;
  }
}
