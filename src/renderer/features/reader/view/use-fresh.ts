import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import type { NoteText } from '../../../../contract/note.ts';
import { useEngine } from '../../../app/context.ts';
import { onChanges } from '../../../state/changes.ts';
import { useTabs } from '../../../state/tabs.ts';
import { noteQuery } from '../note/queries.ts';

/** Asks anew for what has changed on disk, and follows a note to its new name. */
export function useFresh(path: string, shown: NoteText | null): void {
  const queries = useQueryClient();
  const engine = useEngine();
  useEffect(
    () =>
      onChanges(({ changed, removed, links, everything }) => {
        const stale = (name: string) =>
          everything || changed.includes(name) || removed.includes(name) || links;
        void queries.invalidateQueries({
          predicate: ({ queryKey: [feature, kind, name] }) =>
            feature === 'reader' &&
            ((kind === 'note' && stale(String(name))) ||
              (kind === 'backlinks' && (links || everything || changed.length > 0))),
        });
        const before = shown?.note.path === path ? shown : null;
        if (before && removed.includes(path) && changed.length > 0 && changed.length <= 50)
          void follow(before, changed, (name) => queries.fetchQuery(noteQuery(engine, name)));
      }),
    [queries, engine, path, shown],
  );
}

/** The same text at another place: it was renamed, or moved. */
async function follow(
  before: NoteText,
  changed: readonly string[],
  read: (path: string) => Promise<NoteText>,
): Promise<void> {
  for (const candidate of changed) {
    const found = await read(candidate).catch(() => null);
    if (found?.revision !== before.revision) continue;
    useTabs.getState().renamed(before.note.path, candidate);
    return;
  }
}
