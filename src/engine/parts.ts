import { PortolanError } from '../common/errors.ts';
import type { Status } from '../contract/status.ts';
import type { Settling } from './base/settling.ts';
import type { ChartHandle } from './chart-handle.ts';
import type { CorpusView } from './corpus-view.ts';
import type { TextTools } from './embed/text-tools.ts';
import type { EmbedderHandle } from './embedder-handle.ts';
import type { IndexChanges } from './indexing/changes.ts';
import type { Indexer } from './indexing/indexer.ts';
import type { FoundModel } from './models/catalogue.ts';
import type { Notices } from './notices.ts';
import type { QuestionMeansKeeper } from './question-means-keeper.ts';
import type { LanguageTeller } from './search/query/language-teller.ts';
import type { Store } from './store/types.ts';

/** An open vault, as the handlers see it. */
export interface EngineParts {
  readonly root: string;
  readonly store: Store;
  readonly model: FoundModel;
  readonly corpus: CorpusView;
  readonly embedder: EmbedderHandle;
  readonly questionMeans: QuestionMeansKeeper;
  readonly languages: LanguageTeller;
  /** What reads texts without running the model. */
  readonly tools: () => Promise<TextTools>;
  /** Null when this process only reads. */
  readonly indexer: Indexer | null;
  /** Resolves when changes on disk are noticed, if they are to be: what is read before may be old unnoticed. */
  readonly watching: Promise<unknown>;
  readonly changes: IndexChanges;
  readonly settling: Settling;
  readonly chart: ChartHandle;
  /** Paths of all files that are not notes, as the last scan saw them. */
  readonly attachments: () => readonly string[];
  readonly notices: Notices;
  /** How the model is run, or would be. */
  readonly runs: () => Pick<Status['model'], 'precision' | 'provider' | 'gpu' | 'threads'>;
}

/** The indexer; throws INDEX_READ_ONLY or INDEX_IN_USE where this process only reads. */
export function writerOf({ indexer, notices }: Pick<EngineParts, 'indexer' | 'notices'>): Indexer {
  if (!indexer) throw notices.get('INDEX_READ_ONLY') ?? new PortolanError('INDEX_IN_USE');
  return indexer;
}
