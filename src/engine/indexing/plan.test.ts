import { describe, expect, it } from 'vitest';
import { asNotePath } from '../../common/ids.ts';
import type { NoteRecord } from '../store/types.ts';
import type { LeftOut, NoteFile, ScanResult } from '../vault/note-file.ts';
import { planScan } from './plan.ts';

const file = (path: string, over: Partial<NoteFile> = {}): NoteFile => ({
  path: asNotePath(path),
  rawPath: Buffer.from(path),
  kind: 'markdown',
  size: 10,
  mtimeMs: 1000,
  birthtimeMs: 1000,
  ...over,
});
const record = (path: string, id: number): NoteRecord => ({
  ...file(path),
  id,
  title: path,
  aliases: [],
  tags: [],
  language: 'es',
  date: null,
  contentHash: path,
  readAtMs: 100_000,
});
const scan = (notes: NoteFile[], leftOut: LeftOut[] = []): ScanResult => ({
  notes,
  attachments: [],
  leftOut,
});
const unreadable = (path: string, folder: boolean): LeftOut => ({
  path: asNotePath(path),
  outcome: 'failed',
  code: folder ? 'FOLDER_UNREADABLE' : 'FILE_UNREADABLE',
  params: { path, reason: 'EACCES' },
  folder,
});

describe('planScan', () => {
  it('reads what is new or differs in size, time or raw name, and nothing else', () => {
    const records = ['a.md', 'b.md', 'c.md', 'd.md'].map(record);
    const plan = planScan(
      scan([
        file('a.md'),
        file('b.md', { size: 11 }),
        file('c.md', { mtimeMs: 1001 }),
        file('d.md', { rawPath: Buffer.from('D.md') }),
        file('e.md'),
      ]),
      records,
    );
    expect(plan.read.map((f) => f.path)).toEqual(['b.md', 'c.md', 'd.md', 'e.md']);
    expect(plan.gone).toEqual([]);
    expect(plan.unchanged).toBe(1);
  });
  it('reads again what was read within a tick of its last change, but not for ever', () => {
    const records = [record('a.md', 1), { ...record('b.md', 2), readAtMs: 1900 }];
    const plan = planScan(scan([file('a.md'), file('b.md'), file('future.md', { mtimeMs: 1e15 })]), [
      ...records,
      { ...record('future.md', 3), mtimeMs: 1e15 },
    ]);
    expect(plan.read.map((f) => f.path)).toEqual(['b.md']);
  });
  it('finds what is gone', () => {
    expect(planScan(scan([]), [record('a.md', 1)]).gone.map((r) => r.id)).toEqual([1]);
  });
  it('does not take for gone what could not be seen', () => {
    const records = [record('Locked/a.md', 1), record('Lockedness.md', 2), record('x.md', 3)];
    const plan = planScan(scan([], [unreadable('Locked', true), unreadable('x.md', false)]), records);
    expect(plan.gone.map((r) => r.path)).toEqual(['Lockedness.md']);
  });
  it('reads everything when the recipe has changed', () => {
    expect(planScan(scan([file('a.md')]), [record('a.md', 1)], true)).toMatchObject({
      reread: true,
      unchanged: 0,
    });
  });
});
