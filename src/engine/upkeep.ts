import { throwIfCancelled } from '../common/cancel.ts';
import { describe } from '../common/error-codes.ts';
import type { LedgerEntry } from '../contract/status.ts';
import { ProgressTracker } from './indexing/progress.ts';
import { type EngineParts, writerOf } from './parts.ts';
import type { Handlers } from './router.ts';
import { readHolder } from './store/holder.ts';
import { indexBytes } from './store/index-bytes.ts';
import type { LedgerRecord } from './store/types.ts';

type Upkeep = Pick<
  Handlers,
  'status' | 'ledger' | 'index' | 'progress' | 'changes' | 'pause' | 'resume' | 'retry'
>;

/** The methods about the index itself. */
export function upkeep(parts: EngineParts): Upkeep {
  const { store, indexer, notices, model } = parts;
  const idle = new ProgressTracker();
  const counted = whileSame(
    () => store.stamp(),
    () => ({
      languages: store.notes.languages(),
      counts: { ...store.counts(), ...store.ledger.counts() },
    }),
  );
  return {
    async status() {
      return {
        vault: parts.root,
        database: store.file,
        bytes: indexBytes(store.file),
        model: {
          id: model.manifest.id,
          name: model.manifest.name,
          fallback: model.fallback,
          ...parts.runs(),
        },
        ...counted(),
        writer: indexer !== null,
        otherWriter: indexer ? null : readHolder(store.file),
        progress: (indexer?.progress ?? idle).state,
        notices: notices.list(),
      };
    },
    async ledger({ outcome, notable }) {
      return store.ledger.all({ ...(outcome ? { outcome } : {}), notable }).map(toEntry);
    },
    async index(signal) {
      const writer = writerOf(parts);
      throwIfCancelled(signal);
      await parts.watching;
      return writer.update(signal);
    },
    progress: (signal) => (indexer?.progress ?? idle).listen(signal),
    changes: (signal) => parts.changes.listen(signal),
    pause: () => writerOf(parts).pause(),
    resume: () => writerOf(parts).resume(),
    retry: ({ paths }) => writerOf(parts).retry(paths),
  };
}

/** What was made, for as long as the stamp is the same: counting goes over the whole index. */
function whileSame<T>(stamp: () => string, make: () => T): () => T {
  let kept: { readonly stamp: string; readonly value: T } | null = null;
  return () => {
    if (kept?.stamp !== stamp()) {
      const value = make();
      // Only now: what counts may bring tables of its own up to date.
      kept = { stamp: stamp(), value };
    }
    return kept.value;
  };
}

function toEntry(record: LedgerRecord): LedgerEntry {
  const { what, todo } = record.code ? describe(record.code, record.params) : { what: '', todo: '' };
  return {
    path: record.path,
    outcome: record.outcome,
    code: record.code,
    params: record.params,
    what,
    todo,
    oddities: [...record.oddities],
    at: new Date(record.at).toISOString(),
  };
}
