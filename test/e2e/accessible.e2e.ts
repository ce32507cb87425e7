import { expect } from 'vitest';
import { axeFinds } from './support/axe.ts';
import { journey } from './support/journey.ts';
import { eachShell } from './support/shells.ts';
import { tour } from './support/tour.ts';

const COMBINATIONS = [
  ['en', 'light'],
  ['es', 'dark'],
] as const;

eachShell('With whatever a person perceives by', (shell) => {
  // The same page in the same engine: once is enough.
  const without = shell.name === 'electron' && 'the page is that of the browser';
  for (const [language, theme] of COMBINATIONS)
    journey(
      shell,
      `axe finds nothing in any view (${language}, ${theme})`,
      { language, settings: { theme }, without },
      async (app) => {
        const found: string[] = [];
        await tour(app, async (view) => {
          found.push(...(await axeFinds(app.page)).map((line) => `${view}: ${line}`));
        });
        expect(found.join('\n\n')).toBe('');
      },
    );
});
