import { PortolanError } from '../../common/errors.ts';
import { asNotePath } from '../../common/ids.ts';
import type { Db } from './connection.ts';
import type { StoreModel } from './model.ts';
import { nearestOf } from './nearest.ts';
import { paged } from './paging.ts';
import type { Vectors } from './types.ts';
import type { Wanting } from './wanting.ts';

/** Rows of 1.5 kB each: small pages keep a whole read of the table within a few MB. */
const PAGE_ROWS = 512;

interface Context {
  readonly db: Db;
  readonly model: StoreModel;
  /** Undefined while a reader's model is not in the index yet: then there are no vectors. */
  readonly modelId: () => number | undefined;
  readonly wanting: Wanting;
  /** True where sqlite-vec's functions are loaded. */
  readonly vectorFunctions: boolean;
}

export function vectorsOf({ db, model, modelId, wanting, vectorFunctions }: Context): Vectors {
  const vectorOf = (blob: Buffer): Float32Array | null => toVector(blob, model.dimensions);
  const id = () => modelId() ?? null;
  const missing = db
    .prepare<[string, number | null, number | null], string>(
      `SELECT value FROM json_each(?) j WHERE
         NOT EXISTS (SELECT 1 FROM vectors WHERE hash = j.value AND model_id = ?)
         AND NOT EXISTS (SELECT 1 FROM impossible WHERE hash = j.value AND model_id = ?) ORDER BY j.key`,
    )
    .pluck();
  const pending = db.prepare<[number], { hash: string; input: string; path: string; tokens: number }>(
    `SELECT w.hash, CASE c.input_whole WHEN 1 THEN c.input_head ELSE c.input_head || c.text END AS input,
       n.path, c.tokens
     FROM temp.wanting w
       CROSS JOIN chunks c ON c.id = (SELECT id FROM chunks WHERE hash = w.hash LIMIT 1)
       CROSS JOIN notes n ON n.id = c.note_id
     ORDER BY w.mtime DESC, w.seq LIMIT ?`,
  );
  const pendingCount = db.prepare<[], number>('SELECT count(*) FROM temp.wanting').pluck();
  const clear = db.prepare<[number | null]>('DELETE FROM impossible WHERE model_id = ?');
  const put = putter(db, model, modelId, wanting);
  const get = db
    .prepare<[string, number | null], [string, Buffer]>(
      'SELECT hash, vector FROM vectors WHERE hash IN (SELECT value FROM json_each(?)) AND model_id = ?',
    )
    .raw();
  const page = db
    .prepare<[number, number | null], [number, string, Buffer]>(
      `SELECT id, hash, vector FROM vectors WHERE id > ? AND model_id = ?
         AND EXISTS (SELECT 1 FROM chunks WHERE chunks.hash = vectors.hash) ORDER BY id LIMIT ${PAGE_ROWS}`,
    )
    .raw();
  const ends = db.prepare<[], { first: number; last: number }>(
    'SELECT coalesce(min(id), 0) AS first, coalesce(max(id), -1) AS last FROM vectors',
  );
  // By ranges of ids: several chunks may have one text, and a limit could fall between them.
  const joined = `FROM vectors v CROSS JOIN chunks c ON c.hash = v.hash`;
  const range = db
    .prepare<[number, number, number | null], [number, Buffer]>(
      `SELECT c.id, v.vector ${joined} WHERE v.id >= ? AND v.id < ? AND v.model_id = ?`,
    )
    .raw();
  const listed = db
    .prepare<[string, number | null], [number, Buffer]>(
      `SELECT c.id, v.vector ${joined} WHERE v.id IN (SELECT value FROM json_each(?)) AND v.model_id = ?`,
    )
    .raw();
  function* vectorsIn(rows: Iterable<[number, Buffer]>) {
    for (const [chunkId, blob] of rows) {
      const vector = vectorOf(blob);
      if (vector) yield { chunkId, vector };
    }
  }
  const count = db
    .prepare<[number | null], number>(
      `SELECT count(*) FROM (SELECT DISTINCT hash FROM chunks) c
       WHERE EXISTS (SELECT 1 FROM vectors v WHERE v.hash = c.hash AND v.model_id = ?)`,
    )
    .pluck();
  return {
    missing: (hashes) => missing.all(JSON.stringify([...new Set(hashes)]), id(), id()) as string[],
    pending(limit) {
      wanting.refresh();
      return pending.all(limit).map((row) => ({ ...row, path: asNotePath(row.path) }));
    },
    prefer(noteIds) {
      wanting.refresh();
      wanting.prefer(noteIds);
    },
    pendingCount() {
      wanting.refresh();
      return pendingCount.get() as number;
    },
    tryAgain() {
      if (clear.run(id()).changes > 0) wanting.forget();
    },
    put,
    get(hashes) {
      const found = new Map<string, Float32Array>();
      for (const [hash, blob] of get.all(JSON.stringify(hashes), id())) {
        const vector = vectorOf(blob);
        if (vector) found.set(hash, vector);
      }
      return found;
    },
    *each() {
      for (const [, hash, blob] of paged((after) => page.all(after, id()), PAGE_ROWS)) {
        const vector = vectorOf(blob);
        if (vector) yield { hash, vector };
      }
    },
    *ofChunks() {
      const { first, last } = ends.get()!;
      for (let from = first; from <= last; from += PAGE_ROWS)
        yield* vectorsIn(range.all(from, from + PAGE_ROWS, id()));
    },
    *sample(wanted) {
      const { first, last } = ends.get()!;
      const step = Math.max(1, (last - first + 1) / wanted);
      let ids: number[] = [];
      for (let at = first; at <= last; at += step) {
        ids.push(Math.floor(at));
        if (ids.length < PAGE_ROWS && at + step <= last) continue;
        for (const found of vectorsIn(listed.all(JSON.stringify(ids), id()))) yield { ...found, each: step };
        ids = [];
      }
    },
    nearest: nearestOf(db, id, model.dimensions, vectorFunctions),
    count: () => count.get(id()) as number,
  };
}

function putter(db: Db, model: StoreModel, modelId: Context['modelId'], wanting: Wanting): Vectors['put'] {
  const upsert = db.prepare(
    `INSERT INTO vectors (hash, model_id, used_at, vector) VALUES (?, ?, ?, ?)
     ON CONFLICT (hash, model_id) DO UPDATE SET used_at = excluded.used_at, vector = excluded.vector`,
  );
  const possible = db.prepare('DELETE FROM impossible WHERE hash = ? AND model_id = ?');
  const impossible = db.prepare('INSERT OR IGNORE INTO impossible (hash, model_id) VALUES (?, ?)');
  const put = db.transaction((rows: Parameters<Vectors['put']>[0]) => {
    const now = Date.now();
    for (const { hash, vector } of rows) {
      if (vector === null) impossible.run(hash, modelId());
      else {
        if (vector.length !== model.dimensions)
          throw new PortolanError('INTERNAL', {
            reason: `a vector of ${vector.length} numbers for ${model.id}, which has ${model.dimensions}`,
          });
        upsert.run(hash, modelId(), now, bytesOf(vector));
        possible.run(hash, modelId());
      }
      wanting.filled(hash);
    }
  });
  return (rows) => {
    if (rows.length > 0) put.immediate(rows);
  };
}

/** Little-endian on every platform that we run on, as sqlite-vec reads them. */
export const bytesOf = (vector: Float32Array): Buffer =>
  Buffer.from(vector.buffer, vector.byteOffset, vector.byteLength);

/** Null for a row of the wrong length: then the text has no vector, rather than one that poisons every comparison. */
export function toVector(blob: Buffer, dimensions: number): Float32Array | null {
  if (blob.byteLength !== dimensions * 4) return null;
  if (blob.byteOffset % 4 === 0) return new Float32Array(blob.buffer, blob.byteOffset, dimensions);
  return new Float32Array(new Uint8Array(blob).buffer);
}
