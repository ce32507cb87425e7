import { readdirSync } from 'node:fs';
import { expect } from 'vitest';
import type { App } from './support/app.ts';
import { SAMPLE } from './support/folders.ts';
import { journey } from './support/journey.ts';
import { eachShell } from './support/shells.ts';

const TIDES = 'Sea/Tides.md';

eachShell('The chart as it is drawn', (shell) => {
  // The window draws without a graphics card here, so slowly that pixels and dragging say nothing of it.
  const without = shell.name === 'electron' && 'the page is that of the browser';

  journey(
    shell,
    'regions lie on grounds, which can be taken away',
    { vault: SAMPLE, without },
    async (app) => {
      const { chart, page, say } = app;
      await opened(app);
      const toggle = chart.view.getByRole('button', { name: say('chart.grounds') });
      await expect.poll(() => toggle.getAttribute('aria-pressed')).toBe('true');
      await expect.poll(() => tinted(app), { timeout: 20_000 }).toBeGreaterThan(0.1);
      const before = await tinted(app);
      await toggle.click();
      await expect.poll(() => tinted(app)).toBeLessThan(before / 2);

      await page.reload();
      await chart.sea.waitFor();
      await expect.poll(() => toggle.getAttribute('aria-pressed')).toBe('false');
    },
  );

  journey(
    shell,
    'a region has the colour that it is given, and keeps it',
    { vault: SAMPLE, without },
    async (app) => {
      const { chart, page, say } = app;
      await opened(app);
      const dot = chart.entries.first().locator('i');
      const before = await colourOf(dot);
      await chart.legend.locator('li').first().getByRole('button').last().click();
      await page.getByRole('menuitem', { name: say('chart.region.rename') }).click();
      await page.getByRole('radio', { name: say('chart.swatch.8') }).click({ force: true });
      await page.getByRole('button', { name: say('chart.region.save') }).click();
      await expect.poll(() => colourOf(dot)).not.toBe(before);
      const given = await colourOf(dot);

      await page.reload();
      await chart.sea.waitFor();
      await expect.poll(() => colourOf(dot)).toBe(given);
    },
  );

  journey(
    shell,
    'the overview shows where one is, and goes there',
    { vault: SAMPLE, without },
    async (app) => {
      const { chart, say } = app;
      await opened(app);
      const overview = chart.view.locator('[data-overview]');
      await expect.poll(() => overview.isVisible()).toBe(false);
      for (let i = 0; i < 3; i++) await chart.view.getByRole('button', { name: say('chart.zoomIn') }).click();
      await overview.waitFor();
      const [before] = await chart.whereAre([TIDES]);
      await overview.click({ position: { x: 30, y: 30 } });
      await expect.poll(async () => (await chart.whereAre([TIDES]))[0]).not.toEqual(before);
      await overview.dblclick();
      await expect.poll(() => overview.isVisible()).toBe(false);
    },
  );

  journey(shell, 'all of it stays in sight in whatever room', { vault: SAMPLE, without }, async (app) => {
    const { chart, page, say } = app;
    await opened(app);
    await chart.view.getByRole('button', { name: say('chart.fit') }).click();
    for (const size of [
      { width: 900, height: 600 },
      { width: 1400, height: 900 },
    ]) {
      await page.setViewportSize(size);
      await expect.poll(() => outside(app)).toBe(0);
    }
  });

  journey(
    shell,
    'in little room the selection leaves the legend free',
    { vault: SAMPLE, without },
    async (app) => {
      const { chart, page, say } = app;
      await page.setViewportSize({ width: 900, height: 600 });
      await opened(app);
      await chart.sea.focus();
      await page.keyboard.press('ArrowRight');
      await page.keyboard.press('Space');
      const list = chart.view.getByRole('complementary', { name: say('chart.selection') });
      const [a, b] = [(await list.boundingBox())!, (await chart.legend.boundingBox())!];
      expect(a.y >= b.y + b.height || a.x >= b.x + b.width).toBe(true);
    },
  );

  journey(shell, 'time goes by when it is played', { vault: SAMPLE, without }, async (app) => {
    const { chart, page, say } = app;
    await opened(app);
    const { notes } = await chart.counted();
    // Some lie under names.
    await expect.poll(() => grey(app)).toBeLessThan(notes / 3);
    const before = await grey(app);
    await chart.view.getByRole('button', { name: say('chart.time.show') }).click();
    await chart.view.getByRole('button', { name: say('chart.time.play') }).click();
    await expect.poll(async () => (await chart.counted()).standing).toBeLessThan(notes);
    await pausedBetween(app, 3, 40);
    await expect.poll(() => grey(app)).toBeGreaterThan(before + 5);
    await page.getByRole('button', { name: say('chart.time.show') }).click();
    await expect.poll(() => chart.counted()).toEqual({ notes, standing: notes });
    await expect.poll(() => grey(app)).toBeLessThan(before + 4);
  });
});

/**
 * Waits until the time that plays begins at a step between two, and stops it there. In the page, from frame to frame:
 * whoever asks from outside comes too late on a slow machine, when all notes stand out again.
 */
async function pausedBetween({ chart, say }: App, first: number, last: number): Promise<void> {
  const begin = await chart.view.getByRole('slider').first().elementHandle();
  await chart.view.getByRole('button', { name: say('chart.time.pause') }).evaluate(
    (button, [slider, from, to]) =>
      new Promise<void>((resolve) => {
        const look = () => {
          const step = Number((slider as unknown as { value: string }).value);
          if (step < from || step > to) setTimeout(look, 5);
          else {
            (button as unknown as { click(): void }).click();
            resolve();
          }
        };
        look();
      }),
    [begin, first, last] as const,
  );
}

const colourOf = (dot: App['chart']['sea']): Promise<string> =>
  dot.evaluate((element) => (element as unknown as { style: { color: string } }).style.color);

/** Share of places all over the chart that are not paper. */
async function tinted({ chart }: App): Promise<number> {
  const { width, height } = (await chart.sea.boundingBox())!;
  const places: [number, number][] = [];
  for (let x = 300; x < width - 80; x += 9) for (let y = 10; y < height - 10; y += 9) places.push([x, y]);
  const [paper] = await chart.coloursAt([[3, 3]]);
  const colours = await chart.coloursAt(places);
  return colours.filter((colour) => colour !== paper).length / places.length;
}

/** How many notes have no colour of their own. */
async function grey(app: App): Promise<number> {
  const places = (await app.chart.whereAre(notesOf(app))) as [number, number][];
  const colours = await app.chart.coloursAt(places);
  return colours.filter((colour) => {
    const parts = [colour >> 16, (colour >> 8) & 255, colour & 255];
    return Math.min(...parts) > 205 && Math.max(...parts) - Math.min(...parts) < 30;
  }).length;
}

async function outside(app: App): Promise<number> {
  const { width, height } = (await app.chart.sea.boundingBox())!;
  const places = (await app.chart.whereAre(notesOf(app))) as [number, number][];
  return places.filter(([x, y]) => x < 0 || y < 0 || x > width || y > height).length;
}

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
