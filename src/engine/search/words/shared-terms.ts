import { writtenBy } from '../../lexicon/note-terms.ts';
import { isStopWord } from '../../lexicon/words.ts';
import type { Corpus } from '../corpus.ts';
import type { SharedTerm, TermVector } from './word-index.ts';

/** Terms looked at besides those asked for, since a note in no known language keeps its stop words. */
const SPARE = 16;

/** A letter or digit alone is a variable, a unit or an initial: sharing it says nothing. */
const ALONE = /^[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{N}]$/u;

/** The terms that a note shares with another, as the note writes them, those first that say most. */
export function sharedTermsOf(
  { words, notes, source }: Pick<Corpus, 'words' | 'notes' | 'source'>,
  query: TermVector,
  slot: number,
  limit: number,
): SharedTerm[] {
  const language = notes.languageOf(slot);
  const languages = language === 'und' ? [...notes.languages.keys()] : [language];
  const says = ({ term }: SharedTerm) =>
    !ALONE.test(term) && !languages.some((spoken) => isStopWord(term, spoken));
  const shared = words
    .shared(query, slot, limit + SPARE)
    .filter(says)
    .slice(0, limit);
  const written = writtenBy(source.lexical.formsOf(notes.idOf(slot)), language);
  return shared.map(({ term, weight }) => ({ term: written(term), weight }));
}
