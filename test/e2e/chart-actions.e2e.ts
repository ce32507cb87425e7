import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect } from 'vitest';
import type { App } from './support/app.ts';
import { SAMPLE } from './support/folders.ts';
import { journey } from './support/journey.ts';
import { eachShell } from './support/shells.ts';

const TIDES = 'Sea/Tides.md';

eachShell('Selected notes', (shell) => {
  // The window draws without a graphics card here, so slowly that dragging says nothing of it.
  const without = shell.name === 'electron' && 'the page is that of the browser';

  journey(
    shell,
    'are saved as a list of links, where the person says',
    { vault: SAMPLE, without },
    async (app) => {
      const { page, say } = app;
      const { list, titles } = await selected(app);
      const save = list.getByRole('button', { name: say('chart.selection.save') });

      // Where a browser has no dialog for it, it is a download.
      await page.evaluate('delete globalThis.showSaveFilePicker; delete Window.prototype.showSaveFilePicker');
      const [download] = await Promise.all([page.waitForEvent('download'), save.click()]);
      expect(download.suggestedFilename()).toBe(say('chart.selection.file'));
      const text = readFileSync(await download.path(), 'utf8');
      expect(text).toContain('- [[Tides]]\n');
      expect(text.trim().split('\n')).toHaveLength(titles.length);

      // Where it has, the file that was picked is written; nothing is when none was.
      await page.evaluate(`globalThis.showSaveFilePicker = async ({ suggestedName }) =>
      (await navigator.storage.getDirectory()).getFileHandle(suggestedName, { create: true })`);
      await save.click();
      const written = `navigator.storage.getDirectory()
      .then((folder) => folder.getFileHandle(${JSON.stringify(say('chart.selection.file'))}))
      .then((handle) => handle.getFile()).then((file) => file.text()).catch(() => '')`;
      await expect.poll(() => page.evaluate<string>(written)).toBe(text);
      await page.evaluate(`globalThis.showSaveFilePicker = async () => {
      globalThis.dialogClosed = true;
      throw new DOMException('', 'AbortError');
    }`);
      await save.click();
      await expect.poll(() => page.evaluate('globalThis.dialogClosed')).toBe(true);
      expect(existsSync(path.join(app.vault.root, say('chart.selection.file')))).toBe(false);
    },
  );

  journey(
    shell,
    'narrow what is related, until they are selected no more',
    { vault: SAMPLE, without },
    async (app) => {
      const { chart, page, related, say } = app;
      const { list, titles } = await selected(app);
      await chart.click(TIDES, 2);
      await app.reader.note('Tides').waitFor();
      await app.showRight('related');
      await related.titles.first().waitFor();
      const all = await related.titles.count();
      expect(all).toBeGreaterThan(titles.length);

      await chart.show();
      const narrow = list.getByRole('button', { name: say('chart.selection.narrow') });
      await narrow.click();
      const chip = related.panel.getByText(say('related.filter.selected', { n: titles.length }));
      await chip.waitFor();
      await expect.poll(() => related.titles.count()).toBeLessThan(titles.length);
      for (const name of await related.titles.allInnerTexts()) expect(titles).toContain(name);

      // It stays while another note is read…
      await page.keyboard.press('ControlOrMeta+G');
      await app.reader.note('Tides').waitFor();
      expect(await chip.isVisible()).toBe(true);
      // …and goes with its cross, or with the selection.
      await chip.click();
      await expect.poll(() => related.titles.count()).toBe(all);
      await chart.show();
      expect(await narrow.getAttribute('aria-pressed')).toBe('false');
      await narrow.click();
      await chip.waitFor();
      await list.getByRole('button', { name: say('chart.selection.clear') }).click();
      await chip.waitFor({ state: 'detached' });
      await expect.poll(() => related.titles.count()).toBe(all);
    },
  );
});

/** The chart of the sample vault with the notes around one selected. */
async function selected(app: App) {
  const { chart, page, say } = app;
  await app.settled();
  await chart.show();
  await expect.poll(() => chart.view.getByRole('progressbar').count(), { timeout: 30_000 }).toBe(0);
  await expect.poll(async () => (await chart.counted()).notes, { timeout: 30_000 }).toBeGreaterThan(20);
  const [[x, y]] = (await chart.whereAre([TIDES])) as [[number, number]];
  const box = (await chart.sea.boundingBox())!;
  await page.keyboard.down('Shift');
  await page.mouse.move(box.x + x - 30, box.y + y - 30);
  await page.mouse.down();
  await page.mouse.move(box.x + x + 30, box.y + y + 30, { steps: 4 });
  await page.mouse.up();
  await page.keyboard.up('Shift');
  const list = chart.view.getByRole('complementary', { name: say('chart.selection') });
  await list.getByRole('button', { name: 'Tides', exact: true }).waitFor();
  return { list, titles: await list.getByRole('listitem').allInnerTexts() };
}
