import { expect, test } from 'vitest';
import { App } from './support/app.ts';
import { Canary } from './support/canary.ts';
import { hostileNote } from './support/hostile.ts';
import { eachShell } from './support/shells.ts';

eachShell('A hostile note', (shell) => {
  test('runs nothing and fetches nothing, but what is clicked', async () => {
    await using far = await Canary.start();
    const vault = {
      'Hostile.md': hostileNote(far.address),
      'Other.md': '# Other\n\nQuiet. It embeds the other one.\n\n![[Hostile]]\n',
      'Picture.md': `# Picture\n\n![a chart](${far.address}/chart.svg)\n`,
    };
    await using app = await App.open(shell, { vault });
    const { page, palette, reader, say } = app;
    const dialogs: string[] = [];
    page.on('dialog', (dialog) => {
      dialogs.push(dialog.message());
      void dialog.dismiss();
    });
    const before = page.url();
    await app.settled();

    await palette.goTo('hostile', 'Hostile');
    const note = reader.note('Hostile');
    await note.getByText('The beginning of it').waitFor();
    // All of it is drawn: down to the end, diagrams included.
    await note.focus();
    await page.keyboard.press('Control+End');
    await note.getByText('The end of it').waitFor();
    for (const link of await note.getByRole('link').all())
      expect(await link.getAttribute('href')).not.toMatch(/^\s*(javascript|data|vbscript|file):/i);
    for (const words of ['a script link', 'a link of HTML', 'data', 'vb'])
      await note.getByText(words, { exact: true }).first().click();
    await palette.goTo('other', 'Other');
    await reader.note('Other').getByText('The beginning of it').waitFor();

    expect(far.asked).toEqual([]);
    expect(await page.evaluate('window.ran ?? []')).toEqual([]);
    expect(dialogs).toEqual([]);
    expect(page.url()).toBe(before);
    expect(app.watch.outside()).toEqual([]);
    expect(page.context().pages().length).toBe(1);

    await palette.goTo('picture', 'Picture');
    const picture = reader.note('Picture');
    await picture.getByText(say('reader.remoteImage', { host: new URL(far.address).host })).waitFor();
    expect(far.asked).toEqual([]);
    await picture.getByRole('button', { name: say('reader.loadImage'), exact: true }).click();
    await picture.getByRole('img', { name: 'a chart' }).waitFor();
    await expect.poll(() => far.asked).toEqual(['/chart.svg']);
  });
});
