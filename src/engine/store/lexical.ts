import { systemCode } from '../../common/errors.ts';
import { STEMMED } from '../lexicon/words.ts';
import type { Db } from './connection.ts';
import { jsonList } from './json.ts';
import { paged } from './paging.ts';
import { phrasesOf } from './phrases.ts';
import { phraseQuery, type WordQuery, wordQueries } from './segment.ts';
import { decodeTerms } from './terms.ts';
import type { Lexical, MatchOptions } from './types.ts';
import { MOST_RANKED, noteWords, passageWords, type WordTable } from './word-tables.ts';

/** Distinct words of a question that are looked up; a pasted page is answered by its first words. */
const MOST_WORDS = 64;

/**
 * Rows that one question may rank: an answer stays near 10 ms in a vault of any size. The rarest words are taken, and
 * those that would go beyond it left out. They tell little.
 */
const MOST_ROWS = MOST_RANKED;
/** Rows that may be looked at where only few notes may match: the others are passed over, which is cheaper. */
const MOST_SEEN = 100_000;

type NoteMatch = ReturnType<Lexical['matchTitles']>[number];
type PassageMatch = ReturnType<Lexical['match']>[number];

/** Notes whose terms are read at a time: some kB each. */
const PAGE_NOTES = 512;

/** The languages that words of notes may have been stemmed by; 'und' for those that were not. */
const EVERY_LANGUAGE: readonly string[] = [...STEMMED, 'und'];

export function lexicalOf(db: Db): Lexical {
  const bytes = db
    .prepare<[number], [number, Buffer]>(
      `SELECT note_id, CAST(terms AS BLOB) FROM note_terms WHERE note_id > ? ORDER BY note_id LIMIT ${PAGE_NOTES}`,
    )
    .raw();
  const ofNote = db.prepare<[number], string>('SELECT terms FROM note_terms WHERE note_id = ?').pluck();
  const forms = db.prepare<[number], string>('SELECT forms FROM note_terms WHERE note_id = ?').pluck();
  const passages = passageWords(db);
  const notes = noteWords(db);
  const passageQuery = questioner(passages);
  const noteQuery = questioner(notes);
  return {
    *encoded() {
      for (const [noteId, terms] of paged((after) => bytes.all(after), PAGE_NOTES)) yield { noteId, terms };
    },
    ofNote: (id) => decodeTerms((ofNote.get(id) as string | undefined) ?? '[]'),
    formsOf: (id) => jsonList((forms.get(id) as string | undefined) ?? '[]'),
    match: (words, limit, options = {}) =>
      answer(
        () => passageQuery(words, options),
        (query) => passages.ranked(query, limit, options.keep) as PassageMatch[],
      ),
    matchTitles: (words, limit, options = {}) =>
      answer(
        () => noteQuery(words, options),
        (query) => notes.ranked(query, limit, options.keep) as NoteMatch[],
      ),
    holders(word) {
      const queries = wordQueries(word, EVERY_LANGUAGE).map(({ expression }) => expression);
      const expression = queries.length > 0 ? queries.join(' AND ') : null;
      const found = [passages, notes].flatMap((table) =>
        answer(
          () => expression,
          (query) => table.notesWith(`${table.whole} : (${query})`),
        ),
      );
      return new Set(found);
    },
    ...phrasesOf(db, (phrase, ask) => answer(() => phraseQuery(phrase, EVERY_LANGUAGE), ask)),
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
function questioner(table: WordTable) {
  const whole = (expression: string) => `${table.whole} : (${expression})`;
  return (words: readonly string[], { prefix, phrases = [], share = 1 }: MatchOptions): string | null => {
    const most = Math.min(MOST_SEEN, Math.ceil(MOST_ROWS / Math.max(share, MOST_ROWS / MOST_SEEN)));
    const weighed = (query: WordQuery, last: boolean) => {
      const expression = whole(query.expression);
      const rows = table.rows(expression, most + 1);
      const from = prefix ? table.prefixFrom : rows === 0 ? SURE_PREFIX : Number.POSITIVE_INFINITY;
      if (!last || !query.prefix || query.length < from) return { expression, rows };
      const begun = rows === 0 ? query.prefix : `(${expression}) OR ${query.prefix}`;
      const all = table.rows(begun, most + 1);
      return all <= most || rows === 0 ? { expression: begun, rows: all } : { expression, rows };
    };
    const last = words.at(-1);
    const distinct = [...new Set(words.slice(0, MOST_WORDS * 4))].slice(0, MOST_WORDS);
    const asked = distinct
      .flatMap((word) => wordQueries(word, EVERY_LANGUAGE).map((query) => ({ query, last: word === last })))
      .slice(0, MOST_WORDS)
      .map(({ query, last }) => weighed(query, last));
    const together = phrases.flatMap((phrase) => {
      const query = phraseQuery(phrase, EVERY_LANGUAGE);
      return query === null ? [] : [{ expression: whole(query), rows: table.rows(whole(query), most + 1) }];
    });
    const found = [...asked, ...together].filter(({ rows }) => rows > 0).sort((a, b) => a.rows - b.rows);
    let rows = 0;
    const taken = found.filter((query, i) => {
      rows += query.rows;
      return i === 0 || rows <= most;
    });
    return taken.length === 0 ? null : taken.map(({ expression }) => `(${expression})`).join(' OR ');
  };
}

/** Letters from which a last word that nothing says is taken for the beginning of one. */
const SURE_PREFIX = 3;
