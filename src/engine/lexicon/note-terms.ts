import type { Note } from '../parse/note.ts';
import { terms } from './terms.ts';

/** How often the title counts: it says what the rest is about. */
const TITLE_WEIGHT = 2;

/**
 * Folded terms of a note with counts, the title's counted twice: what whole-note TF-IDF reads. `bodyText` is the plain
 * text of the body (`plainText`).
 */
export function noteTerms(note: Pick<Note, 'title'>, bodyText: string): Map<string, number> {
  const counts = new Map<string, number>();
  const count = (text: string, weight: number) => {
    for (const term of terms(text)) counts.set(term, (counts.get(term) ?? 0) + weight);
  };
  count(note.title, TITLE_WEIGHT);
  count(bodyText, 1);
  return counts;
}
