import { Worker } from 'node:worker_threads';
import type { EmbeddingTable } from '../models/embedding-table.ts';
import type { ModelManifest, Precision } from '../models/manifest.ts';
import type { TrialResult, TrialSetup } from './trial.ts';
import { machineKey, readVerdicts, writeVerdict } from './verdicts.ts';

export type Wish = Precision | 'auto';

export interface Choice {
  readonly precision: Precision;
  /** Tokens per millisecond of one worker, where it was measured. */
  readonly rate?: number;
}

interface Question {
  readonly wish: Wish;
  readonly manifest: ModelManifest;
  readonly graphs: Readonly<Record<Precision, string>>;
  readonly table: EmbeddingTable;
  readonly stateDir: string | undefined;
}

/**
 * Which graph to run. `auto` times both on this machine, about a second, and remembers the answer in `stateDir` for
 * this machine and these very files. Rejects when a graph cannot be opened.
 */
export async function choosePrecision({
  wish,
  manifest,
  graphs,
  table,
  stateDir,
}: Question): Promise<Choice> {
  if (wish !== 'auto') return { precision: wish };
  if (manifest.graphs.full.sha256 === manifest.graphs.fast.sha256) return { precision: 'full' };
  const key = machineKey(manifest);
  const known = stateDir === undefined ? undefined : readVerdicts(stateDir)[key];
  const rates = known ?? (await trial({ table, graphs }));
  if (!known && stateDir !== undefined) writeVerdict(stateDir, key, rates);
  const precision = rates.fast > rates.full ? 'fast' : 'full';
  return { precision, rate: rates[precision] };
}

function trial(setup: TrialSetup): Promise<TrialResult> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL('./trial.ts', import.meta.url), { workerData: setup });
    let result: TrialResult | undefined;
    worker.on('message', (message: TrialResult) => {
      result = message;
    });
    worker.on('error', reject);
    worker.on('exit', () =>
      result ? resolve(result) : reject(new Error('the trial ended without a result')),
    );
  });
}
