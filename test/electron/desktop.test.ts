import { execFile, execFileSync } from 'node:child_process';
import path from 'node:path';
import { promisify } from 'node:util';
import type { BrowserWindow } from 'electron';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { displayForTests } from '../support/display.ts';
import { findTestElectron, type Launched, launchElectron } from '../support/electron.ts';
import { TempVault } from '../support/temp-vault.ts';
import { until } from '../support/until.ts';
import { clientsIn } from './page-clients.ts';

const ROOT = path.resolve(import.meta.dirname, '../..');
const electron = await findTestElectron();
const skipped = 'reason' in electron ? electron.reason : undefined;

describe.skipIf(skipped)(
  `the desktop app${skipped ? ` (skipped: ${skipped})` : ''}`,
  { timeout: 90_000, retry: 1 },
  () => {
    let vault: TempVault;
    let open: Launched[];

    const start = async (what: string | undefined = vault.root, env: Record<string, string> = {}) => {
      const launched = await launchElectron({
        ...(what && { vault: what }),
        dataDir: vault.dataDir,
        configDir: path.join(vault.dataDir, 'config'),
        env,
      });
      open.push(launched);
      return launched;
    };
    /** The page's own name for what is open. */
    const tab = ({ page }: Launched, name: string) => page.getByRole('tab', { name });
    const engineOf = ({ app }: Launched): number =>
      Number(
        execFileSync('pgrep', ['-P', String(app.process().pid), '-f', 'engine-process'])
          .toString()
          .trim(),
      );

    beforeEach(() => {
      vault = new TempVault({
        'Mar.md': '# Mar\n\nEl mar sube y baja dos veces al día: son las mareas.\n',
        'Luna.md': '# Luna\n\nLa luna mueve las mareas del mar.\n',
      });
      open = [];
    });
    afterEach(async () => {
      for (const launched of open) await launched.close();
      vault[Symbol.dispose]();
    });

    it('opens the note whose file it was started with, in the vault around it', async () => {
      vault.write({ '.obsidian/app.json': '{}', 'Puerto/Faro.md': '# Faro\n\nUna luz en la costa.\n' });
      const launched = await start(path.join(vault.root, 'Puerto/Faro.md'));
      await tab(launched, 'Faro').waitFor();
      const { host } = await clientsIn(launched.page);
      for await (const state of await host.state()) {
        expect(state.vault?.path).toBe(vault.root);
        break;
      }
    });

    it('follows a link into a vault it knows, and asks before it opens another', async () => {
      const launched = await start();
      const asked = await launched.app.evaluate(async ({ app, dialog }, link) => {
        const messages: string[] = [];
        const answered = new Promise<void>((resolve) => {
          dialog.showMessageBox = async (...options: unknown[]) => {
            messages.push((options.at(-1) as { detail: string }).detail);
            resolve();
            return { response: 1, checkboxChecked: false };
          };
        });
        app.emit('open-url', { preventDefault() {} }, link);
        await answered;
        return messages;
      }, 'portolan://open?vault=%2Fetc&note=passwd');
      expect(asked).toEqual([expect.stringContaining('/etc')]);
      const known = `portolan://open?vault=${path.basename(vault.root)}&note=Luna`;
      await launched.app.evaluate(
        ({ app }, link) => app.emit('open-url', { preventDefault() {} }, link),
        known,
      );
      await tab(launched, 'Luna').waitFor();
    });

    it('is one: a second start hands over what it was asked for, and ends', async () => {
      const display = await displayForTests();
      const launched = await start(vault.root, { DISPLAY: display });
      const env = {
        ...process.env,
        DISPLAY: display,
        PORTOLAN_CONFIG_DIR: path.join(vault.dataDir, 'config'),
      };
      const words = [
        ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
        ROOT,
        path.join(vault.root, 'Luna.md'),
      ];
      await promisify(execFile)((electron as { path: string }).path, words, { env });
      await tab(launched, 'Luna').waitFor();
    });

    it('speaks with the page through its menus, in the language that is chosen', async () => {
      const launched = await start();
      const click = (id: string) =>
        launched.app.evaluate(
          ({ Menu }, item) => Menu.getApplicationMenu()?.getMenuItemById(item)?.click(),
          id,
        );
      // Its commands are there as soon as its parts are.
      await launched.page.getByRole('main').waitFor();
      await click('palette.open');
      await launched.page.getByRole('dialog').waitFor();
      const { host } = await clientsIn(launched.page);
      await host.change({ language: 'es' });
      const labels = () =>
        launched.app.evaluate(({ Menu }) => Menu.getApplicationMenu()?.items.map(({ label }) => label));
      await expect.poll(labels).toContain('&Archivo');
    });

    it('gives the page a way to the next engine when one dies', async () => {
      const launched = await start();
      const { host } = await clientsIn(launched.page);
      const before = engineOf(launched);
      process.kill(before, 'SIGKILL');
      for await (const { engine } of await host.state())
        if (engine.is === 'running' && engine.run === 2) break;
      expect(engineOf(launched)).not.toBe(before);
      await launched.page.getByRole('treeitem', { name: 'Luna' }).click();
      await launched.page.getByText('La luna mueve las mareas').first().waitFor();
    });

    it('opens where it was, with what was open', async () => {
      const first = await start();
      const bounds = { x: 120, y: 90, width: 900, height: 640 };
      const inWindow = <T>(launched: Launched, work: (window: BrowserWindow) => T) =>
        launched.app
          .evaluateHandle(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]!)
          .then((w) => w.evaluate(work));
      await first.app.evaluate(
        ({ BrowserWindow }, to) => BrowserWindow.getAllWindows()[0]!.setBounds(to),
        bounds,
      );
      await expect.poll(() => inWindow(first, (window) => window.getBounds())).toMatchObject(bounds);
      await first.close();
      const second = await start('');
      expect(await inWindow(second, (window) => window.getNormalBounds())).toEqual(bounds);
      const { host } = await clientsIn(second.page);
      for await (const state of await host.state()) {
        expect(state.vault?.path).toBe(vault.root);
        break;
      }
    });

    it('draws diagrams in the frame that is kept apart', async () => {
      vault.write({
        'Ruta.md': '# Ruta\n\n```mermaid\ngraph TD\n  A[Faro] --> B[Puerto]\n```\n',
        '.obsidian/app.json': '{}',
      });
      const { page } = await start(path.join(vault.root, 'Ruta.md'));
      const diagram = page.getByRole('img', { name: /^Diagram/ });
      await diagram.waitFor();
      expect(await diagram.getAttribute('src')).toMatch(/^blob:portolan-app:/);
      expect(await page.locator('iframe').getAttribute('sandbox')).toBe('allow-scripts');
    });

    it('ends with its engine, soon and well', async () => {
      const launched = await start();
      const engine = engineOf(launched);
      const ended = new Promise<number | null>((resolve) => launched.app.process().once('exit', resolve));
      const begun = performance.now();
      await launched.app.evaluate(({ app }) => app.quit());
      expect(await ended).toBe(0);
      expect(performance.now() - begun).toBeLessThan(5_000);
      await until(() => !isRunning(engine), 'the engine has ended');
    });
  },
);

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}
