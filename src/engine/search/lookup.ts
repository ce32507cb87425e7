import { PortolanError } from '../../common/errors.ts';
import { createFinder } from '../parse/find.ts';
import type { NoteRecord, Notes } from '../store/types.ts';

/** Paths that an ambiguous name is answered with. */
const MOST_PATHS = 5;

/**
 * The note that a person means by a path, file name, title or alias; case and accents make no difference. Throws
 * NOTE_AMBIGUOUS with the paths it could be, and NOTE_NOT_FOUND with names that look like it.
 */
export function findNote(notes: Pick<Notes, 'all' | 'byPath'>, name: string): NoteRecord {
  const exact = notes.byPath(name.normalize('NFC'));
  if (exact) return exact;
  const { paths, suggestions } = createFinder(notes.all())(name);
  if (paths.length > 1) {
    const shown = paths.slice(0, MOST_PATHS).join(', ');
    throw new PortolanError('NOTE_AMBIGUOUS', {
      name,
      count: paths.length,
      paths: paths.length > MOST_PATHS ? `${shown}…` : shown,
    });
  }
  const record = paths[0] === undefined ? undefined : notes.byPath(paths[0]);
  if (!record) throw new PortolanError('NOTE_NOT_FOUND', { name, hint: hintOf(suggestions) });
  return record;
}

function hintOf(suggestions: readonly string[]): string {
  if (suggestions.length === 0) return 'a path, title, alias or file name will do.';
  const quoted = suggestions.map((name) => `“${name}”`);
  const last = quoted.pop();
  return `did you mean ${quoted.length > 0 ? `${quoted.join(', ')} or ${last}` : last}?`;
}
