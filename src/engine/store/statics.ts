import type { Db } from './connection.ts';
import { PAGE_ROWS, paged } from './paging.ts';
import type { Statics, TokenCounts } from './types.ts';

interface CountsRow {
  id: number;
  notes: number;
  counts: Buffer;
}

/** What the model reads of a chunk `c`. */
const INPUT = 'CASE c.input_whole WHEN 1 THEN c.input_head ELSE c.input_head || c.text END';

/** @param modelId the model's row; undefined while a reader's model is not in the index yet */
export function staticsOf(db: Db, modelId: () => number | undefined): Statics {
  const model = () => modelId() ?? null;
  const basisOf = db
    .prepare<[number | null], number>('SELECT coalesce(max(id), 0) FROM token_counts WHERE model_id = ?')
    .pluck();
  const basis = () => basisOf.get(model()) as number;
  const get = db
    .prepare<[string, number], [number, Buffer]>(
      `SELECT chunk_id, vector FROM static_vectors
       WHERE chunk_id IN (SELECT value FROM json_each(?)) AND basis = ?`,
    )
    .raw();
  const page = db
    .prepare<[number, number], [number, Buffer]>(
      `SELECT chunk_id, vector FROM static_vectors WHERE chunk_id > ? AND basis = ?
       ORDER BY chunk_id LIMIT ${PAGE_ROWS}`,
    )
    .raw();
  return {
    ...countsOf(db, model),
    ...renewing(db, basis),
    get: (ids) => new Map(get.all(JSON.stringify(ids), basis()).map(([id, blob]) => [id, signed(blob)])),
    *each() {
      const by = basis();
      for (const [chunkId, blob] of paged((after) => page.all(after, by)))
        yield { chunkId, vector: signed(blob) };
    },
  };
}

function countsOf(db: Db, model: () => number | null): Pick<Statics, 'counts' | 'putCounts' | 'sample'> {
  const last = db.prepare<[number | null], CountsRow>(
    'SELECT id, notes, counts FROM token_counts WHERE model_id = ? ORDER BY id DESC LIMIT 1',
  );
  const forget = db.prepare('DELETE FROM token_counts WHERE model_id = ?');
  const insert = db.prepare('INSERT INTO token_counts (model_id, notes, counts) VALUES (?, ?, ?)');
  const put = db.transaction((notes: number, counts: Uint32Array) => {
    forget.run(model());
    const bytes = Buffer.from(counts.buffer, counts.byteOffset, counts.byteLength);
    return Number(insert.run(model(), notes, bytes).lastInsertRowid);
  });
  const range = db.prepare<[], { first: number | null; last: number | null }>(
    'SELECT min(id) AS first, max(id) AS last FROM chunks',
  );
  // Ids have gaps: of each, the passage at or after it.
  const inputs = db
    .prepare<[string], string>(
      `SELECT ${INPUT} FROM chunks c WHERE c.id IN
         (SELECT (SELECT min(id) FROM chunks WHERE id >= j.value) FROM json_each(?) j)`,
    )
    .pluck();
  return {
    counts: () => fromRow(last.get(model())),
    putCounts: (notes, counts) => put.immediate(notes, counts),
    sample(limit) {
      const { first, last: end } = range.get()!;
      if (first === null || end === null) return [];
      const step = Math.max(1, (end - first + 1) / limit);
      const ids = Array.from({ length: limit }, (_, i) => first + Math.floor(i * step));
      return inputs.all(JSON.stringify(ids.filter((id) => id <= end))) as string[];
    },
  };
}

function renewing(db: Db, basis: () => number): Pick<Statics, 'outdated' | 'renew'> {
  const outdated = db.prepare<[number, number, number], { chunkId: number; input: string }>(
    `SELECT s.chunk_id AS chunkId, ${INPUT} AS input FROM static_vectors s JOIN chunks c ON c.id = s.chunk_id
     WHERE s.chunk_id > ? AND s.basis <> ? ORDER BY s.chunk_id LIMIT ?`,
  );
  const update = db.prepare('UPDATE static_vectors SET vector = ?, basis = ? WHERE chunk_id = ?');
  const renew = db.transaction((rows: Parameters<Statics['renew']>[0]) => {
    const by = basis();
    for (const { chunkId, vector } of rows)
      update.run(Buffer.from(vector.buffer, vector.byteOffset, vector.byteLength), by, chunkId);
  });
  return {
    outdated: (after, limit) => outdated.all(after, basis(), limit),
    renew: (rows) => renew.immediate(rows),
  };
}

function fromRow(row: CountsRow | undefined): TokenCounts | null {
  if (!row) return null;
  return { id: row.id, notes: row.notes, counts: new Uint32Array(new Uint8Array(row.counts).buffer) };
}

const signed = (blob: Buffer): Int8Array => new Int8Array(blob.buffer, blob.byteOffset, blob.byteLength);
