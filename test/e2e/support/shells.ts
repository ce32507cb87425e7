import { describe, inject } from 'vitest';
import { browserShell, electronShell, type ShellKind } from './shell.ts';

const chromium = inject('chromium');
const electron = inject('electron');

/** Runs the same journeys in every shell; one that is not here is skipped, and its name says why. */
export function eachShell(name: string, journeys: (shell: ShellKind) => void): void {
  for (const [shell, found] of [
    [browserShell('path' in chromium ? chromium.path : ''), chromium],
    [electronShell, electron],
  ] as const) {
    const missing = 'reason' in found ? found.reason : null;
    const where = missing === null ? shell.name : `${shell.name}, left out: ${missing}`;
    describe.skipIf(missing !== null)(`${name} (${where})`, () => journeys(shell));
  }
}
