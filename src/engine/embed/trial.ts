import { reasonOf } from '../../common/errors.ts';
import type { EmbeddingTable } from '../models/embedding-table.ts';
import type { Precision } from '../models/manifest.ts';
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

/** Numbers in place of words: the speed does not depend on them. */
function anyTable(): EmbeddingTable {
  const buffer = new SharedArrayBuffer(TOKENS * dimensions * 4);
  new Float32Array(buffer).forEach((_, i, all) => {
    all[i] = Math.sin(i * 1.7) / 10;
  });
  return { buffer, encoding: 'f32', dimensions, rows: TOKENS };
}

/** The best of many short runs, because others use the machine too. */
async function rate(graph: string): Promise<number> {
  const session = await openSession(graph, anyTable(), { intraOpThreads: 1 });
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
