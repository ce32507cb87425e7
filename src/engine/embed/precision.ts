import { fork } from 'node:child_process';
import type { ModelManifest, Precision } from '../models/manifest.ts';
import type { Rates, TrialResult, TrialSetup } from './trial.ts';
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
  readonly stateDir: string | undefined;
}

/** A trial takes about a second; one that takes this long tells nothing but that the machine is busy. */
const DEADLINE_MS = 20_000;

/**
 * Which graph to run. `auto` times both on this machine, about a second, and remembers the answer in `stateDir` for
 * this machine and these very files. Rejects when a graph cannot be opened.
 */
export async function choosePrecision({ wish, manifest, graphs, stateDir }: Question): Promise<Choice> {
  if (wish !== 'auto') return { precision: wish };
  const key = machineKey(manifest);
  const known = stateDir === undefined ? undefined : readVerdicts(stateDir)[key];
  const rates = known ?? (await trial({ graphs, dimensions: manifest.dimensions }));
  if (!rates) return { precision: 'fast' };
  if (!known && stateDir !== undefined) writeVerdict(stateDir, key, rates);
  const precision = rates.fast > rates.full ? 'fast' : 'full';
  return { precision, rate: rates[precision] };
}

/**
 * Times both graphs in a process of its own: what the full graph takes in memory goes back to the system with it.
 * Resolves to nothing when there could be no trial.
 */
function trial(setup: TrialSetup): Promise<Rates | undefined> {
  return new Promise((resolve, reject) => {
    const child = fork(new URL('./trial.ts', import.meta.url), [JSON.stringify(setup)], {
      execArgv: [],
      env: { ...process.env, ELECTRON_RUN_AS_NODE: '1' },
      stdio: 'ignore',
      timeout: DEADLINE_MS,
      killSignal: 'SIGKILL',
    });
    child.on('message', (result: TrialResult) => {
      if ('rates' in result) resolve(result.rates);
      else reject(new Error(result.reason));
    });
    child.on('error', () => resolve(undefined));
    // Comes after the last message, where `exit` may come before it.
    child.on('disconnect', () => resolve(undefined));
  });
}
