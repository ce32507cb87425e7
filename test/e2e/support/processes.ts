import { execFileSync } from 'node:child_process';
import { until } from '../../support/until.ts';

/** Ids of the engine's processes below a process. */
export function enginesBelow(root: number): number[] {
  const table = execFileSync('ps', ['-A', '-o', 'pid=,ppid=,args='], { encoding: 'utf8' })
    .split('\n')
    .map((line) => /^\s*(\d+)\s+(\d+)\s+(.*)$/.exec(line))
    .filter((found) => found !== null)
    .map(([, pid, parent, args]) => ({ pid: Number(pid), parent: Number(parent), args: args! }));
  const below = (parent: number): typeof table =>
    table.filter((p) => p.parent === parent).flatMap((p) => [p, ...below(p.pid)]);
  return below(root)
    .filter(({ args }) => /engine-process\.(ts|js)/.test(args))
    .map(({ pid }) => pid);
}

/** Kills the engine as a crash would: at once, and only it. */
export async function killEngine(root: number): Promise<void> {
  const [engine] = enginesBelow(root);
  if (engine === undefined) throw new Error('no engine is running');
  process.kill(engine, 'SIGKILL');
  await until(() => !enginesBelow(root).includes(engine), 'the engine is gone');
}
