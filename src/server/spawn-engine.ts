import { fork } from 'node:child_process';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { EngineProcess } from '../host/engine-supervisor.ts';
import { packageRoot } from './package-root.ts';

/** As in `scripts/lib/run.mjs`: much short-lived garbage fits a small nursery, and saves 200 MB. */
const SMALL_NURSERY = '--max-semi-space-size=4';

/** As in `scripts/lib/run.mjs`: Node starts faster where it kept what it compiled before. */
const COMPILED = 'node_modules/.cache/portolan/compiled';

/** An engine's process, run by the same Node as this one. What it says on its own goes to stderr. */
export function spawnEngine(): EngineProcess {
  const script = fileURLToPath(new URL('./engine-process.ts', import.meta.url));
  const child = fork(script, {
    serialization: 'advanced',
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    env: { NODE_COMPILE_CACHE: path.join(packageRoot(), COMPILED), ...process.env },
    execArgv: [...process.execArgv.filter((option) => option !== SMALL_NURSERY), SMALL_NURSERY],
  });
  return child as unknown as EngineProcess;
}
