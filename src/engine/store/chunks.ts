import type { Db } from './connection.ts';
import { jsonList } from './json.ts';
import { PAGE_ROWS, paged } from './paging.ts';
import type { ChunkRecord, Chunks } from './types.ts';

interface ChunkRow {
  id: number;
  note_id: number;
  ordinal: number;
  start: number;
  stop: number;
  heading_path: string;
  text: string;
  hash: string;
}

/** Notes whose chunks are listed at a time. */
const OWNERS = 256;

const SELECT = 'SELECT id, note_id, ordinal, start, stop, heading_path, text, hash FROM chunks';

export function chunksOf(db: Db): Chunks {
  const ofNote = db.prepare<[number], ChunkRow>(`${SELECT} WHERE note_id = ? ORDER BY ordinal`);
  const keys = db.prepare<[number], { id: number; hash: string }>(
    'SELECT id, hash FROM chunks WHERE note_id = ? ORDER BY ordinal',
  );
  const beginnings = db.prepare<[string], { noteId: number; id: number }>(
    `SELECT note_id AS noteId, id FROM chunks
     WHERE ordinal IN (-1, 0) AND note_id IN (SELECT value FROM json_each(?))`,
  );
  const byIds = db.prepare<[string], ChunkRow>(`${SELECT} WHERE id IN (SELECT value FROM json_each(?))`);
  const page = db
    .prepare<[number], [number, number, string]>(
      `SELECT id, note_id, hash FROM chunks WHERE id > ? ORDER BY id LIMIT ${PAGE_ROWS}`,
    )
    .raw();
  const ends = db.prepare<[], { first: number; last: number }>(
    'SELECT coalesce(min(note_id), 0) AS first, coalesce(max(note_id), -1) AS last FROM chunks',
  );
  const owned = db
    .prepare<[number, number], [number, number]>(
      'SELECT note_id, id FROM chunks INDEXED BY chunks_note WHERE note_id >= ? AND note_id < ?',
    )
    .raw();
  const repeated = db.prepare<[number], { id: number; noteId: number; hash: string }>(
    `SELECT id, note_id AS noteId, hash FROM chunks
     WHERE hash IN (SELECT hash FROM chunks GROUP BY hash HAVING count(*) >= ?)`,
  );
  const at = db.prepare<[{ noteId: number; start: number; end: number }], ChunkRow>(
    `${SELECT} WHERE id = (SELECT id FROM chunks WHERE note_id = :noteId
       ORDER BY min(stop, :end) - max(start, :start) DESC, ordinal LIMIT 1)`,
  );
  return {
    at: (noteId, { start, end }) => {
      const row = at.get({ noteId, start, end });
      return row && toRecord(row);
    },
    ofNote: (noteId) => ofNote.all(noteId).map(toRecord),
    keysOf: (noteId) => keys.all(noteId),
    beginnings: (noteIds) => beginnings.all(JSON.stringify(noteIds)),
    byIds: (ids) => {
      const found = new Map(byIds.all(JSON.stringify(ids)).map((row) => [row.id, row]));
      return ids.flatMap((id) => {
        const row = found.get(id);
        return row ? [toRecord(row)] : [];
      });
    },
    *owners() {
      const { first, last } = ends.get()!;
      for (let from = first; from <= last; from += OWNERS)
        for (const [noteId, id] of owned.all(from, from + OWNERS)) yield { id, noteId };
    },
    repeated: (least) => repeated.all(least),
    *all() {
      for (const [id, noteId, hash] of paged((after) => page.all(after))) yield { id, noteId, hash };
    },
  };
}

const toRecord = (row: ChunkRow): ChunkRecord => ({
  id: row.id,
  noteId: row.note_id,
  ordinal: row.ordinal,
  start: row.start,
  end: row.stop,
  headingPath: jsonList(row.heading_path),
  text: row.text,
  hash: row.hash,
});
