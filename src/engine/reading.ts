import { existsSync } from 'node:fs';
import { hasCode, PortolanError } from '../common/errors.ts';
import { urgently } from './base/breathe.ts';
import { attachment } from './notes/attachment.ts';
import { toEntry } from './notes/entry.ts';
import { noteText } from './notes/note-text.ts';
import type { EngineParts } from './parts.ts';
import type { Handlers } from './router.ts';
import { findNote } from './search/lookup.ts';
import type { NoteRecord } from './store/types.ts';

type Reading = Pick<Handlers, 'notes' | 'headings' | 'note' | 'backlinks' | 'attachment'>;

/**
 * The methods that show notes as they are: from the index and the disk alone, whether the corpus is loaded or not. What
 * reads Markdown is loaded when it is first needed: a note of a warm index does not need it.
 */
export function reading(parts: EngineParts): Reading {
  const { root, store, changes, settling } = parts;
  const find = (name: string) => findNote(store.notes, name, changes.version);
  const named = (asked: { paths?: readonly string[] | undefined } | undefined) =>
    asked?.paths?.flatMap((path) => store.notes.byPath(path) ?? []).sort(byPath);
  return {
    notes: (asked) =>
      settling.first(async () => ({ notes: (named(asked) ?? store.notes.entries()).map(toEntry) })),
    headings: async (asked) => ({
      notes:
        named(asked)?.map(({ id, path }) => ({ path, headings: store.notes.headings(id) })) ??
        store.notes.allHeadings(),
    }),
    note: ({ note }) =>
      settling.first(() => urgently(() => whileThere(root, () => noteText(parts, find(note))))),
    attachment: ({ path }) =>
      settling.first(() => urgently(() => whileThere(root, () => attachment(root, path)))),
    async backlinks({ note, limit }) {
      const { backlinks } = await import('./notes/backlinks.ts');
      return backlinks({ root, store }, find(note), limit);
    },
  };
}

const byPath = (a: NoteRecord, b: NoteRecord): number => (a.path < b.path ? -1 : 1);

/** Without the vault's folder, no file of it is there: then it is the folder that is to be spoken of. */
async function whileThere<T>(root: string, read: () => Promise<T>): Promise<T> {
  try {
    return await read();
  } catch (error) {
    if (!hasCode(error, 'FILE_VANISHED') && !hasCode(error, 'ATTACHMENT_NOT_FOUND')) throw error;
    if (existsSync(root)) throw error;
    throw new PortolanError('VAULT_GONE', { path: root }, { cause: error });
  }
}
