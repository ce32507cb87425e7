import type { Db } from './connection.ts';

/** One of the two word indexes: of passages, and of notes as a whole. */
export interface WordTable {
  /** The columns that hold whole words. */
  readonly whole: string;
  /** Letters from which a word that is being typed also finds longer ones: one letter begins a tenth of all words. */
  readonly prefixFrom: number;
  /** How many rows match, `most` at most. */
  rows(expression: string, most: number): number;
  /** The best matches by BM25, best first. Rows of notes that may not match are not ranked. */
  ranked(expression: string, limit: number, keep?: (noteId: number) => boolean): Ranked[];
  /** Notes with a row that matches. */
  notesWith(expression: string): number[];
}

export interface Ranked {
  readonly chunkId?: number;
  readonly noteId: number;
  readonly score: number;
}

/** Weights of BM25 by column: text, heading path, forms. */
const PASSAGE_WEIGHTS = '1.0, 1.0, 1.0';
/** Title, file name, aliases, headings, tags, forms. */
const NOTE_WEIGHTS = '10.0, 8.0, 8.0, 2.0, 3.0, 4.0';

/**
 * Rows that are ranked at most, which takes 2 to 4 µs each: of a single word that stands everywhere, the first ones.
 */
export const MOST_RANKED = 5000;
/** The same where only some notes may match: how many rows that makes is known about. */
const MOST_KEPT = 4 * MOST_RANKED;

export function passageWords(db: Db): WordTable {
  return table(db, {
    name: 'passage_words',
    whole: '{text heading_path}',
    prefixFrom: 3,
    best: `SELECT w.id AS chunkId, c.note_id AS noteId, w.score
      FROM (SELECT id, score FROM (SELECT rowid AS id, -bm25(passage_words, ${PASSAGE_WEIGHTS}) AS score
              FROM passage_words WHERE passage_words MATCH ? LIMIT ${MOST_RANKED})
            ORDER BY score DESC, id LIMIT ?) w
        CROSS JOIN chunks c ON c.id = w.id
      ORDER BY w.score DESC, w.id`,
    kept: `SELECT * FROM (SELECT w.rowid AS chunkId, c.note_id AS noteId,
          -bm25(passage_words, ${PASSAGE_WEIGHTS}) AS score
        FROM passage_words w CROSS JOIN chunks c ON c.id = w.rowid
        WHERE passage_words MATCH ? AND passage_words_kept(c.note_id) LIMIT ${MOST_KEPT})
      ORDER BY score DESC, chunkId LIMIT ?`,
    notes: `SELECT DISTINCT c.note_id FROM passage_words w CROSS JOIN chunks c ON c.id = w.rowid
      WHERE passage_words MATCH ?`,
  });
}

export function noteWords(db: Db): WordTable {
  return table(db, {
    name: 'note_words',
    whole: '{title name aliases headings tags}',
    prefixFrom: 1,
    best: `SELECT * FROM (SELECT rowid AS noteId, -bm25(note_words, ${NOTE_WEIGHTS}) AS score FROM note_words
        WHERE note_words MATCH ? LIMIT ${MOST_RANKED})
      ORDER BY score DESC, noteId LIMIT ?`,
    kept: `SELECT * FROM (SELECT rowid AS noteId, -bm25(note_words, ${NOTE_WEIGHTS}) AS score FROM note_words
        WHERE note_words MATCH ? AND note_words_kept(rowid) LIMIT ${MOST_KEPT})
      ORDER BY score DESC, noteId LIMIT ?`,
    notes: 'SELECT rowid FROM note_words WHERE note_words MATCH ?',
  });
}

interface Queries extends Pick<WordTable, 'whole' | 'prefixFrom'> {
  readonly name: string;
  readonly best: string;
  readonly kept: string;
  readonly notes: string;
}

function table(db: Db, { name, whole, prefixFrom, ...queries }: Queries): WordTable {
  const everything = () => true;
  let keeping: (noteId: number) => boolean = everything;
  db.function(`${name}_kept`, { directOnly: true }, (id) => (keeping(id as number) ? 1 : 0));
  const counted = db
    .prepare<[string, number], number>(
      `SELECT count(*) FROM (SELECT 1 FROM ${name} WHERE ${name} MATCH ? LIMIT ?)`,
    )
    .pluck();
  const best = db.prepare<[string, number], Ranked>(queries.best);
  const kept = db.prepare<[string, number], Ranked>(queries.kept);
  const notes = db.prepare<[string], number>(queries.notes).pluck();
  return {
    whole,
    prefixFrom,
    rows: (expression, most) => counted.get(expression, most) as number,
    ranked(expression, limit, keep) {
      if (!keep) return best.all(expression, limit);
      keeping = keep;
      try {
        return kept.all(expression, limit);
      } finally {
        keeping = everything;
      }
    },
    notesWith: (expression) => notes.all(expression) as number[],
  };
}
