import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { EXIT } from '../../src/cli/exit-codes.ts';
import { describe as describeError } from '../../src/common/error-codes.ts';
import { typeScriptOptions } from './launch.mjs';
import { atLeast, EXIT_RUNTIME, NEEDED, tooOld } from './node-version.mjs';
import { isInstalled } from './packages.mjs';
import { isUsable, pinnedPath } from './pinned-node.mjs';
import { closingLine, readCounts } from './test-counts.mjs';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'portolan-bootstrap-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

describe('versions of Node', () => {
  it('compare by number, not by letter', () => {
    expect(atLeast('v22.14.0', '22.14')).toBe(true);
    expect(atLeast('v22.9.0', '22.14')).toBe(false);
    expect(atLeast('v24.0.0', '22.14')).toBe(true);
    expect(atLeast('v20.20.2', '22.14')).toBe(false);
    expect(atLeast('v100.0.0', '22.14')).toBe(true);
  });

  it('are spoken of in the words of the error table, with its exit code', () => {
    const { what, todo } = describeError('NODE_TOO_OLD', { found: '20.1.0', needed: NEEDED });
    expect(tooOld('v20.1.0', NEEDED, todo)).toBe(`portolan: ${what}  NODE_TOO_OLD\n          ${todo}`);
    expect(EXIT_RUNTIME).toBe(EXIT.runtime);
  });

  it('get the options with which they run TypeScript in silence', () => {
    expect(typeScriptOptions('v24.21.0')).toEqual([]);
    expect(typeScriptOptions('v22.14.0')).toContain('--experimental-strip-types');
  });
});

describe('isInstalled', () => {
  const lock = (packages: object) => JSON.stringify({ packages: { '': {}, ...packages } });
  const world = (wanted: object, installed?: object) => {
    writeFileSync(join(folder, 'package-lock.json'), lock(wanted));
    mkdirSync(join(folder, 'node_modules'), { recursive: true });
    if (installed) writeFileSync(join(folder, 'node_modules/.package-lock.json'), lock(installed));
    return isInstalled(folder);
  };
  const a = { 'node_modules/a': { version: '1.0.0' } };

  it('is true when every package is there in its version', () => {
    expect(world(a, a)).toBe(true);
  });

  it('does not miss what is for other systems', () => {
    expect(world({ ...a, 'node_modules/b-win32': { version: '1.0.0', optional: true } }, a)).toBe(true);
  });

  it('is false when a package is missing or old, or the installation was cut short', () => {
    expect(world({ ...a, 'node_modules/b': { version: '1.0.0' } }, a)).toBe(false);
    expect(world({ 'node_modules/a': { version: '1.0.1' } }, a)).toBe(false);
    rmSync(join(folder, 'node_modules'), { recursive: true });
    expect(world(a)).toBe(false);
    writeFileSync(join(folder, 'node_modules/.package-lock.json'), '{ "pack');
    expect(isInstalled(folder)).toBe(false);
  });
});

describe('the pinned Node', () => {
  it('is where the package puts it, on every system', () => {
    expect(pinnedPath('/r', 'linux')).toBe(join('/r', 'node_modules', 'node', 'bin', 'node'));
    expect(pinnedPath('/r', 'win32')).toMatch(/node\.exe$/);
  });

  it('is not usable when it is missing or no program', () => {
    expect(isUsable(process.execPath)).toBe(true);
    expect(isUsable(join(folder, 'node'))).toBe(false);
    writeFileSync(join(folder, 'node'), 'This file intentionally left blank', { mode: 0o755 });
    expect(isUsable(join(folder, 'node'))).toBe(false);
  });
});

describe('the closing line', () => {
  const counts = (results: object | string, exitCode: number) => {
    const file = join(folder, 'results.json');
    writeFileSync(file, typeof results === 'string' ? results : JSON.stringify(results));
    return readCounts(file, exitCode);
  };
  const run = (more: object) => ({
    numPassedTests: 0,
    numFailedTests: 0,
    numPendingTests: 0,
    numTodoTests: 0,
    testResults: [],
    ...more,
  });

  it('counts what passed, failed and was skipped', () => {
    const made = counts(
      run({ numPassedTests: 7, numFailedTests: 1, numPendingTests: 2, numTodoTests: 1 }),
      1,
    );
    expect(closingLine(made)).toBe('7 passed, 1 failed, 3 skipped');
    expect(closingLine(counts(run({ numPassedTests: 7 }), 0))).toBe('7 passed, 0 failed');
  });

  it('counts a file that could not be loaded, and an end without results, as failed', () => {
    const unloaded = run({ testResults: [{ status: 'failed', assertionResults: [] }] });
    expect(counts(unloaded, 1).failed).toBe(1);
    expect(counts(run({ numPassedTests: 3 }), 1).failed).toBe(1);
    expect(counts('{ "numTo', 1)).toEqual({ passed: 0, failed: 1, skipped: 0 });
    expect(readCounts(join(folder, 'none.json'), 1).failed).toBe(1);
  });
});

describe.skipIf(process.platform === 'win32')('a program run for another', () => {
  /** Runs `script` through run.mjs in a process of its own. */
  function through(script: string) {
    const module = new URL('./run.mjs', import.meta.url).href;
    const source = `
      import { endAs, run } from '${module}';
      endAs(await run(process.execPath, ['--eval', ${JSON.stringify(script)}]));
    `;
    const child = spawn(process.execPath, ['--input-type=module', '--eval', source]);
    const ended = new Promise((resolve) => {
      child.on('close', (code, signal) => resolve({ code, signal }));
    });
    return { child, ended };
  }

  it('ends with its exit code or its signal', async () => {
    expect(await through('process.exit(7)').ended).toEqual({ code: 7, signal: null });
    expect(await through('process.kill(process.pid, "SIGTERM")').ended).toEqual({
      code: null,
      signal: 'SIGTERM',
    });
  });

  it('passes on the signals it gets', async () => {
    const script = `process.on('SIGINT', () => process.exit(42)); setInterval(() => {}, 1000); console.log('ready')`;
    const { child, ended } = through(script);
    await new Promise((resolve) => child.stdout.once('data', resolve));
    child.kill('SIGINT');
    expect(await ended).toEqual({ code: 42, signal: null });
  });
});
