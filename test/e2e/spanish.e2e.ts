import { existsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect } from 'vitest';
import { builtModels } from '../support/engine.ts';
import { SAMPLE } from './support/folders.ts';
import { journey } from './support/journey.ts';
import { eachShell } from './support/shells.ts';

/** Real vaults, where there are some: folders named as their repositories are. */
const VAULTS = process.env.PORTOLAN_TEST_VAULTS ?? path.join(tmpdir(), 'portolan-vaults');
const real = path.join(VAULTS, 'ce1116-jbb092');
const start = existsSync(real)
  ? { vault: real, note: 'Product Backlog' }
  : { vault: SAMPLE, note: 'Mecanismo de atención' };
const model = builtModels.find((id) => id.includes('e5')) ?? null;

eachShell('In Spanish', (shell) => {
  journey(
    shell,
    'from related note to related note, three times, at the passage that matches',
    { vault: start.vault, language: 'es', settings: { model, threads: 2 } },
    async ({ page, palette, reader, related, tree }) => {
      await tree.list.waitFor();
      await palette.goTo(start.note, start.note);
      const read = [start.note];
      for (let step = 0; step < 3; step++) {
        await reader.note(read.at(-1)!).waitFor();
        await related.titles.first().waitFor();
        const next = (await related.titles.allInnerTexts())
          .map((t) => t.trim())
          .find((t) => !read.includes(t))!;
        expect(next).toBeTruthy();
        await related.open(next);
        read.push(next);
      }
      await reader.note(read.at(-1)!).waitFor();
      expect(new Set(read).size).toBe(4);
      expect(await page.locator('html').getAttribute('lang')).toBe('es');
      for (let step = 0; step < 3; step++) await page.keyboard.press('Alt+ArrowLeft');
      await reader.note(start.note).waitFor();
    },
  );
});
