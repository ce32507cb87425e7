import { journey } from './support/journey.ts';
import { eachShell } from './support/shells.ts';

eachShell('The first run', (shell) => {
  journey(
    shell,
    'from the welcome page to a note of the sample and what is related to it',
    {},
    async (app) => {
      const { page, say } = app;
      await page.getByRole('heading', { name: say('welcome.title'), level: 1 }).waitFor();
      await page.getByText(say('welcome.happens.local')).waitFor();

      await page.getByRole('button', { name: say('welcome.sample') }).click();
      await app.tree.open(/^Charts/, /^Portolan chart/);
      await app.reader.note('Portolan chart').getByText(/rhumb/i).first().waitFor();
      await app.settled();
      await app.related.result('Wind rose').waitFor();
    },
  );
});
