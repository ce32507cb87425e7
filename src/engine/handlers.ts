import { describe } from '../common/error-codes.ts';
import { PortolanError } from '../common/errors.ts';
import type { LedgerEntry, Status } from '../contract/status.ts';
import type { CorpusView } from './corpus-view.ts';
import type { TextTools } from './embed/text-tools.ts';
import type { EmbedderHandle } from './embedder-handle.ts';
import type { Indexer } from './indexing/indexer.ts';
import { ProgressTracker } from './indexing/progress.ts';
import type { FoundModel } from './models/catalogue.ts';
import type { Notices } from './notices.ts';
import type { Handlers } from './router.ts';
import { algebra } from './search/algebra/algebra.ts';
import { axis } from './search/algebra/axis.ts';
import type { Corpus } from './search/corpus.ts';
import { duplicates } from './search/duplicates/duplicates.ts';
import { NearDuplicates } from './search/duplicates/near-duplicates.ts';
import { findNote } from './search/lookup.ts';
import type { QueryEmbedder } from './search/meaning.ts';
import { related } from './search/related.ts';
import { search } from './search/search.ts';
import type { LedgerRecord, NoteRecord, Store } from './store/types.ts';
import { readNote } from './vault/read-note.ts';

export interface EngineParts {
  readonly root: string;
  readonly store: Store;
  readonly model: FoundModel;
  readonly corpus: CorpusView;
  readonly embedder: EmbedderHandle;
  /** What reads texts without running the model. */
  readonly tools: () => Promise<TextTools>;
  /** Null when this process only reads. */
  readonly indexer: Indexer | null;
  readonly notices: Notices;
  readonly precision: () => Status['model']['precision'];
}

/** The contract's methods over an open vault. */
export function createHandlers(parts: EngineParts): Handlers {
  const { store, corpus, embedder, indexer, notices, model } = parts;
  const idle = new ProgressTracker();
  const near = new NearDuplicates(store);
  const writer = () => {
    if (!indexer) throw notices.get('INDEX_READ_ONLY') ?? new PortolanError('INDEX_IN_USE');
    return indexer;
  };
  /** While nothing has been read by the model, questions need not wait for it to start. */
  const questioner = async (view: Corpus): Promise<QueryEmbedder | null> => {
    if (embedder.ready || view.coverage > 0) return embedder.get().catch(() => null);
    const tools = await parts.tools().catch(() => null);
    return (
      tools && { ...tools, queryMean: new Float32Array(), embed: async (texts) => texts.map(() => null) }
    );
  };
  return {
    async related({ note, limit, unlinkedOnly, filter }) {
      const view = await corpus.ready();
      await view.settled();
      const { id } = findNote(view.source.notes, note, view.notes.version);
      const answer = await related(view, id, { limit, unlinkedOnly, filter });
      const beside = answer.results.flatMap(({ note: { path } }) => store.notes.byPath(path)?.id ?? []);
      indexer?.looksAt(id, beside);
      return answer;
    },
    async search({ query, ...options }, signal) {
      const view = await corpus.ready();
      const model = options.meaning ? await questioner(view) : null;
      return search(view, model, query, { ...options, signal });
    },
    async algebra({ expression, limit, filter }, signal) {
      return algebra(await corpus.ready(), () => embedder.get(), expression, { limit, filter, signal });
    },
    async axis(question, signal) {
      return axis(await corpus.ready(), () => embedder.get(), question, signal);
    },
    async duplicates({ note, ...question }, signal) {
      const view = await corpus.ready();
      await view.settled();
      const noteId = note === undefined ? undefined : findNote(store.notes, note, view.notes.version).id;
      return duplicates(view, near, textIn(parts.root), { ...question, noteId }, signal);
    },
    async status() {
      const ledger = store.ledger.counts();
      return {
        vault: parts.root,
        database: store.file,
        model: {
          id: model.manifest.id,
          name: model.manifest.name,
          precision: parts.precision(),
          fallback: model.fallback,
        },
        writer: indexer !== null,
        counts: { ...store.counts(), ...ledger },
        progress: (indexer?.progress ?? idle).state,
        notices: notices.list(),
      };
    },
    async ledger({ outcome, notable }) {
      return store.ledger.all({ ...(outcome ? { outcome } : {}), notable }).map(toEntry);
    },
    async index(signal) {
      const { seconds, ...counts } = await writer().update(signal);
      return { ...counts, seconds };
    },
    progress: (signal) => (indexer?.progress ?? idle).listen(signal),
    pause: () => writer().pause(),
    resume: () => writer().resume(),
  };
}

/** A note's text as it is on disk; null when it cannot be read any more. */
const textIn =
  (root: string) =>
  async (note: NoteRecord): Promise<string | null> => {
    const content = await readNote(root, note).catch(() => null);
    return content?.text ?? null;
  };

function toEntry(record: LedgerRecord): LedgerEntry {
  const { what, todo } = record.code ? describe(record.code, record.params) : { what: '', todo: '' };
  return {
    path: record.path,
    outcome: record.outcome,
    code: record.code,
    what,
    todo,
    oddities: [...record.oddities],
    at: new Date(record.at).toISOString(),
  };
}
