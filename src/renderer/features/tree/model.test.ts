import { describe, expect, it } from 'vitest';
import type { NoteEntry } from '../../../contract/notes.ts';
import { buildTree, foldersOf, openAtFirst, type Sort } from './model.ts';
import { parentOf, rowsOf } from './rows.ts';

const entry = (path: string, more: Partial<NoteEntry> = {}): NoteEntry => ({
  path,
  title: path,
  language: 'es',
  kind: 'markdown',
  aliases: [],
  tags: [],
  size: 1,
  modified: 0,
  created: 0,
  date: null,
  ...more,
});

async function lines(notes: readonly NoteEntry[], open: readonly string[] = [], sort: Sort = 'name') {
  const tree = await buildTree(notes, sort, 'es');
  return rowsOf(tree, new Set(open)).map(
    (row) => `${'  '.repeat(row.level - 1)}${row.kind === 'folder' ? `${row.name}/ ${row.count}` : row.name}`,
  );
}

describe('the tree', () => {
  it('has folders before notes, and only what is open', async () => {
    const notes = ['z.md', 'B/uno.md', 'B/hondo/dos.md', 'a.md', 'A/x.canvas'].map((path) => entry(path));
    expect(await lines(notes)).toEqual(['A/ 1', 'B/ 2', 'a', 'z']);
    expect(await lines(notes, ['B', 'B/hondo'])).toEqual([
      'A/ 1',
      'B/ 2',
      '  hondo/ 1',
      '    dos',
      '  uno',
      'a',
      'z',
    ]);
    // Open within a closed folder is not to be seen.
    expect(await lines(notes, ['B/hondo'])).toEqual(['A/ 1', 'B/ 2', 'a', 'z']);
  });

  it('orders names as people do in their language', async () => {
    const names = ['Nota 10', 'nota 9', 'Ñandú', 'Nube', 'árbol', 'Zorro', 'oso'];
    expect(await lines(names.map((name) => entry(`${name}.md`)))).toEqual([
      'árbol',
      'nota 9',
      'Nota 10',
      'Nube',
      'Ñandú',
      'oso',
      'Zorro',
    ]);
  });

  it('orders by the last change, and by the day a note is about', async () => {
    const day = (iso: string) => Date.parse(`${iso}T12:00:00Z`);
    const notes = [
      entry('a.md', { modified: day('2024-05-01') }),
      entry('b.md', { modified: day('2024-05-03'), date: '2020-01-01' }),
      entry('c.md', { modified: day('2024-05-02') }),
      entry('d.md', { modified: day('2024-05-02') }),
    ];
    expect(await lines(notes, [], 'changed')).toEqual(['b', 'c', 'd', 'a']);
    expect(await lines(notes, [], 'date')).toEqual(['c', 'd', 'a', 'b']);
  });

  it('says of every line which of its siblings it is', async () => {
    const tree = await buildTree(
      ['F/1.md', 'F/2.md', 'x.md'].map((path) => entry(path)),
      'name',
      'es',
    );
    const rows = rowsOf(tree, new Set(['F']));
    expect(rows.map(({ level, at, of }) => [level, at, of])).toEqual([
      [1, 1, 2],
      [2, 1, 2],
      [2, 2, 2],
      [1, 2, 2],
    ]);
    expect(rows.map((_, i) => parentOf(rows, i))).toEqual([-1, 0, 0, -1]);
  });

  it('shows what is in the folders at the top at first, where that is little', async () => {
    const first = async (...paths: string[]) =>
      openAtFirst(
        await buildTree(
          paths.map((path) => entry(path)),
          'name',
          'es',
        ),
      );
    const many = Array.from({ length: 10 }, (_, i) => `A/${i}.md`);
    expect(await first('A/1.md', 'B/hondo/2.md', 'c.md')).toEqual(['A', 'B']);
    // Two folders and ten notes are twelve rows; one more is too much.
    expect(await first(...many, 'x.md')).toEqual(['A']);
    expect(await first(...many, 'x.md', 'y.md')).toEqual([]);
    expect(await first('a.md')).toEqual([]);
  });

  it('tells folders of the same name in other places apart', async () => {
    expect(
      await lines(
        ['a/x/1.md', 'b/x/2.md'].map((path) => entry(path)),
        ['a', 'b', 'b/x'],
      ),
    ).toEqual(['a/ 1', '  x/ 1', 'b/ 1', '  x/ 1', '    2']);
    expect(foldersOf('a/x/1.md')).toEqual(['a', 'a/x']);
    expect(foldersOf('1.md')).toEqual([]);
  });
});
