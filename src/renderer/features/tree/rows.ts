import type { NoteEntry } from '../../../contract/notes.ts';
import type { Folder } from './model.ts';

interface Place {
  /** 1 at the top. */
  readonly level: number;
  /** Which of its siblings it is, from 1, and how many they are. */
  readonly at: number;
  readonly of: number;
}

export type Row = Place &
  (
    | {
        readonly kind: 'folder';
        readonly path: string;
        readonly name: string;
        readonly open: boolean;
        readonly count: number;
      }
    | {
        readonly kind: 'note';
        readonly path: string;
        readonly name: string;
        readonly note: NoteEntry;
        /** The folder it lies in, where the rows around it do not show that. */
        readonly folder?: string;
      }
  );

/** What is to be seen of the tree, line by line: folders first, closed ones without what is in them. */
export function rowsOf(root: Folder, open: ReadonlySet<string>): Row[] {
  const rows: Row[] = [];
  const walk = (folder: Folder, level: number) => {
    const of = folder.folders.length + folder.leaves.length;
    let at = 0;
    for (const inner of folder.folders) {
      const is = open.has(inner.path);
      const { path, name, count } = inner;
      rows.push({ kind: 'folder', path, name, open: is, count, level, at: ++at, of });
      if (is) walk(inner, level + 1);
    }
    for (const { note, name } of folder.leaves)
      rows.push({ kind: 'note', path: note.path, name, note, level, at: ++at, of });
  };
  walk(root, 1);
  return rows;
}

/** Index of the row that a row is in; -1 at the top. */
export function parentOf(rows: readonly Row[], at: number): number {
  const level = rows[at]?.level ?? 1;
  for (let i = at - 1; i >= 0; i--) if (rows[i]!.level < level) return i;
  return -1;
}
