import { PortolanError } from '../../../common/errors.ts';
import { stem } from '../../../common/ids.ts';
import { fold } from '../../../common/text.ts';
import type { NoteRecord } from '../../store/types.ts';
import type { Corpus } from '../corpus.ts';
import { findNote } from '../lookup.ts';
import { wordsOf } from '../query-words.ts';

/** Notes whose titles and aliases match a name's words, among which those that are called so are looked for. */
const TITLE_MATCHES = 40;

/**
 * The note in `[[…]]`. Throws NOTE_NOT_FOUND and NOTE_AMBIGUOUS with the `column` of the expression, from 1, at which
 * it stands.
 */
export function namedNote(corpus: Corpus, name: string, start: number): NoteRecord {
  // Reading all notes to find one takes longer than all the rest of the answer.
  const exact = corpus.source.notes.byPath(name.normalize('NFC')) ?? soleNote(namesakes(corpus, name));
  if (exact) return exact;
  try {
    return findNote(corpus.source.notes, name, corpus.notes.version);
  } catch (error) {
    if (!(error instanceof PortolanError)) throw error;
    throw new PortolanError(error.code, { ...error.params, column: start + 1 }, { cause: error });
  }
}

/** Notes that are called just so: by file name, title or alias, case and accents aside. */
export function namesakes(corpus: Corpus, name: string): NoteRecord[] {
  const asked = fold(name.trim());
  const ids = new Set<number>();
  const { notes, source } = corpus;
  for (let slot = 0; slot < notes.slots; slot++) {
    const file = notes.facts.nameOf(slot);
    if (file.startsWith(asked) && stem(file) === asked && notes.idOf(slot) >= 0) ids.add(notes.idOf(slot));
  }
  const words = wordsOf(name);
  const matches = words.length > 0 ? source.lexical.matchTitles(words, TITLE_MATCHES) : [];
  for (const { noteId } of matches) ids.add(noteId);
  return [...ids].flatMap((id) => {
    const record = source.notes.byId(id);
    if (!record) return [];
    const names = [stem(record.path), record.title, ...record.aliases];
    return names.some((each) => fold(each.trim()) === asked) ? [record] : [];
  });
}

/** A single namesake. Where there are several, which one is meant is left to the rules of `findNote`. */
export const soleNote = (records: readonly NoteRecord[]): NoteRecord | undefined =>
  records.length === 1 ? records[0] : undefined;
