import { parentPort, workerData } from 'node:worker_threads';
import type { EmbeddingTable } from '../models/embedding-table.ts';
import type { Precision } from '../models/manifest.ts';
import { type EncoderSession, openSession } from './session.ts';

export interface TrialSetup {
  readonly table: EmbeddingTable;
  readonly graphs: Readonly<Record<Precision, string>>;
}

/** Tokens per millisecond of one thread. */
export type TrialResult = Readonly<Record<Precision, number>>;

/** A passage as it is usual. */
const TOKENS = 128;
/** Per graph, after one run to warm up. */
const MILLISECONDS = 250;

/** Runs both graphs in turn and posts their speeds; the best of several short runs, because the machine is shared. */
const { table, graphs } = workerData as TrialSetup;
const sessions: Record<Precision, EncoderSession> = {
  full: await openSession(graphs.full, table, { intraOpThreads: 1 }),
  fast: await openSession(graphs.fast, table, { intraOpThreads: 1 }),
};
const ids = Int32Array.from({ length: TOKENS }, (_, i) => 5 + ((i * 7919) % (table.rows - 5)));
const best: Record<Precision, number> = { full: Infinity, fast: Infinity };
for (const session of Object.values(sessions)) await session.run(ids, 1);
const end = performance.now() + 2 * MILLISECONDS;
do {
  for (const precision of ['fast', 'full'] as const) {
    const start = performance.now();
    await sessions[precision].run(ids, 1);
    best[precision] = Math.min(best[precision], performance.now() - start);
  }
} while (performance.now() < end);
const result: TrialResult = { full: TOKENS / best.full, fast: TOKENS / best.fast };
parentPort!.postMessage(result);
await Promise.all([sessions.full.release(), sessions.fast.release()]);
