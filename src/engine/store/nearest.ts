import type { Db } from './connection.ts';
import type { Vectors } from './types.ts';

/**
 * The exact nearest vectors of those in use, by cosine. sqlite-vec measures them inside SQLite, without handing every
 * vector over; where it has no build for the machine, they are handed over.
 */
export function nearestOf(
  db: Db,
  modelId: () => number | null,
  dimensions: number,
  vectorFunctions: boolean,
): Vectors['nearest'] {
  if (!vectorFunctions)
    db.function('vec_distance_cosine', { deterministic: true }, (a: Buffer, b: Buffer) =>
      cosineDistance(floats(a), floats(b)),
    );
  const nearest = db.prepare<
    [{ query: Buffer; model: number | null; bytes: number; k: number }],
    { hash: string; distance: number }
  >(
    `SELECT hash, vec_distance_cosine(vector, :query) AS distance FROM vectors
     WHERE model_id = :model AND length(vector) = :bytes
       AND EXISTS (SELECT 1 FROM chunks WHERE chunks.hash = vectors.hash)
     ORDER BY distance, hash LIMIT :k`,
  );
  return (vector, k) => {
    const query = Buffer.from(vector.buffer, vector.byteOffset, vector.byteLength);
    return nearest
      .all({ query, model: modelId(), bytes: dimensions * 4, k })
      .map(({ hash, distance }) => ({ hash, cosine: 1 - distance }));
  };
}

const floats = (bytes: Buffer): Float32Array => new Float32Array(new Uint8Array(bytes).buffer);

function cosineDistance(a: Float32Array, b: Float32Array): number {
  let dot = 0;
  let aa = 0;
  let bb = 0;
  for (let i = 0; i < a.length; i++) {
    dot += a[i]! * b[i]!;
    aa += a[i]! * a[i]!;
    bb += b[i]! * b[i]!;
  }
  return 1 - dot / Math.sqrt(aa * bb);
}
