import { spawn } from 'node:child_process';
import { createHash, randomUUID } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { readFile, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import { PortolanError, reasonOf } from '../common/errors.ts';

/** What the page is made of, within Portolan's folder. */
export const PAGE_SOURCES = [
  'src/renderer',
  'src/common',
  'src/contract',
  'src/rpc',
  'resources/icons',
  'vite.renderer.config.ts',
  'package-lock.json',
];
/** Beside the built page: what it was built from. */
export const PAGE_STAMP = '.sources';
const BUILD_WITHIN = 300_000;

/**
 * The folder of the built page. It is built where it is missing or its sources have changed since; where there are no
 * sources, as in the packaged app, it is what came along.
 * @param onBuild called before a build, which takes a few seconds
 * @throws PAGE_MISSING
 */
export async function ensurePage(root: string, onBuild: () => void = () => {}): Promise<string> {
  const page = path.join(root, 'out', 'renderer');
  if (!existsSync(path.join(root, 'src', 'renderer', 'index.html'))) return page;
  const wanted = hashOf(root, PAGE_SOURCES);
  if ((await readFile(path.join(page, PAGE_STAMP), 'utf8').catch(() => '')) === wanted) return page;
  onBuild();
  // Beside, and then put in place as a whole: another Portolan may be reading or building the page now.
  const fresh = `${page}-${randomUUID()}`;
  try {
    await build(root, fresh);
    await writeFile(path.join(fresh, PAGE_STAMP), wanted);
    await putInPlace(fresh, page);
  } catch (cause) {
    if (cause instanceof PortolanError) throw cause;
    throw new PortolanError('PAGE_MISSING', { reason: reasonOf(cause) }, { cause });
  } finally {
    await rm(fresh, { recursive: true, force: true });
  }
  return page;
}

/**
 * One hash over the names and contents of all files under these folders of `root`, tests left out. At once: hundreds of
 * small files read one after the other take a third of what they take by way of the pool of threads.
 */
export function hashOf(root: string, sources: readonly string[]): string {
  const hash = createHash('sha256');
  for (const source of sources)
    for (const file of filesUnder(path.join(root, source))) {
      if (/\.test\.tsx?$/.test(file)) continue;
      hash.update(`${path.relative(root, file)}\0`).update(readFileSync(file));
    }
  return hash.digest('hex');
}

function filesUnder(at: string): string[] {
  if (!existsSync(at)) return [];
  if (!statSync(at).isDirectory()) return [at];
  return readdirSync(at, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name))
    .sort();
}

/** Another Portolan may have put its own there first: the same page, from the same sources. Then ours goes there next. */
async function putInPlace(fresh: string, page: string, tries = 5): Promise<void> {
  const old = `${page}-${randomUUID()}`;
  await rename(page, old).catch(() => {});
  try {
    await rename(fresh, page);
  } catch (error) {
    if (tries === 1) throw error;
    await putInPlace(fresh, page, tries - 1);
  } finally {
    await rm(old, { recursive: true, force: true });
  }
}

function build(root: string, folder: string): Promise<void> {
  const vite = path.join(root, 'node_modules', 'vite', 'bin', 'vite.js');
  if (!existsSync(vite)) throw new PortolanError('PAGE_MISSING', { reason: 'vite is not installed' });
  const options = ['--config', 'vite.renderer.config.ts', '--outDir', folder, '--logLevel', 'error'];
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [vite, 'build', ...options], {
      cwd: root,
      // Whatever is set around it, such as by tests: the page is built as it is used, without what only developers need.
      env: { ...process.env, NODE_ENV: 'production' },
      stdio: ['ignore', 'pipe', 'pipe'],
      timeout: BUILD_WITHIN,
      windowsHide: true,
    });
    let said = '';
    for (const stream of [child.stdout, child.stderr])
      stream.on('data', (chunk) => {
        said = (said + chunk).slice(-4_000);
      });
    child.once('error', reject);
    child.once('close', (code) => {
      if (code === 0) resolve();
      else reject(new PortolanError('PAGE_MISSING', { reason: reasonIn(said) || `vite ended with ${code}` }));
    });
  });
}

/** The line with the reason, and the place that follows it; without colours. */
function reasonIn(said: string): string {
  const lines = stripVTControlCharacters(said)
    .split('\n')
    .map((line) => line.trim());
  const at = lines.findIndex((line) => /^\[[\w:-]+\] /.test(line));
  if (at < 0) return lines.find((line) => /error|cannot|failed/i.test(line)) ?? '';
  const place = /\[ (\S+) \]/.exec(lines[at + 1] ?? '')?.[1];
  return place ? `${lines[at]} (${place})` : lines[at]!;
}
