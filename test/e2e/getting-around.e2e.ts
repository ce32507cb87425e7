import { expect } from 'vitest';
import { SAMPLE } from './support/folders.ts';
import { journey } from './support/journey.ts';
import { eachShell } from './support/shells.ts';

eachShell('Getting around', (shell) => {
  journey(shell, 'switcher, tabs, back and forward, palette', { vault: SAMPLE }, async (app) => {
    const { page, palette, reader, say } = app;
    await app.tree.list.waitFor();
    await palette.goTo('wind ro', 'Wind rose');
    await reader.note('Wind rose').waitFor();
    // An alias leads to its note, a heading to its place.
    await palette.goTo('self-att', 'Self-attention');
    await reader.note('Attention mechanism').waitFor();
    await page.keyboard.press('Alt+ArrowLeft');
    await reader.note('Wind rose').waitFor();
    await page.keyboard.press('Alt+ArrowRight');
    await reader.note('Attention mechanism').waitFor();

    await palette.goTo('mareas', 'Mareas', 'ControlOrMeta+Enter');
    await reader.note('Mareas').waitFor();
    expect(await reader.tabs.count()).toBe(2);
    await palette.run(say('tabs.close'));
    await reader.note('Attention mechanism').waitFor();
    expect(await reader.tabs.count()).toBe(1);
    await palette.run(say('tabs.reopen'));
    await reader.note('Mareas').waitFor();
  });

  journey(shell, 'without a mouse: list, note and related', { vault: SAMPLE }, async (app) => {
    const { page, reader } = app;
    await app.settled();
    await page.keyboard.press('ControlOrMeta+Shift+E');
    await app.tree.list.press('Home');
    // By its first letters, into the folder and on its first note.
    for (const key of ['c', 'h', 'a', 'r', 't', 's']) await page.keyboard.press(key);
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await reader.note('Mercator projection').waitFor();

    await app.related.titles.first().waitFor();
    const titles = await app.related.titles.allInnerTexts();
    await app.palette.run(app.say('app.cmdRelated'));
    const focused = page.locator(':focus');
    await expect.poll(() => focused.innerText()).toBe(titles[0]);
    await page.keyboard.press('ArrowDown');
    await expect.poll(() => focused.innerText()).toBe(titles[1]);
    await page.keyboard.press('Enter');
    await reader.note(titles[1]!.trim()).waitFor();
  });
});
