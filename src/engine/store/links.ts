import type { NotePath } from '../../common/ids.ts';
import type { LinkKind } from '../parse/note.ts';
import type { Db } from './connection.ts';
import { PAGE_ROWS, paged } from './paging.ts';
import type { LinkRecord, LinkResolver, Links } from './types.ts';

type Row = [id: number, from: number, kind: LinkKind, target: string, to: number | null, file: string | null];

const SELECT = `SELECT from_id AS fromId, kind, target, heading, block, alias, start, stop AS "end", to_id AS toId, attachment
  FROM links`;

export function linksOf(db: Db): Links {
  const pairs = db.prepare<[number, number], { fromId: number; toId: number }>(
    `SELECT DISTINCT from_id AS fromId, to_id AS toId FROM links
     WHERE from_id > ? AND from_id <= ? AND to_id IS NOT NULL AND to_id <> from_id ORDER BY from_id, to_id`,
  );
  const ofNote = db.prepare<[number], LinkRecord>(`${SELECT} WHERE from_id = ? ORDER BY start, id`);
  const to = db.prepare<[number], LinkRecord>(`${SELECT} WHERE to_id = ? ORDER BY from_id, start, id`);
  return {
    pairs: (above = -1, upTo = Number.MAX_SAFE_INTEGER) => pairs.all(above, upTo),
    ofNote: (id) => ofNote.all(id),
    to: (id) => to.all(id),
    resolveAll: (resolver) => db.transaction(() => resolveAll(db, resolver)).immediate(),
  };
}

function resolveAll(db: Db, resolver: LinkResolver): number[] {
  const paths = db.prepare<[], [number, NotePath]>('SELECT id, path FROM notes').raw().all();
  const pathOf = new Map(paths);
  const idOf = new Map(paths.map(([id, path]) => [path, id]));
  const page = db
    .prepare<[number], Row>(
      `SELECT id, from_id, kind, target, to_id, attachment FROM links WHERE id > ? ORDER BY id LIMIT ${PAGE_ROWS}`,
    )
    .raw();
  const update = db.prepare('UPDATE links SET to_id = ?, attachment = ? WHERE id = ?');
  const changed = new Set<number>();
  for (const [id, fromId, kind, target, toId, attachment] of paged((after) => page.all(after))) {
    const found = resolver({ kind, target }, pathOf.get(fromId)!);
    // A note that the resolver knows from the disk may not be indexed yet: its link stays open until it is.
    const next = found.toPath === null ? null : (idOf.get(found.toPath) ?? null);
    if (next === toId && found.attachment === attachment) continue;
    update.run(next, found.attachment, id);
    changed.add(fromId);
  }
  return [...changed];
}
