import { expect } from 'vitest';
import { SAMPLE } from './support/folders.ts';
import { journey } from './support/journey.ts';
import { NOTES } from './support/notes.ts';
import { eachShell } from './support/shells.ts';

eachShell('Search', (shell) => {
  journey(
    shell,
    'words at once, meaning after, filters, mistakes, and the note at its passage',
    { vault: SAMPLE },
    async (app) => {
      const { search, say } = app;
      await app.settled();
      await search.show();
      await search.field.pressSequentially('lighthouse');
      await search.result('Lighthouses').waitFor();
      // Another note that never says the word is found by what it means.
      await search.panel.getByText(say('search.pending')).waitFor({ state: 'detached' });
      await expect
        .poll(() => search.panel.getByText(say('search.by.meaning'), { exact: true }).count())
        .toBeGreaterThan(0);

      await search.field.fill('lang:es faro');
      await search.result('Señales de niebla').waitFor();
      await expect.poll(() => search.result('Lighthouses').count()).toBe(0);

      await search.field.fill('lang:zz9');
      await search.panel.getByText(say('search.mistake.no-language', { what: 'zz9' })).waitFor();
      await search.field.fill('"never closed');
      await search.panel.getByText(say('search.mistake.quote-open')).waitFor();

      await search.field.fill('magnetic needle');
      await search.result('Magnetic compass').getByRole('button').first().click();
      await app.reader.note('Magnetic compass').waitFor();
    },
  );

  journey(
    shell,
    'what properties say, by its words and its meaning, and the note at its top',
    {
      vault: {
        ...NOTES,
        'Keeper.md': `---
author: Ernestina Valdecasas
description: A diary of the woman who kept the lamp of a lighthouse burning for thirty winters
---
# Keeper

${'Paper lies on the table, and a pen beside it. '.repeat(8)}

`.concat('Nothing else was written on this day, or on the next.\n\n'.repeat(60)),
      },
    },
    async (app) => {
      const { search } = app;
      await app.settled();
      await search.show();
      await search.field.fill('Valdecasas');
      await search.result('Keeper').waitFor();
      await search.field.fill('lighthouse lamp winters');
      const found = search.result('Keeper');
      await found.getByText('thirty', { exact: false }).first().waitFor();
      await found.getByRole('button').first().click();
      await app.reader.note('Keeper').waitFor();
      await app.reader.note('Keeper').getByText('Ernestina Valdecasas').waitFor();
    },
  );

  journey(shell, 'what terms add up to, and without one of them', { vault: SAMPLE }, async (app) => {
    const { search, say } = app;
    await app.settled();
    await search.show();
    await search.choose('algebra');
    await search.sum.fill('[[Portolan chart]] - sea + memory');
    const terms = search.panel.getByRole('list', { name: say('search.terms') });
    await expect.poll(() => terms.getByRole('listitem').count()).toBe(3);
    await search.results.getByRole('listitem').first().waitFor();
    await terms.getByRole('button', { name: say('search.term.remove', { term: 'sea' }) }).click();
    await expect.poll(() => terms.getByRole('listitem').count()).toBe(2);
    await expect.poll(() => search.sum.inputValue()).not.toContain('sea');
    await search.results.getByRole('listitem').first().waitFor();
  });
});
