import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { readVerdicts, writeVerdict } from './verdicts.ts';

let dir: string;
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'portolan-verdicts-'));
});
afterEach(() => rmSync(dir, { recursive: true, force: true }));

it('remembers measurements side by side, and makes its folder', () => {
  const state = join(dir, 'deep', 'state');
  writeVerdict(state, 'one', { full: 1.5, fast: 3 });
  writeVerdict(state, 'two', { full: 2, fast: 1 });
  expect(readVerdicts(state)).toEqual({ one: { full: 1.5, fast: 3 }, two: { full: 2, fast: 1 } });
  expect(readdirSync(state)).toEqual(['precision.json']);
});

it.each(['', '{"one":', '[]', '{"one":{"full":"quick","fast":2}}', '{"one":{"full":-1,"fast":2}}', '\0\0\0'])(
  'takes a damaged file for none, and replaces it: %j',
  (content) => {
    writeFileSync(join(dir, 'precision.json'), content);
    expect(readVerdicts(dir)).toEqual({});
    writeVerdict(dir, 'one', { full: 1, fast: 2 });
    expect(readVerdicts(dir)).toEqual({ one: { full: 1, fast: 2 } });
  },
);

it('does without where it cannot write', () => {
  mkdirSync(join(dir, 'precision.json'));
  expect(() => writeVerdict(dir, 'one', { full: 1, fast: 2 })).not.toThrow();
  expect(readVerdicts(dir)).toEqual({});
  expect(readdirSync(dir)).toEqual(['precision.json']);
});
