import { reasonOf } from '../../common/errors.ts';
import { anyTable } from './any-table.ts';
import { badRows, type EncoderSession, openSession, type Provider } from './session.ts';

/** The child's only argument, as JSON. */
export interface GpuTrialSetup {
  readonly provider: Provider;
  /** Path of the graph in full precision. */
  readonly graph: string;
  readonly dimensions: number;
}

/** Tokens per millisecond, and how near its vectors are to the processor's, at worst; or why there are none. */
export type GpuTrialResult = { readonly rate: number; readonly cosine: number } | { readonly reason: string };

/** Passages as they are usual, as many as one run takes. */
const TOKENS = 128;
const TEXTS = 8;
const MILLISECONDS = 500;

const { provider, graph, dimensions } = JSON.parse(process.argv[2]!) as GpuTrialSetup;
const ids = Int32Array.from({ length: TEXTS * TOKENS }, (_, i) => (i * 31) % TOKENS);
const open = (on: Provider) =>
  openSession(graph, anyTable(TOKENS, dimensions), { intraOpThreads: 1, provider: on });

/** The best of many runs, because others use the machine too. */
async function rateOf(session: EncoderSession): Promise<number> {
  let best = Infinity;
  const end = performance.now() + MILLISECONDS;
  for (let runs = 0; runs < 3 || performance.now() < end; runs++) {
    const start = performance.now();
    await session.run(ids, TEXTS);
    best = Math.min(best, performance.now() - start);
  }
  return (TEXTS * TOKENS) / best;
}

/** The smallest cosine of two lists of unit vectors, row by row; 0 where a vector is none. */
function likeness(a: Float32Array, b: Float32Array): number {
  if (badRows(a, dimensions).length + badRows(b, dimensions).length > 0) return 0;
  let least = 1;
  for (let from = 0; from < a.length; from += dimensions) {
    let dot = 0;
    for (let d = from; d < from + dimensions; d++) dot += a[d]! * b[d]!;
    least = Math.min(least, dot);
  }
  return least;
}

async function trial(): Promise<GpuTrialResult> {
  try {
    // The graphics card first: where there is none, the processor's work would be for nothing.
    const tried = await open(provider);
    const theirs = (await tried.run(ids, TEXTS)).slice();
    const rate = await rateOf(tried);
    await tried.release();
    const sound = await open('cpu');
    const ours = (await sound.run(ids, TEXTS)).slice();
    await sound.release();
    return { rate, cosine: likeness(theirs, ours) };
  } catch (error) {
    return { reason: reasonOf(error) };
  }
}

process.send!(await trial(), () => process.disconnect());
