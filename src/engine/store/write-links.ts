import type { Db } from './connection.ts';
import type { LinkRow } from './row-shapes.ts';

type Resolved = [kind: string, target: string, toId: number | null, attachment: string | null];

/**
 * Replaces the links of a note, within the caller's transaction. A link that the note had before keeps what it
 * resolved to until the next `resolveAll`, so that saving a note never takes its links away for a moment. `known`:
 * whether the note was there before.
 */
export function linkWriter(db: Db): (noteId: number, links: readonly LinkRow[], known: boolean) => void {
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
  return (noteId, links, noteKnown) => {
    const known = new Map(noteKnown ? resolved.all(noteId).map((row) => [`${row[0]}\n${row[1]}`, row]) : []);
    if (noteKnown) clear.run(noteId);
    for (const link of links) {
      const [, , toId = null, attachment = null] = known.get(`${link[0]}\n${link[1]}`) ?? [];
      insert.run(noteId, ...link, toId, attachment);
    }
  };
}
