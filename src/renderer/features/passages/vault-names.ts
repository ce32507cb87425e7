import type { NoteEntry } from '../../../contract/notes.ts';
import { useNotes } from '../../state/notes.ts';
import { type Facets, facetsOf, NO_FACETS } from './facets.ts';
import { linkText, type Names, namesOf } from './link-text.ts';

/** Worked out once for each list of notes, when something first needs it. */
function onceFor<T>(make: (notes: readonly NoteEntry[]) => T): (notes: readonly NoteEntry[]) => T {
  const made = new WeakMap<readonly NoteEntry[], T>();
  return (notes) => {
    const known = made.get(notes);
    if (known) return known;
    const value = make(notes);
    made.set(notes, value);
    return value;
  };
}

const names = onceFor<Names>(namesOf);
const facets = onceFor<Facets>(facetsOf);

/** What the open vault's notes can be narrowed by. */
export function useFacets(): Facets {
  const list = useNotes((s) => s.list);
  return list ? facets(list) : NO_FACETS;
}

/** A link to a note of the open vault, as it is written in another one. */
export function linkTo(note: { readonly path: string; readonly title: string }): string {
  const { list } = useNotes.getState();
  return linkText(note, list ? names(list) : new Map());
}
