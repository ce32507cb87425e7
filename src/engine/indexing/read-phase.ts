import { throwIfCancelled } from '../../common/cancel.ts';
import type { ErrorCode } from '../../common/error-codes.ts';
import { type PortolanError, toPortolanError } from '../../common/errors.ts';
import { baseName } from '../../common/ids.ts';
import { breathe } from '../base/breathe.ts';
import type { Embedder } from '../embed/embedder.ts';
import type { NoteRecord, Store } from '../store/types.ts';
import type { NoteContent, NoteFile } from '../vault/note-file.ts';
import { isLarge, type Plan } from './plan.ts';
import type { IndexListener, RunCounts } from './ports.ts';
import { prepareNote } from './prepare.ts';
import type { ProgressTracker } from './progress.ts';

export interface ReadPhase {
  readonly store: Store;
  readonly embedder: Embedder;
  readonly listener: IndexListener;
  readonly progress: ProgressTracker;
  readonly counts: RunCounts;
  readonly read: (file: NoteFile) => Promise<NoteContent>;
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
 * Reads what the plan asks for and writes words, links and chunks, one transaction a note; then removes what is
 * gone. A file whose content is that of a gone note is that note under a new name.
 * @returns the passages among them that have no vector yet; none for a large plan, whose passages wait their turn
 */
export async function readPhase(plan: Plan, phase: ReadPhase): Promise<FreshText[]> {
  const { store, progress, counts, listener, signal } = phase;
  const gone = new Map<number, NoteRecord>(plan.gone.map((r) => [r.id, r]));
  const byContent = new Map<string, NoteRecord[]>();
  for (const record of gone.values()) {
    const same = byContent.get(record.contentHash);
    if (same) same.push(record);
    else byContent.set(record.contentHash, [record]);
  }
  const fresh: FreshText[] = [];
  let stale = store.meta.get(LINKS_STALE) === '1';
  progress.notes({ total: plan.read.length, done: 0, failed: 0 });
  for (const [i, file] of plan.read.entries()) {
    throwIfCancelled(signal);
    await phase.gate();
    progress.notes({ done: i }, file.path);
    try {
      await readOne(file);
    } catch (error) {
      recordFailure(file, toPortolanError(error, 'NOTE_FAILED', { path: file.path }));
    }
    await breathe();
  }
  progress.notes({ done: plan.read.length });
  for (const record of gone.values()) {
    throwIfCancelled(signal);
    markStale();
    store.removeNote(record.id);
    listener.noteRemoved(record.id);
    counts.removed++;
    await breathe();
  }
  return fresh;

  async function readOne(file: NoteFile): Promise<void> {
    const content = await phase.read(file);
    const known = store.notes.byPath(file.path);
    if (known && known.contentHash === content.contentHash && !plan.reread) {
      store.touchNote(known.id, { ...file, size: content.size, mtimeMs: content.mtimeMs });
      counts.unchanged++;
      return;
    }
    const write = prepareNote(file, content, phase.embedder);
    const missing = new Set(store.vectors.missing(write.chunks.map((c) => c.hash)));
    counts.reused += write.chunks.filter((c) => !missing.has(c.hash)).length;
    progress.passages({ reused: counts.reused });
    if (!isLarge(plan))
      fresh.push(
        ...write.chunks.filter((c) => missing.has(c.hash)).map(({ hash, input }) => ({ hash, input })),
      );
    markStale();
    const moved = known ? undefined : takeMoved(content.contentHash, file);
    if (moved) {
      store.moveNote(moved.id, write);
      listener.noteChanged(moved.id);
      counts.renamed++;
    } else {
      listener.noteChanged(store.writeNote(write));
      counts.indexed++;
    }
  }

  function markStale(): void {
    if (stale) return;
    store.meta.set(LINKS_STALE, '1');
    stale = true;
  }

  /** Of several gone notes with the same content, the one with the same file name. Empty files are never moves. */
  function takeMoved(contentHash: string, file: NoteFile): NoteRecord | undefined {
    const same = file.size === 0 ? undefined : byContent.get(contentHash);
    if (!same?.length) return undefined;
    const name = baseName(file.path);
    const at = Math.max(
      0,
      same.findIndex((r) => r.path.endsWith(name)),
    );
    const [record] = same.splice(at, 1);
    gone.delete(record!.id);
    return record;
  }

  function recordFailure(file: NoteFile, error: PortolanError): void {
    if (FATAL.has(error.code)) throw error;
    counts.failed++;
    progress.notes({ failed: counts.failed });
    if (error.code === 'FILE_VANISHED') return;
    const entry = { path: file.path, code: error.code, params: error.params, oddities: [], at: Date.now() };
    store.ledger.record([entry], 'failed');
  }
}
