import { type ChildProcess, spawn } from 'node:child_process';
import { cpSync, existsSync } from 'node:fs';
import path from 'node:path';
import { type Browser, chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { displayForTests } from '../support/display.ts';
import { TempVault } from '../support/temp-vault.ts';
import { until } from '../support/until.ts';

/**
 * The packaged app, as `npm run package` leaves it in dist/, started as a person would start it. Packaging takes longer
 * than a test should: it is for whoever runs this to do before, as .ci/run does.
 */

const ROOT = path.resolve(import.meta.dirname, '../..');
const program = path.join(ROOT, 'dist/linux-unpacked/portolan');
const skipped =
  process.platform !== 'linux'
    ? 'looks for a package of Linux'
    : existsSync(program)
      ? undefined
      : 'not packaged: npm run package';

describe.skipIf(skipped)(
  `the packaged app${skipped ? ` (skipped: ${skipped})` : ''}`,
  { timeout: 120_000 },
  () => {
    let vault: TempVault;
    let child: ChildProcess;
    let browser: Browser;
    let page: Page;
    let said = '';
    let env: NodeJS.ProcessEnv;
    let ended: Promise<number | null>;
    const flags = process.getuid?.() === 0 ? ['--no-sandbox'] : [];

    beforeAll(async () => {
      vault = new TempVault();
      cpSync(path.join(ROOT, 'resources/sample-vault'), vault.root, { recursive: true });
      env = {
        PATH: process.env.PATH,
        HOME: process.env.HOME,
        LANG: 'C.UTF-8',
        DISPLAY: await displayForTests(),
        PORTOLAN_NODE: process.execPath,
        PORTOLAN_CONFIG_DIR: path.join(vault.dataDir, 'config'),
        PORTOLAN_DATA: vault.dataDir,
      };
      // Its fuses keep Playwright's own way in, Node's inspector, shut: Chromium's remains.
      child = spawn(program, [...flags, '--remote-debugging-port=0', vault.root], { env });
      ended = new Promise((resolve) => child.once('exit', resolve));
      child.stderr!.on('data', (data) => {
        said += data;
      });
      await until(() => said.includes('DevTools listening on '), 'it listens', 60_000);
      browser = await chromium.connectOverCDP(/DevTools listening on (\S+)/.exec(said)![1]!);
      const [context] = browser.contexts();
      page = context!.pages()[0] ?? (await context!.waitForEvent('page'));
    }, 120_000);
    afterAll(async () => {
      child?.kill();
      await ended;
      vault?.[Symbol.dispose]();
    });

    it('opens a vault from its own archive and shows a note with those related to it', async () => {
      expect(page.url()).toBe('portolan-app://app/index.html');
      await page.getByRole('treeitem', { name: 'Inicio' }).click({ timeout: 60_000 });
      await page.getByText('Este cuaderno sigue una sola pregunta').first().waitFor({ timeout: 60_000 });
      const related = page.getByRole('region', { name: 'Related' });
      await related.getByText('Carta portulana').first().waitFor({ timeout: 60_000 });
    });

    it('hands what a second start asks for to the first', async () => {
      const second = spawn(program, [...flags, path.join(vault.root, 'Start here.md')], {
        env,
        stdio: 'ignore',
      });
      expect(await new Promise((resolve) => second.once('exit', resolve))).toBe(0);
      await page.getByRole('tab', { name: 'Start here' }).waitFor();
    });

    it('does not run as Node, whatever it is told', async () => {
      // As Node it would answer; as the app it hands nothing over to the first one, and ends.
      const words = [...flags, '--eval=console.log(6 * 7)'];
      const asNode = spawn(program, words, { env: { ...env, ELECTRON_RUN_AS_NODE: '1' } });
      let out = '';
      asNode.stdout.on('data', (data) => {
        out += data;
      });
      expect(await new Promise((resolve) => asNode.once('close', resolve))).toBe(0);
      expect(out).not.toContain('42');
    });

    it('ends well when its window is closed', async () => {
      await page.close();
      expect(await ended).toBe(0);
    });
  },
);
