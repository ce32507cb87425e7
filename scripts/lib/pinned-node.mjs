import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { atLeast, NEEDED } from './node-version.mjs';
import { npm } from './packages.mjs';
import { run } from './run.mjs';
import { Failed, say } from './say.mjs';

/** Where the npm package `node` puts its program. */
export function pinnedPath(root, platform = process.platform) {
  return join(root, 'node_modules', 'node', 'bin', platform === 'win32' ? 'node.exe' : 'node');
}

/** The version of the Node at `path`, or null when it is not there or does not run on this machine. */
export function versionAt(path) {
  const { status, stdout } = spawnSync(path, ['--version'], { encoding: 'utf8', windowsHide: true });
  return status === 0 ? stdout.trim() : null;
}

/** True when there is a Node at `path` that Portolan runs on. */
export function isUsable(path) {
  const version = versionAt(path);
  return version !== null && atLeast(version, NEEDED);
}

/**
 * The Node that Portolan runs on, repaired where npm left it out: npm 11 and later may refuse the install script that
 * puts it in place. Without it the calling Node serves if it is new enough.
 */
export async function ensureNode(root) {
  const path = pinnedPath(root);
  if (isUsable(path)) return path;
  say('Portolan’s own Node is not in place: putting it there…');
  await npm(root, ['rebuild', 'node', '--foreground-scripts', '--loglevel=error']);
  if (isUsable(path)) return path;
  await installItself(root);
  if (isUsable(path)) return path;
  if (atLeast(process.version, NEEDED)) {
    say(`going on with the Node that is here, ${process.version}.`);
    return process.execPath;
  }
  throw new Failed(
    `Portolan’s own Node could not be installed, and the one here, ${process.version}, is too old.  NODE_TOO_OLD`,
    `Install Node ${NEEDED} or newer, or delete node_modules and try again.`,
  );
}

/** What the package's install script does, called by ourselves. */
async function installItself(root) {
  const cwd = join(root, 'node_modules', 'node');
  try {
    await run(process.execPath, ['installArchSpecificPackage.js'], { cwd, stdio: ['ignore', 2, 2] });
  } catch (error) {
    if (error.code !== 'ENOENT') throw error;
  }
}
