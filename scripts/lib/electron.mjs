import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { request } from 'node:https';
import { dirname, join } from 'node:path';
import { pinnedPath } from './pinned-node.mjs';
import { run } from './run.mjs';
import { Failed, say } from './say.mjs';

const DAY = 24 * 60 * 60 * 1000;
/** Milliseconds within which the place of downloads must answer. */
const ANSWER_WITHIN = 4000;
/** Milliseconds for the whole download where that place answered; and where only npm's own cache may have it. */
const DOWNLOAD_WITHIN = 300000;
const CACHED_WITHIN = 20000;

/**
 * Electron's program for this machine: the one that ELECTRON_OVERRIDE_DIST_PATH names, else the one of the package
 * `electron`, fetched once where it can be had. Resolves to `{ path }`, or to `{ reason }`: why no window can open here.
 *
 * @param {string} root Portolan's folder
 * @returns {Promise<{ path: string } | { reason: string }>}
 */
export async function findElectron(root, env = process.env, platform = process.platform) {
  const obstacle = noWindow(env, platform);
  if (obstacle) return { reason: obstacle };
  const found = await programOf(root, env, platform);
  if (!found.path) return found;
  const fault = cannotRun(found.path, platform);
  return fault ? { reason: fault } : found;
}

/** Why no window can open on this machine, whatever Electron there is; or null. */
export function noWindow(env = process.env, platform = process.platform) {
  if (platform !== 'linux') return null;
  if (!env.DISPLAY && !env.WAYLAND_DISPLAY)
    return 'there is no display here (neither DISPLAY nor WAYLAND_DISPLAY is set)';
  if (process.getuid && process.getuid() === 0) return 'its sandbox does not work for the user root';
  return null;
}

/** Where a folder with Electron's distribution has the program. */
export function programIn(folder, platform = process.platform) {
  if (platform === 'darwin') return join(folder, 'Electron.app', 'Contents', 'MacOS', 'Electron');
  return join(folder, platform === 'win32' ? 'electron.exe' : 'electron');
}

async function programOf(root, env, platform) {
  const override = env.ELECTRON_OVERRIDE_DIST_PATH;
  if (override) {
    const path = programIn(override, platform);
    return existsSync(path)
      ? { path }
      : { reason: `ELECTRON_OVERRIDE_DIST_PATH names ${override}, where it is not` };
  }
  const folder = join(root, 'node_modules', 'electron');
  const version = versionOf(folder);
  if (!version) return { reason: 'its package is not installed' };
  const path = programIn(join(folder, 'dist'), platform);
  if (isWhole(folder, version, path)) return { path };
  if (env.ELECTRON_SKIP_BINARY_DOWNLOAD)
    return { reason: 'it is not installed, and ELECTRON_SKIP_BINARY_DOWNLOAD is set' };
  const earlier = recall(root, version);
  if (earlier) return { reason: earlier };
  const reason = await fetchOnce(root, folder, version, env);
  if (isWhole(folder, version, path)) return { path };
  remember(root, version, reason);
  return { reason };
}

function versionOf(folder) {
  try {
    return JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')).version;
  } catch {
    return null;
  }
}

/** The package writes these two files last, so a download that was cut short does not count. */
function isWhole(folder, version, path) {
  try {
    const there = readFileSync(join(folder, 'dist', 'version'), 'utf8')
      .trim()
      .replace(/^v/, '');
    return there === version && existsSync(join(folder, 'path.txt')) && existsSync(path);
  } catch {
    return false;
  }
}

/** Runs the package's own installer. Resolves to why there is none, should there be none afterwards. */
async function fetchOnce(root, folder, version, env) {
  const base =
    env.ELECTRON_MIRROR || env.npm_config_electron_mirror || 'https://github.com/electron/electron/';
  const answers = await reachable(base);
  if (answers) say('fetching Electron for the window, this once (about 110 MB)…');
  const node = pinnedPath(root);
  const within = answers ? DOWNLOAD_WITHIN : CACHED_WITHIN;
  const ended = await run(existsSync(node) ? node : process.execPath, [join(folder, 'install.js')], {
    cwd: folder,
    stdio: 'ignore',
    timeout: within,
  }).catch(() => ({ code: 1, signal: null, interrupted: false }));
  if (ended.interrupted) throw new Failed('stopped.', 'Run the same command again to go on.', 130);
  const host = base.replace(/^\w+:\/+/, '').split('/')[0];
  if (!answers) return `it is not installed, and ${host}, where it is fetched from, does not answer`;
  if (ended.signal) return `it could not be fetched from ${host} within ${within / 60000} minutes`;
  return `it could not be fetched from ${host} (version ${version})`;
}

/** True when the server of an address answers at all. */
function reachable(url) {
  return new Promise((resolve) => {
    try {
      const asked = request(url, { method: 'HEAD', timeout: ANSWER_WITHIN }, (answer) => {
        answer.resume();
        resolve(true);
      });
      asked.on('timeout', () => asked.destroy());
      asked.on('error', () => resolve(false));
      asked.on('close', () => resolve(false));
      asked.end();
    } catch {
      resolve(false);
    }
  });
}

/** Why Electron at `path` does not start here, in words; or null. */
function cannotRun(path, platform) {
  const { status, stderr, error } = spawnSync(path, ['--version'], {
    encoding: 'utf8',
    timeout: 10000,
    windowsHide: true,
    // As plain Node: libraries are loaded, but no window system is asked.
    env: { ...process.env, ELECTRON_RUN_AS_NODE: '1' },
  });
  if (status !== 0) {
    const missing = /error while loading shared libraries: ([^:\s]+)/.exec(stderr || '');
    if (missing) return `it needs the library ${missing[1]}, which is not installed`;
    return `it does not start here (${error ? error.message : `exit code ${status}`})`;
  }
  return platform === 'linux' ? sandboxFault(path) : null;
}

/** Some distributions keep programs that are not installed by root from making sandboxes, and Electron then ends. */
function sandboxFault(path) {
  const says = (file, value) => {
    try {
      return readFileSync(file, 'utf8').trim() === value;
    } catch {
      return false;
    }
  };
  const restricted =
    says('/proc/sys/kernel/apparmor_restrict_unprivileged_userns', '1') ||
    says('/proc/sys/kernel/unprivileged_userns_clone', '0') ||
    says('/proc/sys/user/max_user_namespaces', '0');
  if (!restricted) return null;
  const helper = join(dirname(path), 'chrome-sandbox');
  const ready = spawnSync('find', [helper, '-user', 'root', '-perm', '-4755'], { encoding: 'utf8' });
  if (ready.status === 0 && ready.stdout.trim()) return null;
  return `this system lets only installed programs make sandboxes (for root to allow it: chown root ${helper}; chmod 4755 ${helper})`;
}

const account = (root) => join(root, 'node_modules', '.cache', 'portolan', 'electron.json');

function recall(root, version) {
  try {
    const kept = JSON.parse(readFileSync(account(root), 'utf8'));
    return kept.version === version && Date.now() - kept.at < DAY ? kept.reason : null;
  } catch {
    return null;
  }
}

function remember(root, version, reason) {
  try {
    mkdirSync(dirname(account(root)), { recursive: true });
    writeFileSync(account(root), JSON.stringify({ version, at: Date.now(), reason }));
  } catch {
    // Then it is tried again next time.
  }
}
