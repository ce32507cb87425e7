import type { Db } from './connection.ts';
import type { ChunkRow } from './row-shapes.ts';
import type { Wanting } from './wanting.ts';

interface Row {
  id: number;
  ordinal: number;
  start: number;
  stop: number;
  tokens: number;
  hash: string;
  heading_path: string;
  text: string;
  static: Buffer | null;
  basis: number | null;
}

export interface ChunkWriting {
  readonly mtimeMs: number;
  /** Whether the note was there before. */
  readonly known: boolean;
  /** Whether what stands in the index of words was cut as it would be now. */
  readonly sameWords: boolean;
}

export interface ChunkWriter {
  /**
   * Makes the note's chunks these, within the caller's transaction. A passage whose text is unchanged keeps its id, and
   * its words too where `sameWords` says that they would be cut alike.
   */
  replace(noteId: number, chunks: readonly ChunkRow[], how: ChunkWriting): void;
  /** Lets go of the texts of a note's chunks before the note is deleted. */
  release(noteId: number): void;
}

export function chunkWriter(db: Db, wanting: Wanting): ChunkWriter {
  const ofNote = db.prepare<[number], Row>(
    `SELECT c.id, ordinal, start, stop, tokens, hash, heading_path, text, s.vector AS static, s.basis FROM chunks c
       LEFT JOIN static_vectors s ON s.chunk_id = c.id
     WHERE note_id = ? ORDER BY ordinal`,
  );
  const insert = db.prepare(
    `INSERT INTO chunks (note_id, ordinal, start, stop, tokens, hash, heading_path, input_head, input_whole, text)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  );
  const putWords = db.prepare(
    'INSERT OR REPLACE INTO passage_words (rowid, text, heading_path, forms) VALUES (?, ?, ?, ?)',
  );
  const shift = db.prepare('UPDATE chunks SET ordinal = ?, start = ?, stop = ?, tokens = ? WHERE id = ?');
  const remove = db.prepare('DELETE FROM chunks WHERE id = ?');
  const unused = db.prepare<[{ hash: string; now: number }]>(
    `UPDATE vectors SET used_at = :now
     WHERE hash = :hash AND NOT EXISTS (SELECT 1 FROM chunks WHERE hash = :hash)`,
  );

  const insertWords = db.prepare(
    'INSERT INTO passage_words (rowid, text, heading_path, forms) VALUES (?, ?, ?, ?)',
  );
  const putStatic = db.prepare(
    'INSERT OR REPLACE INTO static_vectors (chunk_id, vector, basis) VALUES (?, ?, ?)',
  );
  const dropStatic = db.prepare('DELETE FROM static_vectors WHERE chunk_id = ?');

  function add(noteId: number, chunk: ChunkRow, how: ChunkWriting): void {
    const { lastInsertRowid: id } = insert.run(
      noteId,
      chunk.ordinal,
      chunk.start,
      chunk.stop,
      chunk.tokens,
      chunk.hash,
      chunk.headingPath,
      chunk.head,
      chunk.whole ? 1 : 0,
      chunk.text,
    );
    insertWords.run(id, ...chunk.words);
    if (chunk.static) putStatic.run(id, chunk.static, chunk.basis);
    wanting.added(chunk.hash, how.mtimeMs);
  }

  function keep(row: Row, chunk: ChunkRow, { sameWords }: ChunkWriting): void {
    if (moved(row, chunk)) shift.run(chunk.ordinal, chunk.start, chunk.stop, chunk.tokens, row.id);
    if (!sameWords) putWords.run(row.id, ...chunk.words);
    if (sameBytes(row.static, chunk.static) && (row.basis ?? chunk.basis) === chunk.basis) return;
    if (chunk.static) putStatic.run(row.id, chunk.static, chunk.basis);
    else dropStatic.run(row.id);
  }

  function letGo(hashes: Iterable<string>): void {
    const now = Date.now();
    for (const hash of hashes) {
      unused.run({ hash, now });
      wanting.dropped(hash);
    }
  }

  return {
    replace(noteId, chunks, how) {
      const rows = how.known ? ofNote.all(noteId) : [];
      const old = Map.groupBy(rows, (row) => identity(row.hash, row.heading_path, row.text));
      const added: ChunkRow[] = [];
      for (const chunk of chunks) {
        const row = old.get(identity(chunk.hash, chunk.headingPath, chunk.text.toWellFormed()))?.shift();
        if (row) keep(row, chunk, how);
        else added.push(chunk);
      }
      const gone = [...old.values()].flat();
      for (const row of gone) remove.run(row.id);
      for (const chunk of added) add(noteId, chunk, how);
      letGo(new Set(gone.map((row) => row.hash)));
    },
    release(noteId) {
      const rows = ofNote.all(noteId);
      for (const row of rows) remove.run(row.id);
      letGo(new Set(rows.map((row) => row.hash)));
    },
  };
}

const identity = (hash: string, headingPath: string, text: string): string =>
  `${hash}\n${headingPath}\n${text}`;

const sameBytes = (a: Buffer | null, b: Uint8Array | null): boolean =>
  a === null || b === null ? a === b : a.equals(b);

const moved = (row: Row, chunk: ChunkRow): boolean =>
  row.ordinal !== chunk.ordinal ||
  row.start !== chunk.start ||
  row.stop !== chunk.stop ||
  row.tokens !== chunk.tokens;
