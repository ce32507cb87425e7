import { renameSync } from 'node:fs';
import { expect } from 'vitest';
import { journey } from './support/journey.ts';
import { NOTES } from './support/notes.ts';
import { eachShell } from './support/shells.ts';

eachShell('When something breaks', (shell) => {
  journey(
    shell,
    'the engine is killed: the page says so, goes on, and was never loaded again',
    { vault: NOTES },
    async (app) => {
      const { page, palette, reader, related, say } = app;
      await app.settled();
      await palette.goTo('compass', 'Compass');
      await related.result('Stars').waitFor();
      await page.evaluate('window.stillTheSamePage = true');

      for (let time = 0; time < 2; time++) {
        await app.killEngine();
        // What was read stays; the banner comes when it takes longer than a moment.
        await reader.note('Compass').getByText('magnetic north').waitFor();
        await app.running();
        await palette.goTo('stars', 'Stars');
        await reader.note('Stars').getByText('pole star').waitFor();
        await related.result('Compass').waitFor();
        await palette.goTo('compass', 'Compass');
      }
      expect(await page.evaluate('window.stillTheSamePage')).toBe(true);
      expect(await page.getByText(say('app.engineBack')).count()).toBe(1);
    },
  );

  journey(shell, 'the vault’s folder goes away and comes back', { vault: NOTES }, async (app) => {
    const { palette, reader, related, vault } = app;
    await app.settled();
    await palette.goTo('compass', 'Compass');
    await related.result('Stars').waitFor();
    const away = `${vault.root} away`;
    renameSync(vault.root, away);
    await app.noticed('VAULT_GONE');
    await related.result('Stars').waitFor();
    renameSync(away, vault.root);
    await app.noticesGone();
    vault.write({ 'Compass.md': '# Compass\n\nBack again: the needle points to magnetic north.\n' });
    await reader.note('Compass').getByText('Back again').waitFor();
  });

  journey(
    shell,
    'notes that cannot be read stand in the problems, and leave when they are mended',
    {
      vault: {
        ...NOTES,
        'Broken.md': Uint8Array.from([0x23, 0x20, 0x41, 0x0a, 0x0a, 0xff, 0xfe, 0x20, 0xc3, 0x28, 0x0a]),
        'Properties.md': '---\ntitle: [never closed\n---\n# Properties\n\nText all the same.\n',
      },
    },
    async (app) => {
      const { page, say, vault } = app;
      await app.settled();
      await app.palette.run(say('app.cmdProblems'));
      const sheet = page.getByRole('dialog', { name: say('problems.title') });
      const rows = sheet.getByRole('grid', { name: say('problems.list') }).getByRole('row');
      await rows.filter({ hasText: 'Properties.md' }).waitFor();
      await rows.filter({ hasText: 'Broken.md' }).waitFor();
      vault.write({ 'Properties.md': '---\ntitle: Mended\n---\n# Properties\n\nText all the same.\n' });
      await rows.filter({ hasText: 'Properties.md' }).waitFor({ state: 'detached' });
      await page.keyboard.press('Escape');
      await sheet.waitFor({ state: 'hidden' });
      await app.palette.goTo('mended', 'Mended');
      await app.reader.note('Mended').getByText('Text all the same').waitFor();
    },
  );
});
