import { execFile } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, rmSync, statSync, utimesSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readOptions } from './options.ts';

const run = promisify(execFile);
const SCRIPT = join(import.meta.dirname, '..', '..', 'build-models.ts');

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'portolan-build-models-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** The script on a machine with an empty cache, no Python and no network. */
async function build(...args: string[]): Promise<{ code: number; out: string }> {
  const env = {
    ...process.env,
    PORTOLAN_MODELS: join(folder, 'models'),
    PORTOLAN_CACHE: join(folder, 'cache'),
    PORTOLAN_PYTHON: '',
    HF_ENDPOINT: 'http://127.0.0.1:1',
  };
  try {
    const { stdout, stderr } = await run(process.execPath, [SCRIPT, ...args], { env });
    return { code: 0, out: stdout + stderr };
  } catch (error) {
    const { code, stdout, stderr } = error as { code: number; stdout: string; stderr: string };
    return { code, out: stdout + stderr };
  }
}

describe('npm run models', () => {
  it('explains itself', async () => {
    const { code, out } = await build('--help');
    expect(code).toBe(0);
    expect(out).toContain('--only');
    expect(out).toContain('PORTOLAN_CACHE');
  });

  it('refuses what it does not know', async () => {
    expect(await build('--only', 'gpt')).toMatchObject({ code: 2, out: expect.stringContaining('gpt') });
    expect(await build('--fast')).toMatchObject({ code: 2, out: expect.stringContaining('--help') });
  });

  it('ends with 1 when there is no model at all', async () => {
    const { code, out } = await build('--only', 'multilingual-e5-small');
    expect(code).toBe(1);
    expect(out).toContain('no Python 3 with pip here');
    expect(out).toContain('could not be fetched');
  }, 120_000);

  it('without a network builds the English model, says what is lost, and is quiet about it next time', async () => {
    const first = await build();
    expect(first.code).toBe(0);
    expect(first.out).toContain('session ready in');
    expect(first.out).toContain('knows English only');
    const manifest = join(folder, 'models', 'all-MiniLM-L6-v2', 'manifest.json');
    const built = statSync(manifest).mtimeMs;

    const second = await build();
    expect(second.code).toBe(0);
    expect(second.out).toContain('could not be fetched today');
    expect(second.out).not.toContain('fetching');
    expect(statSync(manifest).mtimeMs).toBe(built);

    const mark = join(folder, 'cache', 'models', 'multilingual-e5-small.failed');
    expect(existsSync(mark)).toBe(true);
    const yesterday = new Date(Date.now() - 25 * 60 * 60 * 1000);
    utimesSync(mark, yesterday, yesterday);
    expect((await build()).out).toContain('fetching');
  }, 600_000);

  it('builds anew a model that is damaged', async () => {
    const dir = join(folder, 'models', 'all-MiniLM-L6-v2');
    mkdirSync(dir, { recursive: true });
    const { code } = await build('--only', 'all-MiniLM-L6-v2');
    expect(code).toBe(0);
    expect(existsSync(join(dir, 'fast.onnx'))).toBe(true);
  }, 600_000);
});

it('reads its options', () => {
  expect(readOptions([])).toEqual({ help: false, only: undefined, force: false, quiet: false });
  expect(readOptions(['--force', '--only', 'all-MiniLM-L6-v2'])).toMatchObject({
    force: true,
    only: 'all-MiniLM-L6-v2',
  });
  expect(readOptions(['stray'])).toEqual(expect.stringContaining('stray'));
});
