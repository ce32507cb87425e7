import type { Page } from 'playwright-core';
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
  start(folders: TestFolders): Promise<Running>;
}

const VIEWPORT = { width: 1280, height: 800 };
/** Milliseconds that anything on the page may take, on a machine that does other things too. */
const PATIENCE = 30_000;

/** The page in a Chromium, served by `portolan serve`. */
export const browserShell = (chromiumPath: string): ShellKind => ({
  name: 'browser',
  async start({ vault, dataDir, configDir }) {
    const serving = await startServing({ ...(vault && { vault: vault.root }), dataDir, configDir });
    const chromium = await launchChromium(chromiumPath);
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
});

/** The built desktop app in a real Electron. */
export const electronShell: ShellKind = {
  name: 'electron',
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
