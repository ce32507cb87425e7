import { spawnSync } from 'node:child_process';
import { type Browser, chromium } from 'playwright-core';

export type Found = { readonly path: string } | { readonly reason: string };

const NAMES = ['chromium', 'chromium-browser', 'google-chrome'];

/** The Chromium that journeys use: that of PORTOLAN_CHROMIUM, else one on the PATH; else why there is none. */
export function findChromium(env = process.env): Found {
  const named = env.PORTOLAN_CHROMIUM;
  for (const program of named ? [named] : NAMES)
    if (spawnSync(program, ['--version']).status === 0) return { path: which(program) };
  return { reason: named ? `${named} does not start` : 'no Chromium on the PATH' };
}

const which = (program: string): string =>
  spawnSync('sh', ['-c', 'command -v "$0"', program], { encoding: 'utf8' }).stdout.trim() || program;

/** A browser without any traffic of its own. */
export function launchChromium(executablePath: string, more: readonly string[] = []): Promise<Browser> {
  return chromium.launch({
    executablePath,
    headless: true,
    chromiumSandbox: false,
    args: [
      '--headless=new',
      '--disable-gpu',
      '--disable-background-networking',
      '--disable-component-update',
      '--no-first-run',
      ...more,
    ],
  });
}
