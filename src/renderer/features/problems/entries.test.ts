import { describe, expect, it } from 'vitest';
import type { LedgerEntry } from '../../../contract/status.ts';
import { asText, isProblem, ordered, passes } from './entries.ts';

const entry = (path: string, change: Partial<LedgerEntry> = {}): LedgerEntry => ({
  path,
  outcome: 'indexed',
  code: null,
  params: {},
  what: '',
  todo: '',
  oddities: [],
  at: '2026-01-01T00:00:00.000Z',
  ...change,
});

const failed = entry('b.md', { outcome: 'failed', code: 'FILE_UNREADABLE' });
const binary = entry('c.md', { outcome: 'skipped', code: 'FILE_BINARY' });
const excluded = entry('a.md', { outcome: 'skipped', code: 'FILE_EXCLUDED' });
const odd = entry('d.md', { oddities: ['mojibake'] });
const waiting = entry('e.md', { outcome: 'waiting' });
const oddAndWaiting = entry('f.md', { outcome: 'waiting', oddities: ['utf-16'] });
const every = [excluded, waiting, odd, binary, oddAndWaiting, failed];

it('what a person excluded is no problem', () => {
  expect(every.filter(isProblem)).toEqual([binary, failed]);
});

it('puts what needs a look first', () => {
  expect(ordered(every).map(({ path }) => path)).toEqual(['b.md', 'c.md', 'a.md', 'd.md', 'e.md', 'f.md']);
});

describe('filters', () => {
  it.each([
    ['all', [excluded, odd, binary, oddAndWaiting, failed]],
    ['failed', [failed]],
    ['skipped', [excluded, binary]],
    ['odd', [odd, oddAndWaiting]],
    ['waiting', [waiting, oddAndWaiting]],
  ] as const)('%s', (filter, expected) => {
    expect(every.filter((e) => passes(e, filter))).toEqual(expected);
  });
});

it('is copied as lines that can be pasted into a report', () => {
  expect(
    asText([
      { entry: failed, words: { what: ['It cannot be read.'], todo: 'Allow it.', code: 'FILE_UNREADABLE' } },
    ]),
  ).toBe('b.md\n  FILE_UNREADABLE\n  It cannot be read.\n  Allow it.\n');
});
