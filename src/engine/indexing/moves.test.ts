import { expect, it } from 'vitest';
import { asNotePath } from '../../common/ids.ts';
import type { NoteRecord } from '../store/types.ts';
import type { NoteFile } from '../vault/note-file.ts';
import { GoneNotes } from './moves.ts';

const record = (id: number, path: string, contentHash: string) => ({ id, path, contentHash }) as NoteRecord;
const file = (path: string, size = 10) => ({ path: asNotePath(path), size }) as NoteFile;

it('takes a file with the content of a gone note for that note, the one of the same name first', () => {
  const [a, b] = [record(1, 'x/a.md', 'same'), record(2, 'x/b.md', 'same')];
  const gone = new GoneNotes([a, b, record(3, 'c.md', 'other')]);
  expect(gone.moved('same', file('y/b.md'), [])).toBe(b);
  expect(gone.moved('same', file('y/z.md'), [])).toBe(a);
  expect(gone.moved('same', file('y/z.md'), [a])).toBe(b);
  expect(gone.moved('same', file('y/z.md'), [a, b])).toBeUndefined();
  expect(gone.moved('new', file('y/z.md'), [])).toBeUndefined();
  expect(gone.moved('same', file('y/b.md', 0), [])).toBeUndefined();
});

it('forgets a note once it has turned up', () => {
  const [a, b] = [record(1, 'a.md', 'same'), record(2, 'b.md', 'same')];
  const gone = new GoneNotes([a, b]);
  gone.take(a);
  expect([...gone.left()]).toEqual([b]);
  expect(gone.moved('same', file('a.md'), [])).toBe(b);
});
