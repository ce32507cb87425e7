import type { NoteEntry } from '../../../contract/notes.ts';
import { Breath, sortedInSlices } from '../../state/breathe.ts';

export type Sort = 'name' | 'changed' | 'date';

export interface Leaf {
  readonly note: NoteEntry;
  /** The file's name without its extension. */
  readonly name: string;
}

export interface Folder {
  /** Without a slash at the end; '' for the vault itself. */
  readonly path: string;
  readonly name: string;
  readonly folders: readonly Folder[];
  readonly leaves: readonly Leaf[];
  /** Notes in it and below it. */
  readonly count: number;
}

interface Growing {
  readonly path: string;
  readonly name: string;
  readonly folders: Map<string, Growing>;
  readonly leaves: Leaf[];
}

export const nameOf = (path: string): string =>
  path.slice(path.lastIndexOf('/') + 1).replace(/\.(md|markdown|mdx|canvas)$/i, '');

/** The folders above a note, outermost first. */
export function foldersOf(path: string): string[] {
  const above: string[] = [];
  for (let at = path.indexOf('/'); at >= 0; at = path.indexOf('/', at + 1)) above.push(path.slice(0, at));
  return above;
}

/** Rows that a list opened for the first time may have: then nothing is hidden that would fit. */
const FEW_ROWS = 12;

/** Folders at the top that are open the first time a vault is seen: all of them where their rows are few, else none. */
export function openAtFirst({ folders, leaves }: Folder): readonly string[] {
  const inside = folders.reduce((sum, inner) => sum + inner.folders.length + inner.leaves.length, 0);
  return folders.length + leaves.length + inside <= FEW_ROWS ? folders.map(({ path }) => path) : [];
}

/** Names as people order them: 'Nota 9' before 'Nota 10', accents as the language has them. */
export const collatorOf = (locale: string) =>
  new Intl.Collator(locale, { numeric: true, sensitivity: 'base' });

/** All notes in their folders, in order, made in slices that hold nothing up. */
export async function buildTree(
  notes: readonly NoteEntry[],
  sort: Sort,
  locale: string,
  signal?: AbortSignal,
): Promise<Folder> {
  const breath = new Breath(signal);
  const root = grow('');
  for (const note of notes) {
    leafFolder(root, note.path).leaves.push({ note, name: nameOf(note.path) });
    if (breath.due()) await breath.take();
  }
  const byName = collatorOf(locale).compare;
  const compare = LEAVES[sort];
  return finish(root, byName, (a, b) => compare(a, b) || byName(a.name, b.name), breath);
}

const LEAVES: Readonly<Record<Sort, (a: Leaf, b: Leaf) => number>> = {
  name: () => 0,
  changed: (a, b) => b.note.modified - a.note.modified,
  date: (a, b) => dayOf(b).localeCompare(dayOf(a), 'en'),
};

/** The day a note names, else that of its last change. */
const dayOf = ({ note }: Leaf): string => note.date ?? new Date(note.modified).toISOString().slice(0, 10);

const grow = (path: string): Growing => ({
  path,
  name: path.slice(path.lastIndexOf('/') + 1),
  folders: new Map(),
  leaves: [],
});

function leafFolder(root: Growing, path: string): Growing {
  let folder = root;
  for (const above of foldersOf(path)) {
    let next = folder.folders.get(above);
    if (!next) {
      next = grow(above);
      folder.folders.set(above, next);
    }
    folder = next;
  }
  return folder;
}

async function finish(
  growing: Growing,
  byName: (a: string, b: string) => number,
  compare: (a: Leaf, b: Leaf) => number,
  breath: Breath,
): Promise<Folder> {
  const folders: Folder[] = [];
  for (const folder of growing.folders.values()) folders.push(await finish(folder, byName, compare, breath));
  folders.sort((a, b) => byName(a.name, b.name));
  const leaves = await sortedInSlices(growing.leaves, compare, breath);
  if (breath.due()) await breath.take();
  const count = folders.reduce((sum, folder) => sum + folder.count, leaves.length);
  return { path: growing.path, name: growing.name, folders, leaves, count };
}
