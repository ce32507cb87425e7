import { setTimeout } from 'node:timers/promises';
import { expect } from 'vitest';
import { journey } from './support/journey.ts';
import { NOTES } from './support/notes.ts';
import { eachShell } from './support/shells.ts';
import { wordsIn } from './support/words.ts';

eachShell('What a person chooses', (shell) => {
  journey(shell, 'exclusions, theme and language', { vault: NOTES }, async (app) => {
    const { page, say, tree } = app;
    await app.settled();
    await tree.item(/^Diary/).waitFor();
    await page.keyboard.press('ControlOrMeta+,');
    const sheet = page.getByRole('dialog', { name: say('settings.title') });
    await sheet.getByRole('tab', { name: say('settings.exclusions') }).click();
    await sheet.getByRole('textbox', { name: say('settings.exclusions.label') }).fill('Diary/');
    await sheet.getByText('Diary/Tuesday.md').waitFor();
    await sheet.getByRole('button', { name: say('settings.exclusions.apply') }).click();
    await tree.item(/^Diary/).waitFor({ state: 'detached' });

    await sheet.getByRole('tab', { name: say('settings.appearance') }).click();
    await sheet.getByRole('radio', { name: say('settings.theme.dark') }).click();
    await expect.poll(() => page.locator('html').getAttribute('data-theme')).toBe('dark');
    await sheet.getByRole('radio', { name: 'Español' }).click();
    await page.getByRole('dialog', { name: wordsIn('es')('settings.title') }).waitFor();
    await expect.poll(() => page.locator('html').getAttribute('lang')).toBe('es');
  });

  journey(
    shell,
    'tabs, panes, theme and language are as they were after a new start',
    { vault: NOTES },
    async (app) => {
      const { say } = app;
      await app.settled();
      await app.palette.goTo('compass', 'Compass');
      await app.palette.goTo('stars', 'Stars', 'ControlOrMeta+Enter');
      await app.reader.note('Stars').waitFor();
      await app.palette.run(say('app.cmdTheme'));
      await app.palette.run(say('app.cmdOutline'));
      await app.page.getByRole('button', { name: say('app.hideLeft') }).click();
      await app.tree.list.waitFor({ state: 'hidden' });
      const hideRight = () => app.page.getByRole('button', { name: say('app.hideRight') });
      await hideRight().click();
      await hideRight().waitFor({ state: 'hidden' });

      // Nobody hides a pane and ends the browser in the same twentieth of a second, for which changes are gathered.
      await setTimeout(300);
      await app.restart();
      await app.reader.note('Stars').getByText('pole star').waitFor();
      expect(await app.reader.tabs.allInnerTexts()).toEqual(['Compass', 'Stars']);
      await app.tree.list.waitFor({ state: 'hidden' });
      await hideRight().waitFor({ state: 'hidden' });
      const rail = app.page.getByRole('complementary');
      await rail.getByRole('button', { name: say('app.outline'), exact: true }).click();
      await app.page.getByRole('radio', { name: say('app.outline'), checked: true }).waitFor();
      expect(await app.page.locator('html').getAttribute('data-theme')).toBe('dark');
    },
  );
});
