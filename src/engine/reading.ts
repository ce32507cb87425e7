import { attachment } from './notes/attachment.ts';
import { backlinks } from './notes/backlinks.ts';
import { toEntry } from './notes/entry.ts';
import { noteText } from './notes/note-text.ts';
import type { EngineParts } from './parts.ts';
import type { Handlers } from './router.ts';
import { findNote } from './search/lookup.ts';

type Reading = Pick<Handlers, 'notes' | 'headings' | 'note' | 'backlinks' | 'attachment'>;

/** The methods that show notes as they are: from the index and the disk alone, whether the corpus is loaded or not. */
export function reading(parts: EngineParts): Reading {
  const { root, store, changes } = parts;
  const find = (name: string) => findNote(store.notes, name, changes.version);
  return {
    notes: async () => ({ notes: store.notes.entries().map(toEntry) }),
    headings: async () => ({ notes: store.notes.allHeadings() }),
    note: ({ note }) => noteText(parts, find(note)),
    backlinks: ({ note, limit }) => backlinks({ root, store }, find(note), limit),
    attachment: ({ path }) => attachment(root, path),
  };
}
