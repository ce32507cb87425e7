import type { ErrorParams } from '../../common/error-codes.ts';
import { PortolanError } from '../../common/errors.ts';
import { advising } from '../../common/reasons.ts';
import { createFinder, type Found } from '../parse/find.ts';
import type { NoteRecord, Notes } from '../store/types.ts';

/** Paths that an ambiguous name is answered with. */
const MOST_PATHS = 5;

type NamedNotes = Pick<Notes, 'all' | 'byPath'>;

/** Finders by the notes they were made of, and the version of these: making one reads every note. */
const finders = new WeakMap<NamedNotes, { version: number; find: (name: string) => Found }>();

/**
 * The note that a person means by a path, file name, title or alias; case and accents make no difference. `version`
 * changes whenever the notes do: without one, names are gathered anew. Throws NOTE_AMBIGUOUS with the paths it could
 * be, and NOTE_NOT_FOUND with names that look like it.
 */
export function findNote(notes: NamedNotes, name: string, version?: number): NoteRecord {
  const exact = notes.byPath(name.normalize('NFC'));
  if (exact) return exact;
  const { paths, suggestions } = finderOf(notes, version)(name);
  if (paths.length > 1) {
    const shown = paths.slice(0, MOST_PATHS).join(', ');
    throw new PortolanError('NOTE_AMBIGUOUS', {
      name,
      count: paths.length,
      paths: paths.length > MOST_PATHS ? `${shown}…` : shown,
    });
  }
  const record = paths[0] === undefined ? undefined : notes.byPath(paths[0]);
  if (!record) throw new PortolanError('NOTE_NOT_FOUND', { name, ...hintOf(suggestions) });
  return record;
}

function finderOf(notes: NamedNotes, version: number | undefined): (name: string) => Found {
  const known = finders.get(notes);
  if (known && known.version === version) return known.find;
  const find = createFinder(notes.all());
  if (version !== undefined) finders.set(notes, { version, find });
  return find;
}

function hintOf(suggestions: readonly string[]): ErrorParams {
  if (suggestions.length === 0) return advising('any-name');
  return advising('did-you-mean', { names: suggestions.map((name) => `“${name}”`).join(' / ') });
}
