import type { App } from './app.ts';

interface View {
  readonly name: string;
  /** Brings it up, from wherever the view before it left the page. */
  readonly show: (app: App) => Promise<void>;
  /** It covers the page, and goes with Escape. */
  readonly covers?: true;
}

/** Every view of the app over the sample vault, one after the other; the welcome page comes before them. */
export const TOUR: readonly View[] = [
  {
    name: 'reader',
    async show({ tree, palette, reader, related }) {
      await tree.open(/^Charts/);
      await palette.goTo('portolan chart', 'Portolan chart');
      await reader.note('Portolan chart').waitFor();
      await related.titles.first().waitFor();
    },
  },
  {
    name: 'related',
    async show({ palette, reader, related, page }) {
      await palette.goTo('tides', 'Tides');
      await reader.note('Tides').waitFor();
      await related.titles.first().focus();
      await page.keyboard.press('ArrowRight');
    },
  },
  { name: 'outline', show: (app) => app.showRight('outline') },
  { name: 'backlinks', show: (app) => app.showRight('backlinks') },
  {
    name: 'nearby',
    async show(app) {
      await app.showRight('nearby');
      await app.page.getByRole('complementary').getByRole('application').waitFor();
    },
  },
  {
    name: 'spanish-note',
    async show(app) {
      await app.showRight('related');
      await app.palette.goTo('mecanismo', 'Mecanismo de atención');
      await app.reader.note('Mecanismo de atención').waitFor();
    },
  },
  {
    name: 'canvas',
    async show({ palette, reader }) {
      await palette.goTo('carta de ruta', 'Carta de ruta');
      await reader.pane.getByText('From coast to note').waitFor();
    },
  },
  {
    name: 'chart',
    async show({ chart, page }) {
      await chart.show();
      await chart.click('Sea/Tides.md');
      await chart.chosen.waitFor();
      await page.mouse.move(0, 0);
    },
  },
  {
    name: 'chart-beside',
    async show({ chart, page, palette, reader }) {
      await page.keyboard.press('ControlOrMeta+Shift+G');
      await palette.goTo('tides', 'Tides');
      await reader.note('Tides').waitFor();
      await chart.sea.waitFor();
    },
  },
  {
    name: 'search',
    async show({ page, palette, reader, say, search }) {
      await page.getByRole('radio', { name: say('chart.view.note'), exact: true }).click();
      await palette.goTo('lighthouses', 'Lighthouses');
      await reader.note('Lighthouses').waitFor();
      await search.show();
      await search.field.fill('how do tides work');
      await search.results.getByRole('listitem').first().waitFor();
    },
  },
  {
    name: 'algebra',
    async show({ search }) {
      await search.choose('algebra');
      await search.sum.fill('[[Tides]] - moon + memory');
      await search.results.getByRole('listitem').first().waitFor();
    },
  },
  {
    name: 'switcher',
    covers: true,
    async show({ page, palette }) {
      await page.keyboard.press('ControlOrMeta+O');
      await palette.switcher.getByRole('combobox').pressSequentially('car');
      await palette.switcher.getByRole('option').nth(1).waitFor();
    },
  },
  {
    name: 'palette',
    covers: true,
    async show({ page, palette }) {
      await page.keyboard.press('ControlOrMeta+K');
      await palette.commands.getByRole('option').first().waitFor();
    },
  },
  {
    name: 'settings',
    covers: true,
    async show({ page, say }) {
      await page.keyboard.press('ControlOrMeta+,');
      const sheet = page.getByRole('dialog', { name: say('settings.title') });
      await sheet.getByRole('tab', { name: say('settings.appearance') }).click();
      await sheet.getByRole('radio', { name: say('settings.theme.dark') }).waitFor();
    },
  },
  {
    name: 'problems',
    covers: true,
    async show({ page, palette, say }) {
      await palette.run(say('app.cmdProblems'));
      await page
        .getByRole('dialog', { name: say('problems.title') })
        .getByRole('row')
        .first()
        .waitFor();
    },
  },
];

/** Goes through all views, calling `look` at each: first the welcome page, then the sample vault, read to the end. */
export async function tour(app: App, look: (view: string) => Promise<void>): Promise<void> {
  const { page, say } = app;
  const sample = page.getByRole('button', { name: say('welcome.sample') });
  await sample.waitFor();
  await look('welcome');
  await sample.click();
  await app.settled();
  for (const { name, show, covers } of TOUR) {
    await show(app);
    await look(name);
    if (!covers) continue;
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
  }
}
