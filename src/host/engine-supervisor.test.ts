import { type ChildProcess, fork } from 'node:child_process';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { SMALL } from '../../test/support/engine.ts';
import { TempVault } from '../../test/support/temp-vault.ts';
import { until } from '../../test/support/until.ts';
import { connectPort } from '../rpc/message-port.ts';
import { type EngineProcess, type EngineState, EngineSupervisor } from './engine-supervisor.ts';

const script = path.join(import.meta.dirname, '../server/engine-process.ts');

describe('the engine in a process of its own', () => {
  let vault: TempVault;
  let children: ChildProcess[];
  let states: EngineState[];
  let supervisor: EngineSupervisor;

  const start = (overrides = {}) => {
    supervisor = new EngineSupervisor({
      spawn() {
        const child = fork(script, { serialization: 'advanced' });
        children.push(child);
        return child as unknown as EngineProcess;
      },
      settings: { vault: vault.root, dataDir: vault.dataDir, model: SMALL, threads: 1, ...overrides },
      onState: (state) => states.push(state),
      firstDelay: 10,
    });
  };
  const running = () => until(() => supervisor.state.is === 'running', 'the engine runs', 30_000);
  const client = () => {
    const port = supervisor.connect();
    if (!port) throw new Error(supervisor.state.is);
    return connectPort(port);
  };

  beforeEach(() => {
    vault = new TempVault({ 'Mareas.md': '# Mareas\n\nEl mar sube y baja.\n' });
    children = [];
    states = [];
  });
  afterEach(async () => {
    await supervisor.close();
    vault[Symbol.dispose]();
  });

  it('comes back when it is killed, with what was indexed', { timeout: 60_000 }, async () => {
    start();
    await running();
    await client().index();
    children[0]!.kill('SIGKILL');
    await until(() => children.length === 2, 'it is started again');
    await running();
    expect((await client().status()).counts.indexed).toBe(1);
    expect(states.map((state) => state.is)).toEqual([
      'starting',
      'running',
      'restarting',
      'starting',
      'running',
    ]);
  });

  it('waits longer each time it dies', { timeout: 60_000 }, async () => {
    start();
    for (let i = 0; i < 3; i++) {
      await until(() => children.length === i + 1, 'a process is there');
      children[i]!.kill('SIGKILL');
    }
    await running();
    const waits = states.flatMap((state) => (state.is === 'restarting' ? [state.seconds] : []));
    expect(waits).toEqual([0.01, 0.02, 0.04]);
  });

  it('does not try again what cannot be opened, and says why', { timeout: 60_000 }, async () => {
    start({ vault: path.join(vault.root, 'gone') });
    await until(() => supervisor.state.is === 'failed', 'it gives up');
    expect(supervisor.state).toMatchObject({ error: { code: 'VAULT_NOT_FOUND' } });
    expect(children).toHaveLength(1);
  });

  it('ends well, and its process with it', { timeout: 60_000 }, async () => {
    start();
    await running();
    await Promise.all([supervisor.close(), supervisor.close()]);
    expect(children[0]!.exitCode).toBe(0);
    expect(states.at(-1)).toEqual({ is: 'closed' });
  });
});
