import { expect, it } from 'vitest';
import { asNotePath } from '../../common/ids.ts';
import type { NoteFile } from '../vault/note-file.ts';
import { batches } from './batches.ts';

const file = (name: string, size: number): NoteFile => ({
  path: asNotePath(name),
  rawPath: Buffer.from(name),
  kind: 'markdown',
  size,
  mtimeMs: 0,
  birthtimeMs: 0,
});

it('takes all files once, in order, a few at a time and large ones alone', () => {
  const files = Array.from({ length: 100 }, (_, i) => file(`${i}.md`, i === 50 ? 5e6 : 2000));
  const taken = [...batches(files)];
  expect(taken.flat()).toEqual(files);
  expect(taken.every((batch) => batch.length <= 32)).toBe(true);
  expect(taken.find((batch) => batch.some(({ size }) => size > 1e6))).toHaveLength(1);
  expect([...batches([])]).toEqual([]);
});
