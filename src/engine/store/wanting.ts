import type { Db } from './connection.ts';

/** Texts of chunks that have neither a vector of the model nor a mark that there can be none. */
export interface Wanting {
  /** A chunk with this text was written. Within the write's transaction. */
  added(hash: string, mtimeMs: number): void;
  /** A chunk with this text went away. Within the write's transaction. */
  dropped(hash: string): void;
  /** Its vector arrived, or was found impossible. Within the write's transaction. */
  filled(hash: string): void;
  /** The texts of these notes come next, before those that were preferred earlier. */
  prefer(noteIds: readonly number[]): void;
  /** The answer is to be made anew, because marks were taken away. */
  forget(): void;
  /** Makes `temp.wanting` (seq, hash, mtime) hold the truth; to be called before a query reads it, outside of writes. */
  refresh(): void;
}

/**
 * What is wanting follows from chunks and vectors, but finding it takes a look at every chunk, too slow for every
 * batch. So each connection keeps the answer in a temporary table: made at first use, kept up by the connection's own
 * writes (and rolled back with them), made anew after another process wrote. Nothing of it is on disk, so nothing
 * of it can be out of step after a crash or for another model.
 *
 * @param modelId the model's row; undefined while a reader's model is not in the index yet
 */
export function wantingOf(db: Db, modelId: () => number | undefined): Wanting {
  db.exec(`
    CREATE TEMP TABLE wanting (seq INTEGER PRIMARY KEY, hash TEXT NOT NULL UNIQUE, mtime REAL NOT NULL);
    CREATE INDEX temp.wanting_order ON wanting (mtime DESC, seq);`);
  const dataVersion = () => db.pragma('data_version', { simple: true }) as number;
  const insert = db.prepare<[{ hash: string; mtime: number; model: number | null }]>(`
    INSERT OR IGNORE INTO temp.wanting (hash, mtime) SELECT :hash, :mtime
    WHERE NOT EXISTS (SELECT 1 FROM vectors WHERE hash = :hash AND model_id = :model)
      AND NOT EXISTS (SELECT 1 FROM impossible WHERE hash = :hash AND model_id = :model)`);
  const drop = db.prepare<[{ hash: string }]>(`
    DELETE FROM temp.wanting WHERE hash = :hash AND NOT EXISTS (SELECT 1 FROM chunks WHERE hash = :hash)`);
  const fill = db.prepare<[string]>('DELETE FROM temp.wanting WHERE hash = ?');
  const build = db.prepare<[{ model: number | null }]>(`
    INSERT OR IGNORE INTO temp.wanting (hash, mtime)
    SELECT c.hash, n.mtime FROM notes n CROSS JOIN chunks c ON c.note_id = n.id
    WHERE NOT EXISTS (SELECT 1 FROM vectors v WHERE v.hash = c.hash AND v.model_id = :model)
      AND NOT EXISTS (SELECT 1 FROM impossible i WHERE i.hash = c.hash AND i.model_id = :model)
    ORDER BY n.mtime DESC, c.note_id, c.ordinal`);
  const prefer = db.prepare<[number, string]>(`
    UPDATE temp.wanting SET mtime = ?
    WHERE hash IN (SELECT c.hash FROM json_each(?) j CROSS JOIN chunks c ON c.note_id = j.value)`);
  /** Later than any file is dated, and later each time. */
  let preference = 1e15;
  // The version of other processes' writes that the table answers for; null before it is first made.
  let answersFor: number | null = null;
  const stale = () => answersFor !== dataVersion();
  return {
    added(hash, mtime) {
      if (answersFor !== null) insert.run({ hash, mtime, model: modelId() ?? null });
    },
    dropped(hash) {
      if (answersFor !== null) drop.run({ hash });
    },
    filled(hash) {
      if (answersFor !== null) fill.run(hash);
    },
    prefer(noteIds) {
      if (answersFor !== null) prefer.run(preference++, JSON.stringify(noteIds));
    },
    forget() {
      answersFor = null;
    },
    refresh() {
      if (!stale()) return;
      db.transaction(() => {
        db.exec('DELETE FROM temp.wanting');
        build.run({ model: modelId() ?? null });
        answersFor = dataVersion();
      })();
    },
  };
}
