import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { findElectron, noWindow, programIn } from './electron.mjs';

// A Mac needs no display: the same world for every machine that runs this.
const MAC = 'darwin';
let root = '';
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'portolan-electron-'));
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

const write = (file: string, text: string) => {
  mkdirSync(dirname(join(root, file)), { recursive: true });
  writeFileSync(join(root, file), text);
};
const program = (folder: string, script = 'exit 0') => {
  const file = programIn(folder, MAC);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, `#!/bin/sh\n${script}\n`);
  chmodSync(file, 0o755);
  return file;
};
const dist = () => join(root, 'node_modules/electron/dist');
const installer = (script: string) => {
  write('node_modules/electron/package.json', '{"version":"45.0.0"}');
  write('node_modules/electron/install.js', script);
};
/** A server that nobody runs: the download fails at once. */
const CLOSED = { ELECTRON_MIRROR: 'https://127.0.0.1:1/' };
const find = (env: Record<string, string> = CLOSED) => findElectron(root, env, MAC);

describe('noWindow', () => {
  it('asks for a display on Linux alone', () => {
    expect(noWindow({}, 'linux')).toMatch(/no display/);
    expect(noWindow({}, 'win32')).toBeNull();
    expect(noWindow({}, MAC)).toBeNull();
  });
});

describe.skipIf(process.platform === 'win32')('findElectron', () => {
  it('takes what ELECTRON_OVERRIDE_DIST_PATH names', async () => {
    const path = program(join(root, 'mine'));
    expect(await find({ ELECTRON_OVERRIDE_DIST_PATH: join(root, 'mine') })).toEqual({ path });
    expect(await find({ ELECTRON_OVERRIDE_DIST_PATH: join(root, 'other') })).toEqual({
      reason: expect.stringContaining('other'),
    });
  });

  it('says when the package is missing', async () => {
    expect(await find()).toEqual({ reason: 'its package is not installed' });
  });

  it('takes the package’s own when it is whole and of its version', async () => {
    installer('process.exit(1)');
    const path = program(dist());
    write('node_modules/electron/dist/version', '45.0.0');
    expect(await find()).toHaveProperty('reason');
    rmSync(join(root, 'node_modules/.cache'), { recursive: true });
    write('node_modules/electron/path.txt', 'x');
    expect(await find()).toEqual({ path });
    write('node_modules/electron/dist/version', '44.0.0');
    expect(await find()).toHaveProperty('reason');
  });

  it('runs the package’s installer where its cache may have it', async () => {
    const path = program(join(root, 'cached'));
    installer(`
      const { cpSync, writeFileSync } = require('node:fs');
      cpSync(${JSON.stringify(join(root, 'cached'))}, 'dist', { recursive: true });
      writeFileSync('dist/version', '45.0.0');
      writeFileSync('path.txt', 'x');
    `);
    expect(await find()).toEqual({ path: path.replace(join(root, 'cached'), dist()) });
  });

  it('tries once a day, and says why it failed', async () => {
    installer(`require('node:fs').appendFileSync('tries', 'x'); process.exit(1)`);
    const first = await find();
    expect(first).toEqual({ reason: expect.stringMatching(/127\.0\.0\.1:1.*does not answer/) });
    expect(await find()).toEqual(first);
    const tries = () => readFileSync(join(root, 'node_modules/electron/tries'), 'utf8').length;
    expect(tries()).toBe(1);
    const account = join(root, 'node_modules/.cache/portolan/electron.json');
    const kept = JSON.parse(readFileSync(account, 'utf8'));
    writeFileSync(account, JSON.stringify({ ...kept, at: kept.at - 25 * 60 * 60 * 1000 }));
    await find();
    expect(tries()).toBe(2);
  });

  it('does not fetch what it was told not to', async () => {
    installer(`require('node:fs').writeFileSync('tried', '')`);
    expect(await find({ ELECTRON_SKIP_BINARY_DOWNLOAD: '1' })).toHaveProperty('reason');
    expect(() => readFileSync(join(root, 'node_modules/electron/tried'))).toThrow();
  });

  it('names the library that is missing', async () => {
    program(
      join(root, 'mine'),
      'echo "electron: error while loading shared libraries: libgtk-3.so.0: no file" >&2; exit 127',
    );
    const answer = await find({ ELECTRON_OVERRIDE_DIST_PATH: join(root, 'mine') });
    expect(answer).toEqual({ reason: 'it needs the library libgtk-3.so.0, which is not installed' });
  });
});
