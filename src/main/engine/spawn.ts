import { fork } from 'node:child_process';
import { app, utilityProcess } from 'electron';
import type { EngineProcess } from '../../host/engine-supervisor.ts';
import { externalNode } from './external-node.ts';
import { UtilityEngine } from './utility-engine.ts';

/** As in the terminal: a small nursery for V8, which saves much memory while notes are read. */
const MEMORY = '--max-semi-space-size=4';

/** Starts a process for the engine: Electron's utility process, or a Node of its own. */
export function spawnEngine(script: string): EngineProcess {
  const node = externalNode();
  if (node)
    return fork(script, {
      execPath: node,
      execArgv: [MEMORY],
      serialization: 'advanced',
      env: withoutElectron(process.env),
    }) as unknown as EngineProcess;
  const child = utilityProcess.fork(script, [], {
    serviceName: 'Portolan engine',
    execArgv: [`--js-flags=${MEMORY}`],
    cwd: app.getPath('home'),
  });
  return new UtilityEngine(child);
}

function withoutElectron(env: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  const { ELECTRON_RUN_AS_NODE: _, NODE_OPTIONS: __, ...rest } = env;
  return rest;
}
