import type { NoteEntry } from '../../../contract/notes.ts';

/** What a tab is called: the note's title, or its file's name until that is known. */
export function titleOf(path: string, note: Pick<NoteEntry, 'title'> | undefined): string {
  return note?.title ?? path.slice(path.lastIndexOf('/') + 1).replace(/\.(md|markdown|mdx|canvas)$/i, '');
}
