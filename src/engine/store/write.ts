import type { NoteFile } from '../vault/note-file.ts';
import type { Db } from './connection.ts';
import { noteRows } from './note-rows.ts';
import { COLUMNS, type NoteRow, type NoteRows } from './row-shapes.ts';
import type { NoteWrite, Store } from './types.ts';
import type { Wanting } from './wanting.ts';
import { chunkWriter } from './write-chunks.ts';
import { linkWriter } from './write-links.ts';

export type Writes = Pick<
  Store,
  'writeNote' | 'writeRows' | 'moveNote' | 'moveRows' | 'touchNote' | 'removeNote' | 'together'
>;

export function writesOf(db: Db, wanting: Wanting): Writes {
  const names = COLUMNS.map((name) => `:${name}`).join(', ');
  const insert = db.prepare<[NoteRow]>(`INSERT INTO notes (${COLUMNS.join(', ')}) VALUES (${names})`);
  const update = db.prepare<[NoteRow & { id: number }]>(
    `UPDATE notes SET ${COLUMNS.map((name) => `${name} = :${name}`).join(', ')} WHERE id = :id`,
  );
  const idOf = db.prepare<[string], number>('SELECT id FROM notes WHERE path = ?').pluck();
  const pathOf = db.prepare<[number], string>('SELECT path FROM notes WHERE id = ?').pluck();
  const putTerms = db.prepare('INSERT OR REPLACE INTO note_terms (note_id, terms, forms) VALUES (?, ?, ?)');
  /** What is found of a note as a whole: its names, headings (what its properties say among them) and tags. */
  const putWords = db.prepare(
    `INSERT OR REPLACE INTO note_words (rowid, title, name, aliases, headings, tags, forms)
     VALUES (?, ?, ?, ?, ?, ?, ?)`,
  );
  const sound = db.prepare('DELETE FROM ledger WHERE path = ?');
  const touch = db.prepare(
    'UPDATE notes SET raw_path = ?, size = ?, mtime = ?, birthtime = ?, indexed_at = ? WHERE id = ?',
  );
  const wordsBy = db.prepare<[number], string>('SELECT words_by FROM notes WHERE id = ?').pluck();
  const removeNote = db.prepare('DELETE FROM notes WHERE id = ?');
  const writeLinks = linkWriter(db);
  const chunks = chunkWriter(db, wanting);

  function write(id: number | undefined, rows: NoteRows): number {
    const known = id !== undefined;
    const cutBy = known ? wordsBy.get(id!) : undefined;
    if (id === undefined) id = Number(insert.run(rows.note).lastInsertRowid);
    else update.run({ ...rows.note, id });
    putWords.run(id, ...rows.words);
    writeLinks(id, rows.links, known);
    const sameWords = cutBy === rows.note.words_by;
    chunks.replace(id, rows.chunks, { known, sameWords, mtimeMs: rows.note.mtime as number });
    putTerms.run(id, rows.terms, rows.forms);
    sound.run(rows.note.path);
    return id;
  }

  function remove(id: number): void {
    chunks.release(id);
    removeNote.run(id);
  }

  function move(id: number, rows: NoteRows): void {
    // In a chain or a swap of names the place may still be taken. Its note is written anew when its turn comes;
    // that costs its id, no embedding.
    const occupant = idOf.get(rows.note.path as string) as number | undefined;
    if (occupant !== undefined && occupant !== id) remove(occupant);
    const from = pathOf.get(id) as string | undefined;
    write(from === undefined ? undefined : id, rows);
    if (from !== undefined) sound.run(from);
  }

  /** One transaction, or part of the one that `together` has begun: no savepoint, at which FTS5 would write all it has. */
  const whole = <A extends unknown[], R>(work: (...args: A) => R): ((...args: A) => R) => {
    const alone = db.transaction(work).immediate;
    return (...args) => (db.inTransaction ? work(...args) : alone(...args));
  };
  const writeRows = whole((rows: NoteRows) =>
    write(idOf.get(rows.note.path as string) as number | undefined, rows),
  );
  const moveRows = whole(move);
  return {
    writeRows,
    moveRows,
    writeNote: (input: NoteWrite) => writeRows(noteRows(input)),
    moveNote: (id, input) => moveRows(id, noteRows(input)),
    touchNote: whole((id: number, file: NoteFile) => {
      touch.run(file.rawPath, file.size, file.mtimeMs, file.birthtimeMs, Date.now(), id);
      sound.run(file.path);
    }),
    removeNote: whole(remove),
    together: (work) => db.transaction(work).immediate(),
  };
}
