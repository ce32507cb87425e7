import { reasonOf } from '../../common/errors.ts';
import type { Precision } from '../models/manifest.ts';
import { anyTable } from './any-table.ts';
import { openSession } from './session.ts';

/** The child's only argument, as JSON. */
export interface TrialSetup {
  readonly graphs: Readonly<Record<Precision, string>>;
  readonly dimensions: number;
}

/** Tokens per millisecond of one thread. */
export type Rates = Readonly<Record<Precision, number>>;

export type TrialResult = { readonly rates: Rates } | { readonly reason: string };

/** A passage as it is usual. */
const TOKENS = 128;
/** Per graph, after one run to warm up. */
const MILLISECONDS = 250;

const { graphs, dimensions } = JSON.parse(process.argv[2]!) as TrialSetup;
const ids = Int32Array.from({ length: TOKENS }, (_, i) => i);

/** The best of many short runs, because others use the machine too. */
async function rate(graph: string): Promise<number> {
  const session = await openSession(graph, anyTable(TOKENS, dimensions), { intraOpThreads: 1 });
  await session.run(ids, 1);
  let best = Infinity;
  const end = performance.now() + MILLISECONDS;
  for (let runs = 0; runs < 3 || performance.now() < end; runs++) {
    const start = performance.now();
    await session.run(ids, 1);
    best = Math.min(best, performance.now() - start);
  }
  await session.release();
  return TOKENS / best;
}

async function trial(): Promise<TrialResult> {
  try {
    return { rates: { full: await rate(graphs.full), fast: await rate(graphs.fast) } };
  } catch (error) {
    return { reason: reasonOf(error) };
  }
}

process.send!(await trial(), () => process.disconnect());
