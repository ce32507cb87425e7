import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { atLeast, NEEDED_TO_INSTALL, tooOld } from './node-version.mjs';
import { ensurePackages, isInstalled } from './packages.mjs';
import { ensureNode } from './pinned-node.mjs';
import { COMPILED, endAs, run } from './run.mjs';
import { Failed, say } from './say.mjs';

/** Exit code of what Ctrl-C ended. */
const STOPPED = 130;

/** Portolan's folder. */
export const ROOT = dirname(dirname(dirname(fileURLToPath(import.meta.url))));

/**
 * Puts in place what Portolan needs: packages, its Node, its models. Quick when all of it is there. Resolves to the
 * path of the Node to run it with, or to null when it was stopped or cannot be: the exit code says so then.
 */
export async function prepare(root = ROOT) {
  if (!isInstalled(root) && !atLeast(process.version, NEEDED_TO_INSTALL)) {
    process.stderr.write(
      `${tooOld(process.version, NEEDED_TO_INSTALL, 'Install a newer Node: https://nodejs.org')}\n`,
    );
    process.exitCode = 5;
    return null;
  }
  await ensurePackages(root);
  const node = await ensureNode(root);
  return (await ensureModels(root, node)) ? node : null;
}

/** Builds the models that are missing; says nothing when none is. Resolves to false when it was stopped. */
async function ensureModels(root, node) {
  const ended = await run(node, ['scripts/build-models.ts', '--quiet'], {
    cwd: root,
    stdio: ['ignore', 2, 2],
  });
  if (ended.code === 0) return true;
  if (ended.signal || ended.code === STOPPED) {
    endAs(ended);
    return false;
  }
  throw new Failed(
    'the models could not be built; the lines above say why.',
    'Correct that, then run the same command again.',
  );
}

/** Runs one of Portolan's programs with its Node, in the folder from which the person called. */
export async function runWith(node, args, options = {}) {
  const ended = await run(node, args, {
    cwd: process.env.INIT_CWD || process.cwd(),
    env: { NODE_COMPILE_CACHE: COMPILED, ...process.env },
    ...options,
  });
  if (ended.code === null && !ended.signal) say('it ended without a word.');
  return ended;
}
