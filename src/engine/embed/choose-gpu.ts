import { fork } from 'node:child_process';
import type { Gpu } from '../../contract/engine-options.ts';
import type { GpuState } from '../../contract/status.ts';
import type { ModelManifest } from '../models/manifest.ts';
import type { GpuTrialResult, GpuTrialSetup } from './gpu-trial.ts';
import { type GpuVerdict, GpuVerdicts } from './gpu-verdicts.ts';
import { trialKey } from './providers.ts';

export interface GpuQuestion {
  readonly candidates: readonly Gpu[];
  readonly manifest: Pick<ModelManifest, 'id' | 'dimensions' | 'graphs'>;
  /** Path of the graph in full precision: 8 bits are the processor's. */
  readonly graph: string;
  /** Tokens per millisecond of the processor, all its workers together. */
  readonly rate: number;
  readonly stateDir: string | undefined;
  readonly signal: AbortSignal;
  /** The child's script; another one in tests. */
  readonly script?: URL;
  readonly deadline?: number;
}

export interface GpuChoice {
  /** The first that serves; null where none does. */
  readonly provider: Gpu | null;
  readonly rate: number;
  /** What became of the trials. */
  readonly state: GpuState;
}

/** A driver that has to be woken and a graph that has to be compiled take their time; more is a driver that hangs. */
const DEADLINE_MS = 60_000;
/** Both are the same model in full precision: what is further away is a fault of the card or its driver. */
const LEAST_COSINE = 0.999;
/** Less gain is not worth another program's graphics card. */
const WORTH = 1.3;

/**
 * Finds a graphics card that gives the same vectors, faster. Each is tried once, in a process of its own with a
 * deadline, since drivers crash and hang; the verdict is kept. Never rejects.
 */
export async function chooseGpu(question: GpuQuestion): Promise<GpuChoice> {
  const { candidates, manifest, rate, stateDir, signal } = question;
  const verdicts = new GpuVerdicts(stateDir);
  let state: GpuState = { is: 'none', provider: null, reason: null };
  for (const provider of candidates) {
    const key = trialKey(manifest, provider);
    const verdict = verdicts.get(key) ?? (await trial(question, provider));
    if (signal.aborted || !verdict) break;
    verdicts.set(key, verdict);
    const judged = judge(provider, verdict, rate);
    if (judged.is === 'used')
      return { provider, rate: verdict.is === 'tried' ? verdict.rate : rate, state: judged };
    if (state.is === 'none') state = judged;
  }
  return { provider: null, rate, state };
}

function judge(provider: Gpu, verdict: GpuVerdict, rate: number): GpuState {
  if (verdict.is === 'failed') return { is: 'failed', provider, reason: verdict.reason };
  // It was in use, and the engine's process ended before it had given a single vector.
  if (verdict.is === 'begun') return { is: 'failed', provider, reason: 'it ended the program' };
  if (!(verdict.cosine >= LEAST_COSINE)) return { is: 'different', provider, reason: null };
  return { is: verdict.rate >= WORTH * rate ? 'used' : 'slower', provider, reason: null };
}

/** The runtime's reason without the place in its source that stands before it, on one line. */
export const inWords = (reason: string): string =>
  reason
    .replace(/^[\s\S]*\bwas false\.\s*/, '')
    .replace(/\s+/g, ' ')
    .trim()
    .slice(0, 200);

/** Undefined where it was given up. */
function trial(question: GpuQuestion, provider: Gpu): Promise<GpuVerdict | undefined> {
  const { graph, manifest, signal, script = new URL('./gpu-trial.ts', import.meta.url) } = question;
  const setup: GpuTrialSetup = { provider, graph, dimensions: manifest.dimensions };
  return new Promise((resolve) => {
    const child = fork(script, [JSON.stringify(setup)], {
      execArgv: [],
      env: { ...process.env, ELECTRON_RUN_AS_NODE: '1' },
      stdio: 'ignore',
      timeout: question.deadline ?? DEADLINE_MS,
      killSignal: 'SIGKILL',
    });
    const giveUp = () => child.kill('SIGKILL');
    signal.addEventListener('abort', giveUp, { once: true });
    const end = (verdict: GpuVerdict | undefined) => {
      signal.removeEventListener('abort', giveUp);
      resolve(signal.aborted ? undefined : verdict);
    };
    child.on('message', (result: GpuTrialResult) =>
      end('rate' in result ? { is: 'tried', ...result } : { is: 'failed', reason: inWords(result.reason) }),
    );
    child.on('error', () => end(undefined));
    child.on('exit', (_, killed) =>
      // After its last message, where there was one, this says nothing any more.
      setImmediate(() => end({ is: 'failed', reason: killed ? 'it did not come to an end' : 'it crashed' })),
    );
    if (signal.aborted) giveUp();
  });
}
