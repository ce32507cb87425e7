import type { Note } from '../parse/note.ts';
import { visitWords } from './terms.ts';

/** How often the title counts: it says what the rest is about. */
const TITLE_WEIGHT = 2;

export interface NoteTerms {
  /** Terms of the note with counts, the title's counted twice: what whole-note TF-IDF reads. */
  readonly terms: ReadonlyMap<string, number>;
  /** How the note writes those terms that are not words as they stand, one each: 'océanos' for 'oceano'. */
  readonly forms: readonly string[];
}

/** What whole-note comparison knows of a note; `texts` are the plain texts of its body and of what its properties say. */
export function noteTerms(note: Pick<Note, 'title' | 'language'>, ...texts: readonly string[]): NoteTerms {
  const terms = new Map<string, number>();
  const forms = new Map<string, string>();
  const count = (text: string, weight: number) => {
    visitWords(text, note.language, ({ term, written }) => {
      terms.set(term, (terms.get(term) ?? 0) + weight);
      if (term === written) return;
      const form = forms.get(term);
      // The shortest is most often the one that a dictionary has: océano, not océanos.
      if (form === undefined || written.length < form.length) forms.set(term, written);
    });
  };
  count(note.title, TITLE_WEIGHT);
  for (const text of texts) count(text, 1);
  return { terms, forms: [...forms.values()] };
}

/** Terms as a note writes them, by its `forms`; those that it writes as they stand are as they are. */
export function writtenBy(forms: readonly string[], language: string): (term: string) => string {
  const byTerm = new Map<string, string>();
  for (const form of forms) visitWords(form, language, ({ term }) => byTerm.set(term, form));
  return (term) => byTerm.get(term) ?? term;
}
