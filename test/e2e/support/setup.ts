import { execFile } from 'node:child_process';
import path from 'node:path';
import { promisify } from 'node:util';
import type { TestProject } from 'vitest/node';
import { ensurePage } from '../../../src/server/build-page.ts';
import { findTestElectron, type TestElectron } from '../../support/electron.ts';
import { type Found, findChromium } from './chromium.ts';

declare module 'vitest' {
  interface ProvidedContext {
    chromium: Found;
    electron: TestElectron;
  }
}

const ROOT = path.resolve(import.meta.dirname, '../../..');

/** Before the journeys: finds what they can run in, and builds what they run, once for all of them. */
export default async function setup({ provide }: TestProject): Promise<void> {
  provide('chromium', findChromium());
  const electron = wants('electron') ? await findTestElectron() : { reason: 'PORTOLAN_SHELLS leaves it out' };
  provide('electron', electron);
  // The desktop app is built with the page; the browser's host needs nothing else.
  if ('reason' in electron) await ensurePage(ROOT);
  else await promisify(execFile)(process.execPath, [path.join(ROOT, 'scripts/build-app.ts')], { cwd: ROOT });
}

const wants = (shell: string): boolean => (process.env.PORTOLAN_SHELLS ?? shell).includes(shell);
