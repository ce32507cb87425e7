import { terms } from '../../lexicon/terms.ts';

/**
 * Words of a question as terms, each in its forms in every one of the languages: a note is looked up by the stem that
 * its own language makes of the word. What falls into several terms, as words without blanks between them do, is
 * several words.
 */
export function formsOf(words: readonly string[], languages: Iterable<string>): string[][] {
  const spoken = [...languages];
  return words.flatMap((word) => {
    const made = spoken.map((language) => terms(word, language));
    const most = Math.max(0, ...made.map(({ length }) => length));
    return Array.from({ length: most }, (_, i) => made.flatMap((own) => own[i] ?? []));
  });
}
