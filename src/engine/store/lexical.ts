import { systemCode } from '../../common/errors.ts';
import type { Db } from './connection.ts';
import { PAGE_ROWS, paged } from './paging.ts';
import { type WordQuery, wordQueries } from './segment.ts';
import { decodeTerms } from './terms.ts';
import type { Lexical } from './types.ts';

/** Distinct words of a question that are looked up; a pasted page is answered by its first words. */
const MOST_WORDS = 64;

/**
 * Rows that one question may rank. Ranking takes 2 to 4 µs a row, so this keeps an answer near 10 ms in a vault of any
 * size: the rarest words are taken, and those that would go beyond it left out. They tell little.
 */
const MOST_ROWS = 5000;

/** Weights of BM25 by column: text, heading path. */
const PASSAGE_WEIGHTS = '1.0, 1.0';
/** Title, file name, aliases, headings, tags. */
const NOTE_WEIGHTS = '10.0, 8.0, 8.0, 2.0, 3.0';

/** Letters from which a last word also finds longer ones: one letter begins a tenth of all words. */
const PASSAGE_PREFIX = 3;
const NOTE_PREFIX = 1;

type NoteMatch = ReturnType<Lexical['matchTitles']>[number];
type PassageMatch = ReturnType<Lexical['match']>[number];

export function lexicalOf(db: Db): Lexical {
  const page = db
    .prepare<[number], [number, string]>(
      `SELECT note_id, terms FROM note_terms WHERE note_id > ? ORDER BY note_id LIMIT ${PAGE_ROWS}`,
    )
    .raw();
  const ofNote = db.prepare<[number], string>('SELECT terms FROM note_terms WHERE note_id = ?').pluck();
  const passages = db.prepare<[string, number], PassageMatch>(
    `SELECT w.rowid AS chunkId, c.note_id AS noteId, -w.rank AS score
     FROM (SELECT rowid, rank FROM passage_words
           WHERE passage_words MATCH ? AND rank MATCH 'bm25(${PASSAGE_WEIGHTS})' ORDER BY rank LIMIT ?) w
       CROSS JOIN chunks c ON c.id = w.rowid
     ORDER BY w.rank, w.rowid`,
  );
  const notes = db.prepare<[string, number], NoteMatch>(
    `SELECT rowid AS noteId, -rank AS score FROM note_words
     WHERE note_words MATCH ? AND rank MATCH 'bm25(${NOTE_WEIGHTS})' ORDER BY rank LIMIT ?`,
  );
  const passageQuery = questioner(db, 'passage_words', PASSAGE_PREFIX);
  const noteQuery = questioner(db, 'note_words', NOTE_PREFIX);
  return {
    *each() {
      for (const [noteId, terms] of paged((after) => page.all(after)))
        yield { noteId, terms: decodeTerms(terms) };
    },
    ofNote: (id) => decodeTerms((ofNote.get(id) as string | undefined) ?? '[]'),
    match: (words, limit) =>
      answer(
        () => passageQuery(words),
        (query) => passages.all(query, limit),
      ),
    matchTitles: (words, limit) =>
      answer(
        () => noteQuery(words),
        (query) => notes.all(query, limit),
      ),
  };
}

/** Quoting leaves no syntax to get wrong; should FTS5 still refuse a question, then nothing matches it. */
function answer<T>(questionOf: () => string | null, ask: (question: string) => T[]): T[] {
  try {
    const question = questionOf();
    return question === null ? [] : ask(question);
  } catch (error) {
    if (systemCode(error) === 'SQLITE_ERROR') return [];
    throw error;
  }
}

/** Makes an FTS5 question of words: any of them may match, of those that the index can afford to rank. */
function questioner(db: Db, table: string, prefixFrom: number): (words: readonly string[]) => string | null {
  const counted = db
    .prepare<[string, number], number>(
      `SELECT count(*) FROM (SELECT 1 FROM ${table} WHERE ${table} MATCH ? LIMIT ?)`,
    )
    .pluck();
  const rowsOf = (expression: string) => counted.get(expression, MOST_ROWS + 1) as number;
  const weighed = (query: WordQuery, last: boolean) => {
    const whole = { expression: query.expression, rows: rowsOf(query.expression) };
    if (!last || !query.prefix || query.length < prefixFrom) return whole;
    const begun = { expression: query.prefix, rows: rowsOf(query.prefix) };
    return begun.rows <= MOST_ROWS || whole.rows === 0 ? begun : whole;
  };
  return (words) => {
    const last = words.at(-1);
    const distinct = [...new Set(words.slice(0, MOST_WORDS * 4))].slice(0, MOST_WORDS);
    const queries = distinct
      .flatMap((word) => wordQueries(word).map((query) => ({ query, last: word === last })))
      .slice(0, MOST_WORDS)
      .map(({ query, last }) => weighed(query, last))
      .filter(({ rows }) => rows > 0)
      .sort((a, b) => a.rows - b.rows);
    let rows = 0;
    const taken = queries.filter((query, i) => {
      rows += query.rows;
      return i === 0 || rows <= MOST_ROWS;
    });
    return taken.length === 0 ? null : taken.map((query) => query.expression).join(' OR ');
  };
}
