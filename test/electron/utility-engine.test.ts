import { execFile } from 'node:child_process';
import path from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';
import { displayForTests } from '../support/display.ts';
import { findTestElectron } from '../support/electron.ts';

const electron = await findTestElectron();
const skipped = 'reason' in electron ? electron.reason : undefined;

describe.skipIf(skipped)(`an engine in a utility process${skipped ? ` (skipped: ${skipped})` : ''}`, () => {
  it('answers every session, streams, is missed when it dies and comes back', {
    timeout: 60_000,
  }, async () => {
    const words = [path.join(import.meta.dirname, 'fixtures/utility')];
    if (process.getuid?.() === 0) words.unshift('--no-sandbox');
    const env = { ...process.env, DISPLAY: await displayForTests() };
    const { stdout } = await promisify(execFile)((electron as { path: string }).path, words, {
      env,
      timeout: 50_000,
    });
    expect(JSON.parse(stdout.slice(stdout.indexOf('{')))).toEqual({
      states: ['starting', 'running', 'restarting', 'starting', 'running', 'closed'],
      answers: ['/vault', '/vault', 'ENGINE_GONE', '/vault', '/vault'],
      streamed: [1, 2, 3, 1, 2, 3],
    });
  });
});
