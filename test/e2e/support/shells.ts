import type { Page } from 'playwright-core';
import { describe, inject } from 'vitest';
import { launchElectron } from '../../support/electron.ts';
import { launchChromium } from './chromium.ts';
import type { TestFolders } from './folders.ts';
import { startServing } from './serving.ts';
import { type Watch, watchContext } from './watched-page.ts';

/** The program around the page, started. */
export interface Running {
  readonly page: Page;
  /** Process below which the engine runs. */
  readonly pid: number;
  readonly watch: Watch;
  close(): Promise<void>;
}

export interface ShellKind {
  readonly name: 'browser' | 'electron';
  /** Why it cannot be tried here; null when it can. */
  readonly missing: string | null;
  start(folders: TestFolders): Promise<Running>;
}

const VIEWPORT = { width: 1280, height: 800 };
/** Milliseconds that anything on the page may take, on a machine that does other things too. */
const PATIENCE = 30_000;

const browser: ShellKind = {
  name: 'browser',
  missing: reasonOf(inject('chromium')),
  async start({ vault, dataDir, configDir }) {
    const serving = await startServing({ ...(vault && { vault: vault.root }), dataDir, configDir });
    const chromium = await launchChromium((inject('chromium') as { path: string }).path);
    const context = await chromium.newContext({ viewport: VIEWPORT, reducedMotion: 'reduce' });
    const watch = watchContext(context, () => new URL(serving.address).origin);
    const page = await context.newPage();
    page.setDefaultTimeout(PATIENCE);
    await page.goto(serving.address);
    return {
      page,
      pid: serving.pid,
      watch,
      async close() {
        await chromium.close();
        await serving.close();
      },
    };
  },
};

const electron: ShellKind = {
  name: 'electron',
  missing: reasonOf(inject('electron')),
  async start({ vault, dataDir, configDir }) {
    const { app, page, close } = await launchElectron({
      ...(vault && { vault: vault.root }),
      dataDir,
      configDir,
    });
    const watch = watchContext(app.context(), () => 'portolan-app://app/');
    page.setDefaultTimeout(PATIENCE);
    await page.setViewportSize(VIEWPORT).catch(() => {});
    return { page, pid: app.process().pid!, watch, close };
  },
};

function reasonOf(found: object): string | null {
  return 'reason' in found ? String(found.reason) : null;
}

/** Runs the same journeys in every shell; one that is not here is skipped, and its name says why. */
export function eachShell(name: string, journeys: (shell: ShellKind) => void): void {
  for (const shell of [browser, electron]) {
    const where = shell.missing === null ? shell.name : `${shell.name}, left out: ${shell.missing}`;
    describe.skipIf(shell.missing !== null)(`${name} (${where})`, () => journeys(shell));
  }
}
