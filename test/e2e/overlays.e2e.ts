import { expect } from 'vitest';
import type { App } from './support/app.ts';
import { axeFinds } from './support/axe.ts';
import { SAMPLE } from './support/folders.ts';
import { journey } from './support/journey.ts';
import { eachShell } from './support/shells.ts';
import { Nearby } from './support/views/nearby.ts';

const TIDES = 'Sea/Tides.md';

eachShell('Over the chart and around a note', (shell) => {
  // The window draws without a graphics card here, so slowly that the chart's pixels say nothing of it.
  const without = shell.name === 'electron' && 'the page is that of the browser';

  journey(
    shell,
    'the notes around one: links and meaning apart, another in the middle, read',
    { vault: SAMPLE },
    async (app) => {
      const nearby = await around(app, 'tides', 'Tides');
      const { reader, say } = app;
      const all = await nearby.paths();
      expect(all[0]).toBe(TIDES);
      expect(all.length).toBeGreaterThan(12);
      expect(await nearby.lines('link')).toBeGreaterThan(0);
      expect(await nearby.lines('meaning')).toBeGreaterThan(0);
      const before = await nearby.places();

      await nearby.panel.getByRole('radio', { name: say('nearby.sight.links') }).click();
      await expect.poll(() => nearby.lines('meaning')).toBe(0);
      expect((await nearby.paths()).length).toBeLessThan(all.length);
      await nearby.panel.getByRole('radio', { name: say('nearby.sight.meaning') }).click();
      await expect.poll(() => nearby.lines('link')).toBe(0);
      await nearby.panel.getByRole('radio', { name: say('nearby.sight.all') }).click();
      await expect.poll(() => nearby.places()).toBe(before);

      const other = all[1]!;
      await nearby.point(other).click();
      await nearby.panel.getByRole('button', { name: say('nearby.centre') }).click();
      await expect.poll(async () => (await nearby.paths())[0]).toBe(other);
      await nearby.panel.getByRole('button', { name: say('nearby.back') }).click();
      await expect.poll(() => nearby.places()).toBe(before);

      await nearby.point(other).dblclick();
      await reader.note(other.slice(other.lastIndexOf('/') + 1).replace('.md', '')).waitFor();
      await expect.poll(async () => (await nearby.paths())[0]).toBe(other);
    },
  );

  journey(shell, 'the notes around one, by keys and as a list', { vault: SAMPLE, without }, async (app) => {
    const nearby = await around(app, 'tides', 'Tides');
    const { page, say } = app;
    const all = await nearby.paths();
    await nearby.picture.focus();
    await page.keyboard.press('ArrowRight');
    const chosen = nearby.panel.locator('[data-state="chosen"]');
    const first = await chosen.getAttribute('data-path');
    expect(all).toContain(first);
    await page.keyboard.press('ArrowDown');
    await expect.poll(() => chosen.getAttribute('data-path')).not.toBe(first);
    const second = (await chosen.getAttribute('data-path'))!;
    await page.keyboard.press('Enter');
    await expect.poll(async () => (await nearby.paths())[0]).toBe(second);

    await nearby.panel.getByRole('button', { name: say('nearby.list') }).click();
    expect(await nearby.panel.getByRole('listitem').count()).toBeGreaterThan(5);
    const row = nearby.panel.getByRole('listitem').getByRole('button').first();
    const title = await row.innerText();
    await row.click();
    await app.reader.note(title).waitFor();
  });

  journey(
    shell,
    'notes lie between two poles, and the chart comes back as it was',
    { vault: SAMPLE, without },
    async (app) => {
      const { chart, page, say, search } = app;
      await app.settled();
      await chart.show();
      const paths = [TIDES, 'Charts/Portolan chart.md', 'Mar/Mareas.md'];
      await still(() => chart.whereAre(paths));
      // Seen from where nobody put it but a person, with all of it in sight.
      await page.getByRole('button', { name: say('chart.zoomOut') }).click();
      const before = await chart.whereAre(paths);
      expect(before).not.toContain(null);
      const { notes } = await chart.counted();

      await search.show();
      await search.choose('axis');
      await search.panel.getByRole('combobox', { name: say('search.from') }).fill('sea, tide, moon');
      await search.panel.getByRole('combobox', { name: say('search.to') }).fill('learning, neural network');
      await search.panel.getByRole('button', { name: say('chart.axis.offer') }).click();
      await expect.poll(() => chart.whereAre(paths)).not.toEqual(before);
      const bar = chart.view.getByRole('region', { name: say('chart.found') });
      const { standing } = await chart.counted();
      expect(standing).toBeGreaterThan(0);
      expect(standing).toBeLessThan(notes);
      expect(await bar.innerText()).toContain(say('chart.found.axis', { notes: standing }));
      const [tides] = await chart.whereAre([TIDES]);
      const box = (await chart.sea.boundingBox())!;
      expect(tides![0]).toBeLessThan(box.width / 2 + 120);
      // It can be hovered, chosen and read there as on the chart.
      await chart.click(TIDES);
      await expect.poll(() => chart.chosen.innerText()).toBe('Tides');

      await bar.getByRole('radio', { name: say('chart.axis.map') }).click();
      await expect.poll(() => chart.whereAre(paths)).toEqual(before);
      const places = before as [number, number][];
      const byRegion = await chart.coloursAt(places);
      await bar.getByRole('radio', { name: say('chart.axis.colour') }).click();
      await expect.poll(() => chart.coloursAt(places)).not.toEqual(byRegion);
      expect(await chart.whereAre(paths)).toEqual(before);
      await bar.getByRole('button', { name: say('chart.found.clear') }).click();
      await expect.poll(() => chart.counted()).toEqual({ notes, standing: notes });
      expect(await chart.whereAre(paths)).toEqual(before);
    },
  );

  journey(shell, 'what a sum finds stands out on the chart', { vault: SAMPLE, without }, async (app) => {
    const { chart, say, search } = app;
    await app.settled();
    await chart.show();
    const { notes } = await chart.counted();
    await search.show();
    await search.choose('algebra');
    await search.sum.fill('[[Tides]] - moon + memory');
    const bar = chart.view.getByRole('region', { name: say('chart.found') });
    await bar.waitFor();
    const { standing } = await chart.counted();
    expect(standing).toBeLessThan(notes);
    expect(await bar.innerText()).toContain(say('chart.found.algebra', { notes: standing }));
    // It stays when the list of notes takes the place of the search.
    await app.page.keyboard.press('ControlOrMeta+Shift+E');
    await search.panel.waitFor({ state: 'hidden' });
    expect((await chart.counted()).standing).toBe(standing);
    await bar.getByRole('button', { name: say('chart.found.clear') }).click();
    await expect.poll(() => chart.counted()).toEqual({ notes, standing: notes });
  });

  for (const theme of ['light', 'dark'] as const)
    journey(
      shell,
      `axe finds nothing around a note and along an axis (${theme})`,
      { vault: SAMPLE, settings: { theme }, without },
      async (app) => {
        const nearby = await around(app, 'tides', 'Tides');
        const { chart, page, say, search } = app;
        await nearby.point((await nearby.paths())[1]!).click();
        const finds = async () => (await axeFinds(page)).join('\n\n');
        expect(await finds()).toBe('');
        await nearby.panel.getByRole('button', { name: say('nearby.list') }).click();
        expect(await finds()).toBe('');
        await search.show();
        await search.choose('axis');
        await search.panel.getByRole('combobox', { name: say('search.from') }).fill('sea');
        await search.panel.getByRole('combobox', { name: say('search.to') }).fill('learning');
        await search.panel.getByRole('button', { name: say('chart.axis.offer') }).click();
        const bar = chart.view.getByRole('region', { name: say('chart.found') });
        await bar.getByRole('radio', { name: say('chart.axis.colour') }).click();
        await bar.getByText('learning').waitFor();
        expect(await finds()).toBe('');
      },
    );
});

/** What is around a note of a vault that has been read to the end. */
async function around(app: App, typed: string, title: string): Promise<Nearby> {
  await app.settled();
  await app.palette.goTo(typed, title);
  await app.reader.note(title).waitFor();
  await app.showRight('nearby');
  const nearby = new Nearby(app.page, app.say);
  await nearby.point(TIDES).waitFor();
  return nearby;
}

/** Resolves when what is asked for has stayed the same for a while: a first sketch of a chart is laid out once more. */
async function still(ask: () => Promise<unknown>): Promise<void> {
  let before = '';
  let same = 0;
  const stays = async () => {
    const now = JSON.stringify(await ask());
    same = now === before ? same + 1 : 0;
    before = now;
    return same;
  };
  await expect.poll(stays, { interval: 500, timeout: 30_000 }).toBeGreaterThan(5);
}
