import type { Link } from '../parse/note.ts';
import type { Db } from './connection.ts';

type Resolved = [kind: string, target: string, toId: number | null, attachment: string | null];

/**
 * Replaces the links of a note, within the caller's transaction. A link that the note had before keeps what it
 * resolved to until the next `resolveAll`, so that saving a note never takes its links away for a moment.
 */
export function linkWriter(db: Db): (noteId: number, links: readonly Link[]) => void {
  const resolved = db
    .prepare<[number], Resolved>(
      `SELECT DISTINCT kind, target, to_id, attachment FROM links
       WHERE from_id = ? AND (to_id IS NOT NULL OR attachment IS NOT NULL)`,
    )
    .raw();
  const clear = db.prepare('DELETE FROM links WHERE from_id = ?');
  const insert = db.prepare(
    `INSERT INTO links (from_id, kind, target, heading, block, alias, start, stop, to_id, attachment)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  );
  return (noteId, links) => {
    const known = new Map(resolved.all(noteId).map((row) => [`${row[0]}\n${row[1]}`, row]));
    clear.run(noteId);
    for (const link of links) {
      const [, , toId = null, attachment = null] = known.get(`${link.kind}\n${link.target}`) ?? [];
      insert.run(
        noteId,
        link.kind,
        link.target,
        link.heading ?? null,
        link.block ?? null,
        link.alias ?? null,
        link.start,
        link.end,
        toId,
        attachment,
      );
    }
  };
}
