import { useMemo } from 'react';
import type { NoteEntry } from '../../../contract/notes.ts';
import type { Found } from '../../find/note-index.ts';
import { useNotes } from '../../state/notes.ts';
import { useRecentNotes } from '../../state/recent-notes.ts';
import { placeOf, useTabs } from '../../state/tabs.ts';

const MOST = 12;

interface Group {
  readonly title: 'palette.recent' | 'palette.changed';
  readonly found: readonly Found[];
}

/** What one may want to go to before anything is typed: the notes read last, then those changed last. */
export function useRecent(): readonly Group[] {
  const { list, byPath } = useNotes();
  const paths = useRecentNotes((s) => s.paths);
  const open = useTabs((s) => placeOf(s)?.path);
  return useMemo(() => {
    // The note that is open is no place to go to.
    const read = paths.flatMap((path) => (path === open ? [] : (byPath.get(path) ?? []))).slice(0, MOST);
    const known = new Set([...read.map(({ path }) => path), open]);
    const changed = latest(list ?? [], MOST + known.size).filter(({ path }) => !known.has(path));
    return [
      { title: 'palette.recent', found: read.map(asFound) },
      { title: 'palette.changed', found: changed.slice(0, MOST).map(asFound) },
    ];
  }, [list, byPath, paths, open]);
}

const asFound = (note: NoteEntry): Found => ({ note, by: 'title', text: note.title });

/** The notes changed last, without sorting all of them. */
function latest(list: readonly NoteEntry[], most: number): NoteEntry[] {
  const best: NoteEntry[] = [];
  for (const note of list) {
    if (best.length === most && note.modified <= best.at(-1)!.modified) continue;
    const at = best.findIndex((one) => one.modified < note.modified);
    best.splice(at < 0 ? best.length : at, 0, note);
    if (best.length > most) best.pop();
  }
  return best;
}
