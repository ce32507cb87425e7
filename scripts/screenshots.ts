#!/usr/bin/env node
// Makes docs/screenshots: every view of the app over the sample vault, light and dark, in two sizes. --help explains.
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import sharp from 'sharp';
import { App } from '../test/e2e/support/app.ts';
import { findChromium } from '../test/e2e/support/chromium.ts';
import { browserShell } from '../test/e2e/support/shell.ts';
import { tour } from '../test/e2e/support/tour.ts';
import { ROOT } from './lib/prepare.mjs';
import { report, say } from './lib/say.mjs';

const THEMES = ['light', 'dark'] as const;
const SIZES = [
  { width: 1280, height: 800 },
  { width: 900, height: 600 },
];
/** Colours are few: paper, ink, one accent. */
const PNG = { palette: true, colours: 256, effort: 7, compressionLevel: 9 } as const;

const args = process.argv.slice(2);
const value = (name: string) => (args.includes(name) ? args[args.indexOf(name) + 1] : undefined);

if (args.includes('--help'))
  console.log(`usage: npm run screenshots [-- --language es] [-- --to FOLDER]

Walks through every view of the app over the sample vault, in Chromium (that of PORTOLAN_CHROMIUM, else the one on the
PATH), and writes a picture of each in two themes and two sizes to docs/screenshots.`);
else await make().catch(report);

async function make(): Promise<void> {
  const chromium = findChromium();
  if ('reason' in chromium) throw new Error(chromium.reason);
  const folder = value('--to') ?? join(ROOT, 'docs', 'screenshots');
  const language = value('--language') === 'es' ? 'es' : 'en';
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  await using app = await App.open(browserShell(chromium.path), {
    language,
    settings: { theme: 'system', model: null, threads: null },
  });
  const { page } = app;
  await tour(app, async (view) => {
    for (const size of SIZES) {
      await page.setViewportSize(size);
      // A narrow window puts the right pane away; what is meant to be seen is called up again over the note.
      if (view === 'related' || view === 'outline' || view === 'backlinks' || view === 'nearby')
        await app.showRight(view);
      for (const colorScheme of THEMES) {
        await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
        const name = `${view}-${colorScheme}-${size.width}.png`;
        const taken = await page.screenshot({ animations: 'disabled', caret: 'hide' });
        writeFileSync(join(folder, name), await sharp(taken).png(PNG).toBuffer());
      }
    }
    await page.setViewportSize(SIZES[0]!);
    say(view);
  });
}
