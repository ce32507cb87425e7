import { spread } from './query-note.ts';

/** Titles and headings of a language that are asked: their mean is steady by then, and asking them takes a second. */
const MOST_TITLES = 200;
/** Languages that are asked in: those of the most notes. */
const MOST_LANGUAGES = 8;
/** Notes whose headings are looked at where a language has too few titles. */
const READ = 100;

export interface TitledNote {
  readonly title: string;
  readonly language: string;
}

/**
 * What a vault calls its notes and their parts, by language: questions are much like that. Titles evenly spread over
 * the notes; where there are few of them, headings too.
 */
export function titlesAsked<T extends TitledNote>(
  notes: readonly T[],
  headingsOf: (note: T) => readonly string[],
): Map<string, string[]> {
  const groups = [...Map.groupBy(notes, ({ language }) => language)]
    .sort((a, b) => b[1].length - a[1].length || (a[0] < b[0] ? -1 : 1))
    .slice(0, MOST_LANGUAGES);
  return new Map(
    groups.map(([language, group]) => {
      const titles = distinct(spread(group, MOST_TITLES).map(({ title }) => title));
      const wanted = MOST_TITLES - titles.length;
      const headings = wanted > 0 ? spread(group, READ).flatMap((note) => headingsOf(note)) : [];
      return [language, distinct([...titles, ...spread(distinct(headings), wanted)])];
    }),
  );
}

const distinct = (texts: readonly string[]): string[] => [
  ...new Set(texts.filter((text) => /\p{L}/u.test(text))),
];
