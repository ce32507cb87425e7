import { stem } from '../../common/ids.ts';
import { fold } from '../../common/text.ts';
import { phraseFinder } from '../lexicon/phrase.ts';
import type { Db } from './connection.ts';
import { jsonList } from './json.ts';
import type { Lexical } from './types.ts';

/** Rows that are read to see whether they say a phrase: a phrase in more of them tells nothing. */
const MOST_READ = 20_000;

interface TitleRow {
  id: number;
  path: string;
  title: string;
  aliases: string;
  headings: string;
  tags: string;
  properties: string;
}

/**
 * Exact phrases. The index, which holds stems, says where one may stand; the texts say where it does. `ask` runs what
 * it is given with the FTS5 question that a phrase makes, if it makes one.
 */
export function phrasesOf(
  db: Db,
  ask: <T>(phrase: string, run: (question: string) => T[]) => T[],
): Pick<Lexical, 'phrase' | 'phraseInTitles'> {
  const passages = db.prepare<[string], { id: number; note_id: number; heading_path: string; text: string }>(
    `SELECT c.id, c.note_id, c.heading_path, c.text FROM passage_words w CROSS JOIN chunks c ON c.id = w.rowid
     WHERE passage_words MATCH ? ORDER BY w.rowid LIMIT ${MOST_READ}`,
  );
  const rows = db
    .prepare<[string, number], number>(
      'SELECT count(*) FROM (SELECT 1 FROM passage_words WHERE passage_words MATCH ? LIMIT ?)',
    )
    .pluck();
  const titles = db.prepare<[string], TitleRow>(
    `SELECT n.id, n.path, n.title, n.aliases, n.headings, n.tags, n.properties FROM note_words w CROSS JOIN notes n ON n.id = w.rowid
     WHERE note_words MATCH ? ORDER BY w.rowid LIMIT ${MOST_READ}`,
  );
  const saying = (phrase: string) => {
    const says = sayer(phrase);
    return ask(phrase, (question) =>
      passages
        .all(`{text heading_path} : (${question})`)
        .filter((row) => says(row.text) || says(jsonList<string>(row.heading_path).join('\n')))
        .map((row) => ({ chunkId: row.id, noteId: row.note_id })),
    );
  };
  const mayBeSaid = (phrase: string, most: number) =>
    ask(phrase, (question) => [rows.get(`{text heading_path} : (${question})`, most + 1)!])[0] ?? 0;
  return {
    phrase: ((phrase: string, most?: number) =>
      most !== undefined && mayBeSaid(phrase, most) > most ? null : saying(phrase)) as Lexical['phrase'],
    phraseInTitles(phrase) {
      const says = sayer(phrase);
      return ask(phrase, (question) =>
        titles
          .all(`{title name aliases headings tags} : (${question})`)
          .filter((row) => namesOf(row).some(says))
          .map((row) => row.id),
      );
    },
  };
}

const namesOf = ({ path, title, aliases, headings, tags, properties }: TitleRow): string[] => [
  title,
  stem(path),
  ...jsonList<string>(aliases),
  ...jsonList<{ text: string }>(headings).map(({ text }) => text),
  ...jsonList<string>(tags),
  ...jsonList<string>(properties),
];

function sayer(phrase: string): (text: string) => boolean {
  const find = phraseFinder(phrase);
  return (text) => find !== null && find(fold(text.normalize('NFKC'))) !== null;
}
