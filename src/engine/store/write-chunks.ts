import type { Chunk } from '../chunk/chunk.ts';
import type { Db } from './connection.ts';
import { indexText } from './segment.ts';
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
}

export interface ChunkWriter {
  /** Makes the note's chunks these, within the caller's transaction. A passage whose text is unchanged keeps its id. */
  replace(noteId: number, chunks: readonly Chunk[], mtimeMs: number): void;
  /** Lets go of the texts of a note's chunks before the note is deleted. */
  release(noteId: number): void;
}

export function chunkWriter(db: Db, wanting: Wanting): ChunkWriter {
  const ofNote = db.prepare<[number], Row>(
    `SELECT id, ordinal, start, stop, tokens, hash, heading_path, text FROM chunks
     WHERE note_id = ? ORDER BY ordinal`,
  );
  const insert = db.prepare(
    `INSERT INTO chunks (note_id, ordinal, start, stop, tokens, hash, heading_path, input_head, input_whole, text)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  );
  const insertWords = db.prepare('INSERT INTO passage_words (rowid, text, heading_path) VALUES (?, ?, ?)');
  const shift = db.prepare('UPDATE chunks SET ordinal = ?, start = ?, stop = ?, tokens = ? WHERE id = ?');
  const remove = db.prepare('DELETE FROM chunks WHERE id = ?');
  const unused = db.prepare<[{ hash: string; now: number }]>(
    `UPDATE vectors SET used_at = :now
     WHERE hash = :hash AND NOT EXISTS (SELECT 1 FROM chunks WHERE hash = :hash)`,
  );

  function add(noteId: number, chunk: Chunk, headingPath: string, mtimeMs: number): void {
    const whole = !chunk.input.endsWith(chunk.text);
    const head = whole ? chunk.input : chunk.input.slice(0, chunk.input.length - chunk.text.length);
    const { lastInsertRowid: id } = insert.run(
      noteId,
      chunk.ordinal,
      chunk.start,
      chunk.end,
      chunk.tokens,
      chunk.hash,
      headingPath,
      head,
      whole ? 1 : 0,
      chunk.text,
    );
    insertWords.run(id, indexText(chunk.text), indexText(chunk.headingPath.join('\n')));
    wanting.added(chunk.hash, mtimeMs);
  }

  function letGo(hashes: Iterable<string>): void {
    const now = Date.now();
    for (const hash of hashes) {
      unused.run({ hash, now });
      wanting.dropped(hash);
    }
  }

  return {
    replace(noteId, chunks, mtimeMs) {
      const old = Map.groupBy(ofNote.all(noteId), (row) => identity(row.hash, row.heading_path, row.text));
      const added: [Chunk, string][] = [];
      for (const chunk of chunks) {
        const headingPath = JSON.stringify(chunk.headingPath);
        const row = old.get(identity(chunk.hash, headingPath, chunk.text.toWellFormed()))?.shift();
        if (!row) added.push([chunk, headingPath]);
        else if (moved(row, chunk)) shift.run(chunk.ordinal, chunk.start, chunk.end, chunk.tokens, row.id);
      }
      const gone = [...old.values()].flat();
      for (const row of gone) remove.run(row.id);
      for (const [chunk, headingPath] of added) add(noteId, chunk, headingPath, mtimeMs);
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

const moved = (row: Row, chunk: Chunk): boolean =>
  row.ordinal !== chunk.ordinal ||
  row.start !== chunk.start ||
  row.stop !== chunk.end ||
  row.tokens !== chunk.tokens;
