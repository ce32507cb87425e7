import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { run } from './run.mjs';
import { Failed, say, sayStill } from './say.mjs';

const readJson = (file) => JSON.parse(readFileSync(file, 'utf8'));

/**
 * True when node_modules holds what package-lock.json asks for. npm writes its own account of what it installed as
 * its very last step, so an installation that was cut short does not count.
 */
export function isInstalled(root) {
  const account = join(root, 'node_modules', '.package-lock.json');
  if (!existsSync(account)) return false;
  try {
    const wanted = readJson(join(root, 'package-lock.json')).packages;
    const installed = readJson(account).packages;
    return Object.entries(wanted).every(
      ([path, { version, optional, devOptional }]) =>
        path === '' || optional || devOptional || (installed[path] && installed[path].version === version),
    );
  } catch {
    return false;
  }
}

/** npm as it was called, or the one on the PATH. */
export function npmCommand(env = process.env) {
  const script = env.npm_execpath;
  if (script && /npm-cli\.c?js$/.test(script) && existsSync(script))
    return { file: process.execPath, args: [script], options: {} };
  return { file: 'npm', args: [], options: process.platform === 'win32' ? { shell: true } : {} };
}

/** Runs npm; its words go to stderr. Resolves to true when it succeeded. */
export async function npm(root, args) {
  const { file, args: before, options } = npmCommand();
  try {
    const { code, interrupted } = await run(file, [...before, ...args], {
      cwd: root,
      stdio: ['ignore', 2, 2],
      // An npm script's own settings must not leak into the npm that it calls.
      env: { ...process.env, npm_config_global: 'false', NODE_NO_WARNINGS: '1' },
      ...options,
    });
    if (interrupted) throw new Failed('stopped.', 'Run the same command again to go on.', 130);
    return code === 0;
  } catch (error) {
    if (error.code !== 'ENOENT') throw error;
    throw new Failed(
      'npm is not on the PATH, and Portolan’s packages are not installed.',
      'Install Node with npm, then try again.',
    );
  }
}

const QUIETLY = ['--no-audit', '--no-fund', '--loglevel=error', '--include=dev'];

/** Installs what package-lock.json asks for, when something of it is missing. */
export async function ensurePackages(root) {
  if (isInstalled(root)) return;
  const afresh = !existsSync(join(root, 'node_modules', '.package-lock.json'));
  say(
    afresh
      ? 'installing packages, this once (a minute or two)…'
      : 'the list of packages has changed: installing what is new…',
  );
  const done = process.stderr.isTTY ? () => {} : sayStill('installing packages');
  try {
    if (afresh && (await npm(root, ['ci', ...QUIETLY]))) return;
    if (afresh) say('the exact list could not be installed; trying the nearest that can…');
    if (await npm(root, ['install', ...QUIETLY])) return;
  } finally {
    done();
  }
  throw new Failed(
    'the packages could not be installed; npm says why above.',
    'Check the connection and the free disk space, then run the same command again.',
  );
}
