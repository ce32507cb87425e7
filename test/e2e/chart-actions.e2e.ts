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
      const read = async () => {
        await list.getByRole('button', { name: 'Tides', exact: true }).click();
        await chart.sea.focus();
        await page.keyboard.press('Enter');
        await app.reader.note('Tides').waitFor();
      };
      await read();
      await app.showRight('related');
      await related.titles.first().waitFor();
      const names = () => related.titles.allInnerTexts();
      const all = await names();
      const outside = (name: string) => !titles.includes(name);
      expect(all.filter(outside)).not.toEqual([]);

      await chart.show();
      const narrow = list.getByRole('button', { name: say('chart.selection.narrow') });
      await narrow.click();
      const chip = related.panel.getByText(say('related.filter.selected', { n: titles.length }));
      await chip.waitFor();
      await expect.poll(async () => (await names()).filter(outside)).toEqual([]);

      // It stays while another note is read…
      await read();
      expect(await chip.isVisible()).toBe(true);
      // …and goes with its cross, or with the selection.
      await chip.click();
      await expect.poll(names).toEqual(all);
      await chart.show();
      expect(await narrow.getAttribute('aria-pressed')).toBe('false');
      await narrow.click();
      await chip.waitFor();
      await list.getByRole('button', { name: say('chart.selection.clear') }).click();
      await chip.waitFor({ state: 'detached' });
      await expect.poll(names).toEqual(all);
    },
  );
});

eachShell('A chart that the vault has outgrown', (shell) => {
  const without = shell.name === 'electron' && 'the page is that of the browser';
  journey(
    shell,
    'is laid out anew when that is accepted, and not before',
    { vault: SAMPLE, without },
    async (app) => {
      const { chart, page, say, vault } = app;
      await page.emulateMedia({ reducedMotion: 'no-preference' });
      await app.settled();
      await chart.show();
      await still(app);
      const { notes } = await chart.counted();
      const offer = chart.view
        .getByRole('status')
        .filter({ has: page.getByRole('button', { name: say('chart.anew') }) });
      expect(await offer.count()).toBe(0);

      // Too few to lay all out anew for, and enough to offer it.
      const more = Math.ceil(notes * 0.45);
      for (let i = 0; i < more; i++)
        vault.write({
          [`Bread/${i}.md`]: `# Loaf ${i}\n\nFlour, water and salt are kneaded ${i} times; the dough rises and is baked.\n`,
        });
      await expect.poll(async () => (await chart.counted()).notes, { timeout: 60_000 }).toBe(notes + more);
      await offer.waitFor({ timeout: 30_000 });
      await still(app);
      const before = await chart.whereAre([TIDES, 'Bread/0.md']);

      await offer.getByRole('button', { name: say('chart.anew') }).click();
      await expect.poll(() => offer.count(), { timeout: 60_000 }).toBe(0);
      await still(app);
      expect(await offer.count()).toBe(0);
      await expect.poll(() => chart.whereAre([TIDES, 'Bread/0.md'])).not.toEqual(before);
      expect((await chart.counted()).notes).toBe(notes + more);
    },
  );
});

/** Nothing is being worked out. */
async function still({ chart }: App): Promise<void> {
  await expect.poll(() => chart.view.getByRole('progressbar').count(), { timeout: 60_000 }).toBe(0);
}

/** The chart of the sample vault with the notes around one selected. */
async function selected(app: App) {
  const { chart, page, say } = app;
  await app.settled();
  await chart.show();
  await still(app);
  await expect.poll(async () => (await chart.counted()).notes, { timeout: 30_000 }).toBeGreaterThan(20);
  const [[x, y]] = (await chart.whereAre([TIDES])) as [[number, number]];
  const box = (await chart.sea.boundingBox())!;
  await page.keyboard.down('Shift');
  await page.mouse.move(box.x + x + 45, box.y + y + 45);
  await page.mouse.down();
  await page.mouse.move(box.x + x - 45, box.y + y - 45, { steps: 4 });
  await page.mouse.up();
  await page.keyboard.up('Shift');
  const list = chart.view.getByRole('complementary', { name: say('chart.selection') });
  await list.getByRole('button', { name: 'Tides', exact: true }).waitFor();
  return { list, titles: await list.getByRole('listitem').allInnerTexts() };
}
