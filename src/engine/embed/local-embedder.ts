import { join } from 'node:path';
import type { ProviderWish } from '../../contract/engine-options.ts';
import type { FoundModel } from '../models/catalogue.ts';
import { readQueryMean } from '../models/catalogue.ts';
import type { LocalEmbedder } from './embedder.ts';
import { explain } from './explain.ts';
import { GraphicsCard } from './graphics-card.ts';
import { planWorkers } from './plan.ts';
import { Pool } from './pool.ts';
import { createPooledEmbedder } from './pooled-embedder.ts';
import { choosePrecision, type Wish } from './precision.ts';
import { candidates } from './providers.ts';
import { createTextTools, type OpenTextTools, openTextTools } from './text-tools.ts';

export type { LocalEmbedder };

export interface EmbedderOptions {
  /** As `findModel` gives it. */
  readonly model: Pick<FoundModel, 'manifest' | 'dir'>;
  /** What reads texts, where it is open already: its word table is large. */
  readonly tools?: OpenTextTools;
  /** Cores to use; all of them by default. */
  readonly threads?: number;
  /** Which graph: `auto` (the default) takes the one that is faster on this machine. */
  readonly precision?: Wish;
  /** What runs it; the processor by default. It begins on the processor in any case. */
  readonly provider?: ProviderWish;
  /** Folder that keeps what was measured, so that it need not be measured at every start. */
  readonly stateDir?: string;
}

/**
 * Opens a model: its tokenizer on this thread, its word table in shared memory, its sessions in worker threads.
 * Resolves when the first worker is ready. Rejects with MODEL_MISSING, MODEL_DAMAGED, MODEL_FAILED.
 */
export async function createEmbedder(options: EmbedderOptions): Promise<LocalEmbedder> {
  const { model } = options;
  const { manifest, dir } = model;
  const setup = options.tools?.setup ?? openTextTools(model);
  const { table } = setup.static;
  const queryMean = readQueryMean(model);
  const graphs = { full: join(dir, manifest.graphs.full.path), fast: join(dir, manifest.graphs.fast.path) };
  try {
    const verdict = await choosePrecision({
      wish: options.precision ?? 'auto',
      manifest,
      graphs,
      stateDir: options.stateDir,
    });
    const plan = planWorkers(manifest.graphs[verdict.precision].bytes, options.threads);
    const kind = { table, graphs, precision: verdict.precision, intraOpThreads: plan.intraOpThreads };
    const pool = new Pool({
      setup: kind,
      workers: plan.workers,
      model: manifest.id,
      ...(verdict.rate ? { rate: verdict.rate } : {}),
    });
    try {
      // Read while the workers open their sessions.
      const tools = options.tools ?? createTextTools(setup);
      await pool.ready();
      const card = new GraphicsCard({
        pool,
        setup: kind,
        candidates: candidates(options.provider ?? 'cpu'),
        wanted: (options.provider ?? 'cpu') !== 'cpu',
        manifest,
        graph: graphs.full,
        rate: (verdict.rate ?? 0) * plan.workers * plan.intraOpThreads,
        stateDir: options.stateDir,
      });
      void card.begin();
      return createPooledEmbedder({
        manifest,
        queryMean,
        tools,
        pool,
        precision: verdict.precision,
        card,
        ...plan,
      });
    } catch (error) {
      await pool.close();
      throw error;
    }
  } catch (error) {
    throw await explain(error, model);
  }
}
