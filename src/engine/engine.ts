import path from 'node:path';
import { PortolanError, toPortolanError } from '../common/errors.ts';
import type { EngineClient } from '../contract/client.ts';
import type { EngineOptions } from '../contract/engine-options.ts';
import { Settling } from './base/settling.ts';
import { ChartHandle } from './chart-handle.ts';
import { createInProcessClient } from './client.ts';
import { CorpusView } from './corpus-view.ts';
import { planWorkers } from './embed/plan.ts';
import { EmbedderHandle } from './embedder-handle.ts';
import { createHandlers } from './handlers.ts';
import { IndexChanges } from './indexing/changes.ts';
import { Indexer } from './indexing/indexer.ts';
import { toldAlike } from './indexing/ports.ts';
import { NoteReader } from './indexing/reading/note-reader.ts';
import { recipeOf } from './indexing/recipe.ts';
import { StaticWeights } from './indexing/static-weights.ts';
import { Lifetime } from './lifetime.ts';
import { type FoundModel, findModel } from './models/catalogue.ts';
import { Notices } from './notices.ts';
import { QuestionMeansKeeper } from './question-means-keeper.ts';
import { createRouter, type EngineRouter } from './router.ts';
import { LanguageTeller } from './search/query/language-teller.ts';
import { announceHolder, withdrawHolder } from './store/holder.ts';
import { defaultDatabase } from './store/location.ts';
import { acquireWriter, type WriterLock } from './store/lock.ts';
import { openStore } from './store/open.ts';
import type { Store } from './store/types.ts';
import { ToolsHandle } from './tools-handle.ts';
import { openRoot } from './vault/disk.ts';
import { createScanner } from './vault/scanner.ts';
import { watchVault } from './vault/watch.ts';

export interface Engine {
  /** The contract, served in this process; rejects with PortolanError only. */
  readonly client: EngineClient;
  /** The same for transports. */
  readonly router: EngineRouter;
  /** Resolves when what a page asked first is answered: from then on, the engine's own work keeps nobody waiting. */
  readonly settled: Promise<void>;
  /** Resolves when what notes are compared with is loaded; never where the vault is closed before. */
  readonly loaded: Promise<unknown>;
  /** Ends after the current note and the current batch; what was done is kept. Safe to call twice. */
  close(): Promise<void>;
}

/** Milliseconds before the engine turns to its own work unasked: an app's page is on its way, a command asks at once. */
const PATIENCE = { app: 3_000, command: 100 } as const;

/**
 * Opens a vault: its index, its models, its watcher, put together here and nowhere else.
 * @throws VAULT_NOT_FOUND, VAULT_NOT_A_FOLDER, VAULT_UNREADABLE, MODEL_MISSING, MODEL_DAMAGED, INDEX_*
 */
export async function openEngine(options: EngineOptions): Promise<Engine> {
  const lifetime = new Lifetime();
  try {
    return await compose(options, lifetime);
  } catch (error) {
    await lifetime.close().catch(() => {});
    throw error;
  }
}

async function compose(options: EngineOptions, lifetime: Lifetime): Promise<Engine> {
  const { path: root } = await openRoot(path.resolve(options.vault));
  const model = findModel({
    ...(options.modelsDir ? { modelsDir: options.modelsDir } : {}),
    ...(options.model ? { id: options.model } : {}),
  });
  const notices = new Notices();
  const file = defaultDatabase(root, options.dataDir);
  const lock = options.readOnly ? null : tryLock(file, notices);
  if (lock) {
    announceHolder(file, options.program ?? 'terminal');
    lifetime.add(() => {
      withdrawHolder(file);
      lock.release();
    });
  }

  const store = openStore({
    file,
    vault: root,
    model: vectorSpace(model.manifest),
    readOnly: lock === null,
    onNotice: (notice) => notices.add(notice),
  });
  lifetime.add(() => store.close());
  const stateDir = path.dirname(path.dirname(path.dirname(file)));
  const handle = new ToolsHandle(model, store);
  const tools = handle.get;
  // What runs the model is loaded when it is first needed.
  const embedder = new EmbedderHandle(async () => {
    const { createEmbedder } = await import('./embed/local-embedder.ts');
    return createEmbedder({
      model,
      tools: await tools(),
      stateDir,
      ...(options.provider ? { provider: options.provider } : {}),
      ...(options.threads ? { threads: options.threads } : {}),
    });
  });
  lifetime.add(() => embedder.close());
  // Of an index that is still empty a page can show nothing first.
  const settling = new Settling(options.watch && !isEmpty(store) ? PATIENCE.app : PATIENCE.command);
  lifetime.add(() => settling.close());
  const corpus = new CorpusView(store, model.manifest.dimensions, settling.over, handle.weighAgain);
  lifetime.add(() => corpus.close());
  const questionMeans = new QuestionMeansKeeper({
    store,
    embedder: () => embedder.get(),
    model: model.manifest.id,
  });
  lifetime.add(() => questionMeans.close());
  const languages = new LanguageTeller();
  lifetime.add(() => languages.close());
  const changes = new IndexChanges(store);
  lifetime.add(() => changes.close());
  notices.listen(() => changes.noticesChanged());
  const chart = new ChartHandle({ store, corpus: () => corpus.ready(), tools });
  lifetime.add(() => chart.close());
  const scanner = createScanner(root, { patterns: options.exclude ?? [] });
  const reader = new NoteReader({ root, tools });
  const listener = toldAlike([corpus.listener, changes, chart.listener, questionMeans.listener]);
  const brings = model.manifest.static.weights !== null;
  const indexer = lock
    ? new Indexer({
        store,
        scanner,
        reader,
        embedder: () => embedder.get(),
        recipe: recipeOf(model.manifest),
        listener,
        weights: brings ? undefined : new StaticWeights({ store, reader, tools, listener }),
        onVault: (error) => notices.vault(error),
      })
    : null;
  if (indexer) lifetime.add(() => indexer.stop());
  let watching: Promise<unknown> = Promise.resolve();
  if (indexer && options.watch) {
    indexer.awaitFirst();
    // Started ahead: the first edit, like every later one, should show within a second. In a new index, reading comes
    // first, and needs the memory; in another, what is asked first.
    if (!isEmpty(store)) void corpus.loaded.then(() => embedder.get()).catch(() => {}); // whoever needs it hears of it
    const watcher = watchVault(root, {
      onChange: (change) => indexer.touched(change),
      onError: (error) => (error.code.startsWith('VAULT_') ? notices.vault(error) : notices.add(error)),
    });
    watching = watcher.catch((error: unknown) => notices.vault(toPortolanError(error)));
    lifetime.add(async () => (await watcher.catch(() => null))?.close());
  }
  const router = createRouter(
    createHandlers({
      root,
      store,
      model,
      corpus,
      embedder,
      questionMeans,
      languages,
      tools,
      indexer,
      watching,
      changes,
      settling,
      chart,
      attachments: () => scanner.attachments(),
      notices,
      runs: () => ({
        precision: embedder.ready?.precision ?? 'fast',
        provider: embedder.ready?.provider ?? 'cpu',
        gpu: embedder.ready?.gpu ?? {
          is: (options.provider ?? 'cpu') === 'cpu' ? 'off' : 'none',
          provider: null,
          reason: null,
        },
        threads: embedder.ready?.threads ?? threadsFor(model, options.threads),
      }),
    }),
  );
  return {
    router,
    client: createInProcessClient(router),
    settled: settling.over,
    get loaded() {
      return corpus.loaded;
    },
    close: () => lifetime.close(),
  };
}

/** The writer's lock; without it, this process reads what there is and says why it does not write. */
function tryLock(file: string, notices: Notices): WriterLock | null {
  try {
    const lock = acquireWriter(file);
    if (!lock) notices.add(new PortolanError('INDEX_IN_USE'));
    return lock;
  } catch (error) {
    if (!(error instanceof PortolanError) || error.code !== 'INDEX_READ_ONLY') throw error;
    notices.add(error);
    return null;
  }
}

const isEmpty = (store: Store): boolean => store.notes.languages().length === 0;

/** Threads that the model would run on, in 8 bits. */
function threadsFor({ manifest }: FoundModel, asked: number | undefined): number {
  const { workers, intraOpThreads } = planWorkers(manifest.graphs.fast.bytes, asked);
  return workers * intraOpThreads;
}

/** What the vectors of an index mean. Both precisions of a model are one space: they are alike to .99 and more. */
const vectorSpace = ({ id, dimensions }: FoundModel['manifest']) => ({
  id,
  dimensions,
  fingerprint: `${id} 1`,
});
