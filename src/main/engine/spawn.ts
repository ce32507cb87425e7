import { fork } from 'node:child_process';
import { app, utilityProcess } from 'electron';
import type { EngineProcess } from '../../host/engine-supervisor.ts';
import { UtilityEngine } from './utility-engine.ts';

/** better-sqlite3 is built for this Node-API; on an older one it takes the process down when it is loaded. */
const NEEDED_NODE_API = 10;

/** As in the terminal: a small nursery for V8, which saves much memory while notes are read. */
const MEMORY = '--max-semi-space-size=4';

/** The Node that runs the engine beside Electron; null where Electron's own runs it. */
export function externalNode(env = process.env, nodeApi = Number(process.versions.napi)): string | null {
  if (env.PORTOLAN_NODE) return env.PORTOLAN_NODE;
  // Under npm the Node on the PATH is Portolan's own.
  return nodeApi < NEEDED_NODE_API ? (env.npm_node_execpath ?? 'node') : null;
}

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
