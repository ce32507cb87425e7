import type { Db } from './connection.ts';

/**
 * Drops spare vectors, those that no chunk uses with the present model, longest unused first, until they take at
 * most `keepBytes`, and gives the space back to the disk.
 */
export function sweeper(db: Db, modelId: () => number | undefined): (keepBytes: number) => void {
  const spare = db
    .prepare<[number | null], [id: number, bytes: number]>(
      `SELECT id, length(vector) FROM vectors v
       WHERE model_id IS NOT ? OR NOT EXISTS (SELECT 1 FROM chunks c WHERE c.hash = v.hash)
       ORDER BY used_at DESC, id DESC`,
    )
    .raw();
  const drop = db.prepare('DELETE FROM vectors WHERE id = ?');
  const run = db.transaction((keepBytes: number) => {
    let bytes = 0;
    let dropped = 0;
    for (const [id, length] of spare.all(modelId() ?? null)) {
      bytes += length;
      if (bytes > keepBytes) dropped += drop.run(id).changes;
    }
    return dropped;
  });
  return (keepBytes) => {
    if (run.immediate(keepBytes) > 0) db.pragma('incremental_vacuum');
  };
}
