import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { journey } from './support/journey.ts';
import { NOTES } from './support/notes.ts';
import { eachShell } from './support/shells.ts';

eachShell('A folder dropped on the window', (shell) => {
  const without = shell.name === 'electron' && 'there the program around the page is told where it lies';

  journey(
    shell,
    'of a browser: it is said why it must be chosen, and what is open stays open meanwhile',
    { vault: NOTES, without },
    async (app) => {
      const { page, palette, reader, say, folders } = app;
      await app.settled();
      await palette.goTo('compass', 'Compass');
      await drag(page, ['dragenter', 'dragover']);
      await page.getByText(say('app.dropFolder')).first().waitFor();
      await drag(page, ['drop']);
      const chooser = page.getByRole('dialog', { name: say('welcome.chooser') });
      await chooser.getByText(say('welcome.dropUnknown')).waitFor();
      await page.keyboard.press('Escape');
      await chooser.waitFor({ state: 'detached' });
      await reader.note('Compass').getByText('magnetic north').waitFor();

      // Another folder, by the same chooser: only now does the first one make room.
      const other = path.join(folders.base, 'Other');
      mkdirSync(other);
      writeFileSync(path.join(other, 'Harbour.md'), '# Harbour\n\nA lee shore.\n');
      await page
        .getByRole('button', { name: say('app.vaultMenu', { name: path.basename(app.vault.root) }) })
        .click();
      await page.getByRole('menuitem', { name: say('app.openFolder') }).click();
      await expect.poll(() => chooser.getByText(say('welcome.dropUnknown')).count()).toBe(0);
      await chooser.getByRole('textbox', { name: say('welcome.chooser.path') }).fill(other);
      await page.keyboard.press('Enter');
      await chooser.getByRole('button', { name: say('welcome.chooser.open', { name: 'Other' }) }).click();
      await page.getByRole('button', { name: say('app.vaultMenu', { name: 'Other' }) }).waitFor();
      await chooser.waitFor({ state: 'detached' });
    },
  );
});

/** What a browser tells of a folder that is dragged from a file manager: that there is one. */
function drag(page: Page, events: readonly string[]): Promise<void> {
  return page.evaluate(`(() => {
    const dataTransfer = new DataTransfer();
    dataTransfer.items.add(new File([], 'Notas'));
    for (const type of ${JSON.stringify(events)})
      document.body.dispatchEvent(new DragEvent(type, { bubbles: true, cancelable: true, dataTransfer }));
  })()`);
}
