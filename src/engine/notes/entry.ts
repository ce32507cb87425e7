import type { NoteEntry } from '../../contract/notes.ts';
import type { NoteListing } from '../store/types.ts';

/** A note of the index as the contract's lists show it. */
export const toEntry = (note: NoteListing): NoteEntry => ({
  path: note.path,
  title: note.title,
  language: note.language,
  kind: note.kind,
  aliases: [...note.aliases],
  tags: [...note.tags],
  size: note.size,
  modified: note.mtimeMs,
  created: note.birthtimeMs,
  date: note.date,
});
