import { execFile, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { promisify } from 'node:util';
import { _electron, type ElectronApplication, type Page } from 'playwright-core';
import { programIn } from '../../scripts/lib/electron.mjs';
import { displayForTests } from './display.ts';

const ROOT = path.resolve(import.meta.dirname, '../..');
/** Makes an Electron out of reach of its download; not part of this repository. */
const MAKER = path.resolve(ROOT, '../shared/tools/electron/get-electron.sh');
const MADE = path.join(tmpdir(), 'portolan-test-electron');
const MAKE_WITHIN = 240_000;

export type TestElectron = { readonly path: string } | { readonly reason: string };

/**
 * The Electron that tests run on: that of ELECTRON_OVERRIDE_DIST_PATH, the installed package's, or one that is made
 * once for this machine; else why there is none to test on. What is tested is the built app.
 */
export async function findTestElectron(env = process.env): Promise<TestElectron> {
  if (!existsSync(path.join(ROOT, 'out/main/index.js')))
    return { reason: 'the app is not built: npm run build' };
  if (process.platform === 'linux' && !env.DISPLAY && spawnSync('Xvfb', ['-help']).error)
    return { reason: 'no display, and no Xvfb to make one' };
  for (const folder of [env.ELECTRON_OVERRIDE_DIST_PATH, path.join(ROOT, 'node_modules/electron/dist'), MADE])
    if (folder && existsSync(programIn(folder))) return runnable(programIn(folder));
  if (process.platform !== 'linux' || !existsSync(MAKER)) return { reason: 'no Electron on this machine' };
  try {
    await make();
    return runnable(programIn(MADE));
  } catch (error) {
    return { reason: `no Electron could be made: ${String(error).slice(0, 200)}` };
  }
}

/** Files that are tested at the same time may make it at the same time: the first to be done stays. */
async function make(): Promise<void> {
  const own = `${MADE}-${process.pid}`;
  await promisify(execFile)('bash', [MAKER, own], { timeout: MAKE_WITHIN });
  try {
    renameSync(own, MADE);
  } catch (error) {
    if (!existsSync(programIn(MADE))) throw error;
    rmSync(own, { recursive: true });
  }
}

function runnable(program: string): TestElectron {
  const { status, stderr } = spawnSync(program, ['--version'], {
    env: { ...process.env, ELECTRON_RUN_AS_NODE: '1' },
    encoding: 'utf8',
  });
  if (status === 0) return { path: program };
  return { reason: `it does not start here: ${stderr.trim().split('\n')[0] ?? status}` };
}

export interface LaunchOptions {
  /** What to open: a vault, a note, a `portolan://` link. */
  readonly vault?: string;
  readonly dataDir: string;
  readonly configDir: string;
  /** The app to start in place of the built one: a packaged program. */
  readonly packaged?: string;
  readonly env?: Readonly<Record<string, string>>;
}

export interface Launched {
  readonly app: ElectronApplication;
  readonly page: Page;
  /** What the main process said on stderr. */
  readonly said: () => string;
  /** Quits as a person would; resolves when every process has ended. */
  close(): Promise<void>;
}

/**
 * Milliseconds for a page to answer what is asked of it. Where the debugger comes to it at the wrong moment, it waits for
 * that debugger for ever; started without one, it was never seen to. Tried anew.
 */
const ANSWERS_WITHIN = [15_000, 15_000, 60_000] as const;

/** Starts the built app (`npm run build`) in a real Electron, its engine in this Node. */
export async function launchElectron(options: LaunchOptions): Promise<Launched> {
  for (const patience of ANSWERS_WITHIN) {
    const launched = await start(options);
    if (await isLoaded(launched.page, patience)) return launched;
    await end(launched.app);
  }
  throw new Error('the page was not loaded in three starts');
}

async function start(options: LaunchOptions): Promise<Launched> {
  const { vault, dataDir, configDir, packaged, env = {} } = options;
  const electron = packaged ? { path: packaged } : await findTestElectron();
  if ('reason' in electron) throw new Error(electron.reason);
  mkdirSync(configDir, { recursive: true });
  const root = process.getuid?.() === 0;
  const app = await _electron.launch({
    executablePath: electron.path,
    args: [...(root ? ['--no-sandbox'] : []), ...(packaged ? [] : [ROOT]), ...(vault ? [vault] : [])],
    env: {
      ...inherited(),
      DISPLAY: env.DISPLAY ?? (await displayForTests()),
      PORTOLAN_NODE: process.execPath,
      PORTOLAN_CONFIG_DIR: configDir,
      PORTOLAN_DATA: dataDir,
      ...env,
    },
    timeout: 60_000,
  });
  let said = '';
  app.process().stderr?.on('data', (data) => {
    said += data;
  });
  const page = await app.firstWindow({ timeout: 60_000 });
  return { app, page, said: () => said, close: () => app.close() };
}

/** Asked of the page, not waited for as an event: that may have come before anybody listened. */
async function isLoaded(page: Page, patience: number): Promise<boolean> {
  const late = setTimeout(patience, false, { ref: false });
  for (const end = Date.now() + patience; Date.now() < end; await setTimeout(50)) {
    const state = page.evaluate<string>('document.readyState').then(
      (is) => is === 'complete',
      () => false, // it is just going to its page
    );
    if (await Promise.race([state, late])) return true;
  }
  return false;
}

/** The engine below it ends with it. */
async function end(app: ElectronApplication): Promise<void> {
  const program = app.process();
  const gone = once(program, 'exit');
  program.kill('SIGKILL');
  await gone;
}

/** Of this process' environment what any program needs: nothing that would change how the app runs. */
function inherited(): Record<string, string> {
  const kept = [
    'PATH',
    'HOME',
    'USER',
    'LANG',
    'TMPDIR',
    'XAUTHORITY',
    'SYSTEMROOT',
    'APPDATA',
    'LOCALAPPDATA',
  ];
  return Object.fromEntries(kept.flatMap((name) => (process.env[name] ? [[name, process.env[name]]] : [])));
}
