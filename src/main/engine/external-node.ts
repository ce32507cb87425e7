/** better-sqlite3 is built for this Node-API; on an older one it takes the process down when it is loaded. */
const NEEDED_NODE_API = 10;

/** The Node that runs the engine beside Electron; null where Electron's own runs it. */
export function externalNode(env = process.env, nodeApi = Number(process.versions.napi)): string | null {
  if (env.PORTOLAN_NODE) return env.PORTOLAN_NODE;
  // Under npm the first Node on the PATH is Portolan's own.
  return nodeApi < NEEDED_NODE_API ? 'node' : null;
}
