import { systemCode } from '../../common/errors.ts';
import type { Db } from './connection.ts';
import { PAGE_ROWS, paged } from './paging.ts';
import { wordQuery } from './segment.ts';
import { decodeTerms } from './terms.ts';
import type { Lexical } from './types.ts';

/** Distinct words of a question that are looked up; a pasted page is answered by its first words. */
const MOST_WORDS = 64;

/** Weights of BM25 by column: text, heading path. */
const PASSAGE_WEIGHTS = '1.0, 1.0';
/** Title, file name, aliases, headings, tags. */
const NOTE_WEIGHTS = '10.0, 8.0, 8.0, 2.0, 3.0';

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
  return {
    *each() {
      for (const [noteId, terms] of paged((after) => page.all(after)))
        yield { noteId, terms: decodeTerms(terms) };
    },
    ofNote: (id) => decodeTerms((ofNote.get(id) as string | undefined) ?? '[]'),
    match: (words, limit) => answer(words, (query) => passages.all(query, limit)),
    matchTitles: (words, limit) => answer(words, (query) => notes.all(query, limit)),
  };
}

function answer<T>(words: readonly string[], ask: (query: string) => T[]): T[] {
  const query = disjunction(words);
  if (query === null) return [];
  try {
    return ask(query);
  } catch (error) {
    // Quoting leaves no syntax to get wrong; should FTS5 still refuse a question, then nothing matches it.
    if (systemCode(error) === 'SQLITE_ERROR') return [];
    throw error;
  }
}

function disjunction(words: readonly string[]): string | null {
  const distinct = [...new Set(words)].slice(0, MOST_WORDS);
  const last = words.at(-1);
  const queries = distinct.map((word) => wordQuery(word, word === last)).filter((query) => query !== null);
  return queries.length > 0 ? queries.join(' OR ') : null;
}
