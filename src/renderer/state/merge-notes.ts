import type { NoteEntry } from '../../contract/notes.ts';

type Asked = Pick<ReadonlySet<string>, 'has' | 'size'> & Iterable<string>;

/**
 * The list with what is known now of some of its notes: those that are found stand in it as they are, in the place of
 * their path, and of those that were asked about all others leave it. The list itself where nothing changed.
 */
export function mergeNotes(
  list: readonly NoteEntry[],
  asked: Asked,
  found: readonly NoteEntry[],
): readonly NoteEntry[] {
  const fresh = new Map(found.map((note) => [note.path, note]));
  let changed = false;
  const kept: NoteEntry[] = [];
  for (const note of list) {
    if (!asked.has(note.path)) {
      kept.push(note);
      continue;
    }
    const now = fresh.get(note.path);
    fresh.delete(note.path);
    if (now) kept.push(same(note, now) ? note : now);
    changed ||= !now || kept.at(-1) !== note;
  }
  if (fresh.size === 0) return changed ? kept : list;
  for (const note of fresh.values()) kept.splice(placeOf(kept, note.path), 0, note);
  return kept;
}

/** Where a path belongs in a list by path. */
function placeOf(list: readonly NoteEntry[], path: string): number {
  let [low, high] = [0, list.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (list[middle]!.path < path) low = middle + 1;
    else high = middle;
  }
  return low;
}

const same = (a: NoteEntry, b: NoteEntry): boolean => JSON.stringify(a) === JSON.stringify(b);

/** Above this, asking for all is as quick, and a list is told whole. */
const FEW = 200;

/** Paths whose notes have to be asked about; all of them once there are too many to name. */
export class Pending {
  #paths = new Set<string>();
  #all = true;

  add({ changed, removed, everything }: PathChanges): void {
    for (const paths of [changed, removed]) for (const path of paths) this.#paths.add(path);
    if (everything || this.#paths.size > FEW) this.all();
  }

  all(): void {
    this.#all = true;
    this.#paths.clear();
  }

  /** What to ask about now; what is added from then on is another question. */
  take(): ReadonlySet<string> | 'all' {
    const taken = this.#all ? 'all' : this.#paths;
    this.#paths = new Set();
    this.#all = false;
    return taken;
  }
}

interface PathChanges {
  readonly changed: readonly string[];
  readonly removed: readonly string[];
  readonly everything: boolean;
}
