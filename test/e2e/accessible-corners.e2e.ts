import { mkdirSync, renameSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect } from 'vitest';
import type { App } from './support/app.ts';
import { axeFinds } from './support/axe.ts';
import { SAMPLE } from './support/folders.ts';
import { journey } from './support/journey.ts';
import { NOTES } from './support/notes.ts';
import { eachShell } from './support/shells.ts';

const SECTIONS = ['vault', 'exclusions', 'model', 'computing', 'appearance', 'privacy', 'about'] as const;

/** Views that a person only meets when something happens. Each is looked at in the light and in the dark. */
eachShell('With whatever a person perceives by, in the corners', (shell) => {
  // The same page in the same engine: once is enough.
  const without = shell.name === 'electron' && 'the page is that of the browser';
  const world = { settings: { theme: 'system' }, without } as const;

  journey(
    shell,
    'axe finds nothing in the banners',
    { ...world, vault: NOTES, language: 'es' },
    async (app) => {
      const { page, vault, say } = app;
      const found = finder(app);
      await app.settled();
      const away = `${vault.root} away`;
      renameSync(vault.root, away);
      await page.locator('[data-notice="VAULT_GONE"]').waitFor({ timeout: 30_000 });
      await found.look('vault banner');
      renameSync(away, vault.root);
      await page.locator('[data-notice="VAULT_GONE"]').waitFor({ state: 'detached', timeout: 30_000 });
      // Every further time it takes longer until the engine is started again.
      const banner = page.getByText(say('app.engineAttempt', { attempt: 3 }));
      // It may not be there yet when it is to be killed again.
      const kill = () =>
        app.killEngine().then(
          () => true,
          () => false,
        );
      for (let time = 0; time < 3; time++) await expect.poll(kill, { timeout: 20_000 }).toBe(true);
      await banner.waitFor({ timeout: 30_000 });
      await found.look('engine banner');
      expect(found.lines()).toBe('');
    },
  );

  journey(
    shell,
    'axe finds nothing in any part of the settings, nor in the folder chooser',
    { ...world, vault: NOTES },
    async (app) => {
      const { page, say, folders } = app;
      const found = finder(app);
      await app.settled();
      await page.keyboard.press('ControlOrMeta+,');
      const settings = page.getByRole('dialog');
      for (const section of SECTIONS) {
        await settings.getByRole('tab', { name: say(`settings.${section}`), exact: true }).click();
        await found.look(`settings, ${section}`);
      }
      await page.keyboard.press('Escape');
      mkdirSync(path.join(folders.base, 'Harbours', 'Port'), { recursive: true });
      writeFileSync(path.join(folders.base, 'Harbours', 'Port.md'), '# Port');
      await page
        .getByRole('button', { name: say('app.vaultMenu', { name: path.basename(app.vault.root) }) })
        .click();
      await page.getByRole('menuitem', { name: say('app.openFolder') }).click();
      const chooser = page.getByRole('dialog', { name: say('welcome.chooser') });
      const where = chooser.getByRole('textbox', { name: say('welcome.chooser.path') });
      await where.fill(path.join(folders.base, 'Harbours'));
      await page.keyboard.press('Enter');
      await chooser.getByText('Port', { exact: true }).waitFor();
      await found.look('folder chooser');
      await where.fill('/nowhere at all');
      await page.keyboard.press('Enter');
      await chooser.getByRole('alert').waitFor();
      await found.look('folder chooser, with an error');
      expect(found.lines()).toBe('');
    },
  );

  journey(
    shell,
    'axe finds nothing in problems with entries',
    {
      ...world,
      vault: {
        ...NOTES,
        'Broken.md': Uint8Array.from([0x23, 0x20, 0x41, 0x0a, 0x0a, 0xff, 0xfe, 0x20, 0xc3, 0x28, 0x0a]),
        'Properties.md': '---\ntitle: [never closed\n---\n# Properties\n\nText all the same.\n',
        'Binary.md': new Uint8Array(4000).map((_, i) => (i * 7) % 256),
        '.portolanignore': 'Stars.md\n',
      },
    },
    async (app) => {
      const { page, say } = app;
      const found = finder(app);
      await app.settled();
      await page
        .getByRole('contentinfo')
        .getByRole('button', { name: /problem/i })
        .click();
      await page
        .getByRole('dialog', { name: say('problems.title') })
        .getByText('Properties')
        .first()
        .waitFor();
      await found.look('problems');
      expect(found.lines()).toBe('');
    },
  );

  journey(shell, 'axe finds nothing in the chart at work', { ...world, vault: SAMPLE }, async (app) => {
    const { chart, page, say } = app;
    const found = finder(app);
    await app.settled();
    await chart.show();
    await chart.legend.waitFor({ timeout: 60_000 });
    await page.keyboard.press('Escape');
    await chart.entries.first().click();
    await found.look('chart, a region faded');
    await chart.view.getByRole('button', { name: say('chart.time.show') }).click();
    await found.look('chart, time');
    const box = (await chart.sea.boundingBox())!;
    await page.keyboard.down('Shift');
    await page.mouse.move(box.x + box.width * 0.3, box.y + box.height * 0.3);
    await page.mouse.down();
    await page.mouse.move(box.x + box.width * 0.6, box.y + box.height * 0.6, { steps: 4 });
    await page.mouse.up();
    await page.keyboard.up('Shift');
    await chart.view.getByRole('complementary', { name: say('chart.selection') }).waitFor();
    await found.look('chart, selected notes and time');
    expect(found.lines()).toBe('');
  });
});

/**
 * Colours that are on their way from one theme to the other are of neither; one that begins to change takes others along
 * a frame later.
 */
const atRest = (theme: string) => `(async () => {
  const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));
  const moves = () => document.getAnimations().some((animation) =>
    animation.playState === 'running' && animation.effect.getComputedTiming().endTime !== Infinity);
  while (document.documentElement.dataset.theme !== '${theme}') await frame();
  for (let still = 0; still < 5; still = moves() ? 0 : still + 1) await frame();
})()`;

/** Gathers what axe finds in either theme. */
function finder({ page }: App) {
  const lines: string[] = [];
  return {
    async look(view: string): Promise<void> {
      for (const colorScheme of ['light', 'dark'] as const) {
        await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
        await page.evaluate(atRest(colorScheme));
        lines.push(...(await axeFinds(page)).map((line) => `${view}, ${colorScheme}: ${line}`));
      }
    },
    lines: () => lines.join('\n\n'),
  };
}
