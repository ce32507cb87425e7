import { type EmbeddingTable, gatherRows } from '../embedding-table.ts';
import { leadingSpace } from './subspace.ts';

/** Rows from which the components are taken: evenly spread, more change nothing that can be measured. */
const ROWS = 16_384;
const BATCH = 512;

/**
 * The first `kept` principal components of the word table (float32 × kept × dimensions of the table), each row of it
 * counting as much as its token weighs. Taken from rows evenly spread: the same table gives the same numbers.
 */
export function principalComponents(
  table: EmbeddingTable,
  weightOf: (token: number) => number,
  kept: number,
): Float32Array<ArrayBuffer> {
  const n = table.dimensions;
  const stride = Math.max(1, Math.floor(table.rows / ROWS));
  const sum = new Float64Array(n);
  const products = new Float64Array(n * n);
  const rows = new Float32Array(BATCH * n);
  let total = 0;
  let ids: number[] = [];
  const take = () => {
    gatherRows(table, ids, rows);
    for (const [i, id] of ids.entries()) {
      const weight = weightOf(id);
      total += weight;
      addProducts(products, sum, rows, i * n, weight);
    }
    ids = [];
  };
  for (let id = 0; id < table.rows; id += stride) if (ids.push(id) === BATCH) take();
  take();
  for (let i = 0; i < n; i++) {
    for (let j = i; j < n; j++) {
      const covariance =
        (products[i * n + j]! - (sum[i]! * sum[j]!) / Math.max(total, 1e-9)) / Math.max(total, 1e-9);
      products[i * n + j] = covariance;
      products[j * n + i] = covariance;
    }
  }
  return Float32Array.from(leadingSpace(products, n, kept));
}

/** Adds weight × row × rowᵀ to the upper half of `products`. */
function addProducts(
  products: Float64Array,
  sum: Float64Array,
  rows: Float32Array,
  at: number,
  weight: number,
): void {
  const n = sum.length;
  for (let i = 0; i < n; i++) {
    const x = weight * rows[at + i]!;
    sum[i]! += x;
    for (let j = i, p = i * n + i; j < n; j++, p++) products[p]! += x * rows[at + j]!;
  }
}
