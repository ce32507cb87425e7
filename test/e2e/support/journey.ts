import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { App, type AppOptions } from './app.ts';
import type { ShellKind } from './shell.ts';

export interface JourneyOptions extends AppOptions {
  /** What the console may complain about: the journey is about it. */
  readonly mayComplain?: RegExp;
  /** Left out for this reason, where there is one. */
  readonly without?: string | false;
}

/** Where a journey that failed leaves what was on the screen. */
const SCENES = process.env.PORTOLAN_SCENES;

/**
 * One way through the app. Whatever it is about, in the end nothing was asked of any other machine and nothing went
 * wrong inside the page.
 */
export function journey(
  shell: ShellKind,
  name: string,
  { mayComplain, without = false, ...options }: JourneyOptions,
  body: (app: App) => Promise<void>,
): void {
  test.skipIf(without !== false)(without === false ? name : `${name} (left out: ${without})`, async () => {
    await using app = await App.open(shell, options);
    try {
      await body(app);
      expect(app.watch.outside()).toEqual([]);
      expect(app.watch.errors().filter((said) => !mayComplain?.test(said))).toEqual([]);
    } catch (error) {
      await keepScene(app, `${shell.name} ${name}`, error).catch(() => {});
      throw error;
    }
  });
}

async function keepScene({ page, watch }: App, name: string, error: unknown): Promise<void> {
  if (!SCENES) return;
  mkdirSync(SCENES, { recursive: true });
  const file = path.join(SCENES, name.replace(/[^\p{L}\d]+/gu, '-'));
  await page.screenshot({ path: `${file}.png` });
  writeFileSync(
    `${file}.txt`,
    [error, ...watch.errors(), await page.locator('body').ariaSnapshot()].join('\n\n'),
  );
}
