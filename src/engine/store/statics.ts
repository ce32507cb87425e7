import type { Db } from './connection.ts';
import { PAGE_ROWS, paged } from './paging.ts';
import type { Statics } from './types.ts';

export function staticsOf(db: Db): Statics {
  const get = db
    .prepare<[string], [number, Buffer]>(
      'SELECT chunk_id, vector FROM static_vectors WHERE chunk_id IN (SELECT value FROM json_each(?))',
    )
    .raw();
  const page = db
    .prepare<[number], [number, Buffer]>(
      `SELECT chunk_id, vector FROM static_vectors WHERE chunk_id > ? ORDER BY chunk_id LIMIT ${PAGE_ROWS}`,
    )
    .raw();
  return {
    get: (ids) => new Map(get.all(JSON.stringify(ids)).map(([id, blob]) => [id, signed(blob)])),
    *each() {
      for (const [chunkId, blob] of paged((after) => page.all(after)))
        yield { chunkId, vector: signed(blob) };
    },
  };
}

const signed = (blob: Buffer): Int8Array => new Int8Array(blob.buffer, blob.byteOffset, blob.byteLength);
