import { useDeferredValue, useMemo } from 'react';
import type { NoteEntry } from '../../../contract/notes.ts';
import { Haystack } from '../../find/haystack.ts';
import { Needle } from '../../find/needle.ts';
import { useNotes } from '../../state/notes.ts';
import { nameOf } from './model.ts';
import type { Row } from './rows.ts';

/** Nobody looks further down. */
const MOST = 300;

interface Looked {
  readonly names: Haystack;
  readonly paths: Haystack;
}

const haystacks = new WeakMap<readonly NoteEntry[], Looked>();

/** Names and paths of every note, put together once for each list. */
function haystacksOf(list: readonly NoteEntry[]): Looked {
  let looked = haystacks.get(list);
  if (!looked) {
    looked = { names: new Haystack(), paths: new Haystack() };
    for (const { path, title } of list) {
      const name = nameOf(path);
      looked.names.add(title === name ? name : `${name} ${title}`);
      looked.paths.add(path);
    }
    haystacks.set(list, looked);
  }
  return looked;
}

/** The notes whose name or folder has what was typed, the nearest first; null where nothing was typed. */
export function useFiltered(typed: string): Row[] | null {
  const list = useNotes((s) => s.list);
  const wanted = useDeferredValue(typed.trim());
  return useMemo(() => (wanted === '' || !list ? null : filtered(list, wanted)), [wanted, list]);
}

function filtered(list: readonly NoteEntry[], typed: string): Row[] {
  const { names, paths } = haystacksOf(list);
  const needle = new Needle(typed);
  const found = new Set(typed.includes('/') ? [] : needle.find(names, MOST));
  for (const i of needle.find(paths, MOST - found.size)) found.add(i);
  if (found.size === 0) for (const i of needle.findLoosely(names, MOST)) found.add(i);
  return [...found].map((i, at) => {
    const note = list[i]!;
    const folder = note.path.slice(0, Math.max(0, note.path.lastIndexOf('/')));
    const { path } = note;
    return { kind: 'note', path, name: nameOf(path), note, folder, level: 1, at: at + 1, of: found.size };
  });
}
