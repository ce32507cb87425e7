import {
  chmodSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import type { PortolanError } from '../common/errors.ts';
import { JsonFile } from './json-file.ts';

let folder: string;
let notices: PortolanError[];
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'portolan-json-'));
  notices = [];
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const at = () => path.join(folder, 'deep', 'counts.json');
const open = (file = at()) =>
  new JsonFile({
    path: file,
    schema: z.object({ n: z.number() }),
    initial: { n: 0 },
    onNotice: (error) => notices.push(error),
  });
const add = ({ n }: { n: number }) => ({ n: n + 1 });

describe('a file of JSON', () => {
  it('is what it begins with where there is none, and is written when it changes', async () => {
    expect(await open().read()).toEqual({ n: 0 });
    expect(existsSync(at())).toBe(false);
    await open().update(add);
    expect(await open().read()).toEqual({ n: 1 });
    expect(statSync(at()).mode & 0o077).toBe(0);
    expect(readdirSync(path.dirname(at()))).toEqual(['counts.json']);
    expect(notices).toEqual([]);
  });

  it('takes one change after the other, and others’ changes in', async () => {
    const file = open();
    await Promise.all(Array.from({ length: 10 }, () => file.update(add)));
    expect(await file.read()).toEqual({ n: 10 });
    writeFileSync(at(), '{"n": 50}');
    expect(await file.update(add)).toEqual({ n: 51 });
  });

  it.each([
    ['{"n": ', /JSON/],
    ['{"n": "x"}', /^n: /],
    ['', /JSON/],
    ['[]', /^it: /],
  ])('is set aside when it says %j, and the reason is told', async (text, reason) => {
    await open().update(add);
    writeFileSync(at(), text);
    expect(await open().read()).toEqual({ n: 0 });
    expect(notices).toHaveLength(1);
    expect(notices[0]).toMatchObject({
      code: 'SETTINGS_BROKEN',
      params: { path: at(), aside: `${at()}.broken`, reason: expect.stringMatching(reason) },
    });
    expect(readFileSync(`${at()}.broken`, 'utf8')).toBe(text);
    await open().update(add);
    expect(await open().read()).toEqual({ n: 1 });
  });

  it('holds what could not be written, says so, and writes it when it can again', async () => {
    const blocked = path.join(folder, 'file');
    writeFileSync(blocked, 'not a folder');
    const file = open(path.join(blocked, 'counts.json'));
    expect(await file.update(add)).toEqual({ n: 1 });
    expect(await file.update(add)).toEqual({ n: 2 });
    expect(await file.read()).toEqual({ n: 2 });
    expect(notices.at(-1)).toMatchObject({ code: 'SETTINGS_UNWRITABLE' });
    rmSync(blocked);
    await file.update(add);
    expect(await open(path.join(blocked, 'counts.json')).read()).toEqual({ n: 3 });
  });

  it.skipIf(process.getuid?.() === 0)('leaves what it cannot read where it is', async () => {
    await open().update(add);
    chmodSync(at(), 0);
    expect(await open().read()).toEqual({ n: 0 });
    expect(notices[0]).toMatchObject({ code: 'SETTINGS_UNWRITABLE' });
    expect(existsSync(at())).toBe(true);
  });
});
