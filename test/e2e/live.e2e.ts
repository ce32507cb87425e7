import { expect } from 'vitest';
import type { App } from './support/app.ts';
import { journey } from './support/journey.ts';
import { NOTES } from './support/notes.ts';
import { eachShell } from './support/shells.ts';

const paragraphs = (n: number) =>
  Array.from(
    { length: n },
    (_, i) => `## Day ${i + 1}\n\nThe log of day ${i + 1}: wind, course and distance.\n`,
  );

const LOG = `# Log\n\n${paragraphs(60).join('\n')}\nThe last line.\n`;

eachShell('While it is open', (shell) => {
  journey(
    shell,
    'a save shows in the note at once, and the text stays where it is',
    { vault: { 'Log.md': LOG } },
    async (app) => {
      const { page, reader, palette, vault } = app;
      await app.settled();
      await palette.goTo('log', 'Log');
      const note = reader.note('Log');
      await note.getByRole('heading', { name: 'Day 1', exact: true }).waitFor();
      await note.focus();
      for (let i = 0; i < 4; i++) await page.keyboard.press('PageDown');
      const shown = note.getByRole('heading', { name: /^Day \d+$/ });
      await expect.poll(() => firstInView(app, shown)).not.toBeNull();
      const before = (await firstInView(app, shown))!;
      const took: number[] = [];
      for (let edit = 1; edit <= 3; edit++) {
        const begun = performance.now();
        const added = Array.from({ length: 5 * edit }, (_, i) => `Added above, line ${i}.\n`).join('\n');
        const changed = LOG.replace('# Log\n', `# Log\n\n${added}\n`).replaceAll(
          'wind, course',
          `edit ${edit}, wind, course`,
        );
        vault.write({ 'Log.md': changed });
        await note.getByText(`edit ${edit}, wind`).first().waitFor();
        took.push(performance.now() - begun);
        const after = (await firstInView(app, shown, before.name))!;
        expect(Math.abs(after.top - before.top)).toBeLessThan(4);
      }
      // Within a second on a machine that does nothing else; journeys run two at a time.
      expect(Math.min(...took)).toBeLessThan(2_000);
    },
  );

  journey(
    shell,
    'related notes follow what is saved, created, renamed and deleted',
    { vault: NOTES },
    async (app) => {
      const { reader, related, palette, tree, vault, say, page } = app;
      await app.settled();
      await palette.goTo('tides', 'Tides');
      await related.result('Moon').waitFor();

      vault.write({
        'Tides.md':
          '# Tides\n\nFlour, water and salt make the dough; a sourdough of the sea rests through the night in a hot oven.\n',
      });
      await reader.note('Tides').getByText('a sourdough of the sea').waitFor();
      await expect.poll(() => related.titles.first().innerText()).toMatch(/Bread|Oven/);

      vault.write({
        'Sea bread.md':
          '# Sea bread\n\nA sourdough of the sea rests through the night: flour, water and salt make the dough. See [[Tides]].\n',
      });
      await tree.item('Sea bread').waitFor();
      await related.takeNewer();
      await related.result('Sea bread').waitFor();

      await palette.goTo('sea bread', 'Sea bread');
      await reader.note('Sea bread').waitFor();
      vault.move('Sea bread.md', 'Kitchen/Ship bread.md');
      await tree.item(/^Kitchen/).waitFor();
      await expect.poll(() => tree.item('Sea bread').count()).toBe(0);
      vault.remove('Kitchen/Ship bread.md');
      await expect.poll(() => tree.item(/^Kitchen/).count()).toBe(0);
      await reader.pane.getByText(say('reader.gone')).waitFor();
      vault.write({ 'Tides.md': NOTES['Tides.md']! });
      await page.keyboard.press('Alt+ArrowLeft');
      await reader.note('Tides').getByText('rises and falls twice').waitFor();
    },
  );
});

/** The first of these in view (or the one of that name), and how far below the top of the note it stands. */
async function firstInView(
  { reader }: App,
  headings: ReturnType<App['reader']['note']>,
  name?: string,
): Promise<{ name: string; top: number } | null> {
  const frame = (await reader.pane.boundingBox())!;
  for (const heading of await headings.all()) {
    const [box, text] = await Promise.all([heading.boundingBox(), heading.innerText()]);
    const said = text.trim();
    if (!box) continue;
    if (name === undefined ? box.y > frame.y + 60 : said === name) return { name: said, top: box.y };
  }
  return null;
}
