import { readdirSync } from 'node:fs';
import { expect } from 'vitest';
import type { App } from './support/app.ts';
import { SAMPLE } from './support/folders.ts';
import { journey } from './support/journey.ts';
import { eachShell } from './support/shells.ts';

const TIDES = 'Sea/Tides.md';

eachShell('The chart', (shell) => {
  // The window draws without a graphics card here, so slowly that pixels and dragging say nothing of it.
  const without = shell.name === 'electron' && 'the page is that of the browser';
  journey(shell, 'has every note in its place', { vault: SAMPLE, without }, async (app) => {
    const { chart } = app;
    await opened(app);
    const paths = notesOf(app);
    const places = await chart.whereAre(paths);
    expect(paths.filter((_, i) => places[i] === null)).toEqual([]);
    // A name may lie over a note, no more than that.
    const [paper] = await chart.coloursAt([[3, 3]]);
    await expect
      .poll(async () => {
        const colours = await chart.coloursAt(places as [number, number][]);
        return colours.filter((colour) => colour !== paper).length / paths.length;
      })
      .toBeGreaterThan(0.85);
  });

  journey(shell, 'a note is chosen by keys and by pointer, and read', { vault: SAMPLE }, async (app) => {
    const { chart, page, reader } = app;
    await opened(app);
    await chart.sea.focus();
    await page.keyboard.press('ArrowRight');
    await chart.chosen.waitFor();
    const first = await chart.chosen.innerText();
    await page.keyboard.press('ArrowDown');
    await expect.poll(() => chart.chosen.innerText()).not.toBe(first);
    const second = await chart.chosen.innerText();
    await page.keyboard.press('Enter');
    await reader.note(second).waitFor();

    await chart.show();
    await chart.click(TIDES);
    await expect.poll(() => chart.chosen.innerText()).toBe('Tides');
    await chart.view.getByText(/^[1-9]\d* ties of meaning, \d+ not linked yet$/).waitFor();
    await chart.click(TIDES, 2);
    await reader.note('Tides').waitFor();
  });

  journey(shell, 'colours, faded entries and hits of a search', { vault: SAMPLE, without }, async (app) => {
    const { chart, search } = app;
    await opened(app);
    const { notes } = await chart.counted();
    const places = (await chart.whereAre(notesOf(app))) as [number, number][];
    const byRegion = await chart.coloursAt(places);
    await chart.colourBy('folder');
    await expect.poll(() => chart.coloursAt(places)).not.toEqual(byRegion);

    const entry = chart.entries.first();
    const faded = Number(await entry.locator('em').innerText());
    await entry.click();
    await expect.poll(() => chart.counted()).toEqual({ notes, standing: notes - faded });
    await chart.legend.getByRole('button', { name: app.say('chart.legend.all') }).click();
    await expect.poll(() => chart.counted()).toEqual({ notes, standing: notes });

    await search.show();
    await search.field.fill('tides of the sea');
    await search.results.getByRole('listitem').first().waitFor();
    await expect.poll(async () => (await chart.counted()).standing).toBeLessThan(notes);
    expect((await chart.counted()).standing).toBeGreaterThan(0);
  });

  journey(shell, 'notes of another time fade', { vault: SAMPLE, without }, async (app) => {
    const { chart, page, say } = app;
    await opened(app);
    const { notes } = await chart.counted();
    await chart.view.getByRole('button', { name: say('chart.time.show') }).click();
    await chart.view.getByRole('slider').last().focus();
    await page.keyboard.press('ArrowLeft');
    await expect.poll(async () => (await chart.counted()).standing).toBeLessThan(notes);
    await page.keyboard.press('ArrowRight');
    await expect.poll(() => chart.counted()).toEqual({ notes, standing: notes });
  });

  journey(
    shell,
    'what a box is drawn around is listed, and copied as links',
    { vault: SAMPLE, without },
    async (app) => {
      const { chart, page, say } = app;
      await opened(app);
      const { notes } = await chart.counted();
      const [[x, y]] = (await chart.whereAre([TIDES])) as [[number, number]];
      const box = (await chart.sea.boundingBox())!;
      await page.keyboard.down('Shift');
      await page.mouse.move(box.x + x - 15, box.y + y - 15);
      await page.mouse.down();
      await page.mouse.move(box.x + x + 15, box.y + y + 15, { steps: 4 });
      await page.mouse.up();
      await page.keyboard.up('Shift');
      const list = chart.view.getByRole('complementary', { name: say('chart.selection') });
      await list.getByRole('button', { name: 'Tides', exact: true }).waitFor();
      const titles = await list.getByRole('listitem').allInnerTexts();
      expect((await chart.counted()).standing).toBe(titles.length);
      expect(titles.length).toBeLessThan(10);

      if (shell.name === 'browser')
        await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
      await list.getByRole('button', { name: say('chart.selection.copy') }).click();
      const copied = await page.evaluate<string>('navigator.clipboard.readText()');
      expect(copied.trim().split('\n')).toHaveLength(titles.length);
      expect(copied).toContain('- [[Tides]]\n');
      await list.getByRole('button', { name: say('chart.selection.clear') }).click();
      await expect.poll(() => chart.counted()).toEqual({ notes, standing: notes });
    },
  );

  journey(shell, 'stays as it was left, and where it was', { vault: SAMPLE, without }, async (app) => {
    const { chart, page, say, vault } = app;
    await opened(app);
    await named(app, 'Waters of mine');
    await chart.colourBy('language');
    await page.getByRole('button', { name: say('chart.zoomIn') }).click();
    const paths = notesOf(app);
    const before = await chart.whereAre(paths);

    await page.reload();
    await chart.sea.waitFor();
    await chart.legend.getByRole('button', { name: say('chart.colour') }).waitFor();
    expect(await chart.legend.innerText()).toContain(say('chart.colour.language'));
    expect(await chart.whereAre(paths)).toEqual(before);
    await chart.colourBy('region');
    await chart.legend.getByText('Waters of mine').waitFor();

    const { notes } = await chart.counted();
    vault.write({
      'New sea.md':
        '# New sea\n\nThe tide of this sea rises twice a day, pulled by the moon. See [[Tides]].\n',
    });
    await expect.poll(async () => (await chart.counted()).notes, { timeout: 30_000 }).toBe(notes + 1);
    expect(await chart.whereAre(['New sea.md'])).not.toContain(null);
    expect(await chart.whereAre(paths)).toEqual(before);
  });

  // The same page in the same engine: once is enough.
});

/** The chart of a vault that has been read to the end, with nothing left to lay out. */
async function opened(app: App): Promise<void> {
  await app.settled();
  await app.chart.show();
  await expect
    .poll(async () => (await app.chart.counted()).notes, { timeout: 30_000 })
    .toBe(notesOf(app).length);
  await expect.poll(() => app.chart.view.getByRole('progressbar').count(), { timeout: 30_000 }).toBe(0);
}

const notesOf = ({ vault }: App): string[] =>
  readdirSync(vault.root, { recursive: true, encoding: 'utf8' })
    // One of them is written as macOS does, with its accents apart.
    .map((path) => path.replaceAll('\\', '/').normalize('NFC'))
    .filter((path) => /\.(md|canvas)$/.test(path) && !/^(Plantillas|Archivo)\/|(^|\/)\./.test(path));

/** Gives the first region of the legend a name. */
async function named({ chart, page, say }: App, name: string): Promise<void> {
  await chart.legend.locator('li').first().getByRole('button').last().click();
  await page.getByRole('menuitem', { name: say('chart.region.rename') }).click();
  const field = page.getByRole('textbox', { name: say('chart.region.name') });
  await field.fill(name);
  await field.press('Enter');
  await chart.legend.getByText(name).waitFor();
}
