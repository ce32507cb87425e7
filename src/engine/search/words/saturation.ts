/** BM25: how soon a word said again adds no more, and how much a long note must make up for its length. */
export const SATURATION = 1.2;
const LENGTH = 0.75;

/** What BM25 divides by beside the count, for notes of so many words each; `notes` of them have any. */
export function bulkOf(words: Float64Array, notes: number): Float32Array<ArrayBuffer> {
  const mean = words.reduce((sum, n) => sum + n, 0) / Math.max(1, notes);
  return Float32Array.from(words, (n) => SATURATION * (1 - LENGTH + (LENGTH * n) / Math.max(1, mean)));
}

/** Weights of small counts, which nearly all are. */
const TF = Float32Array.from({ length: 256 }, (_, n) => (n > 0 ? 1 + Math.log(n) : 0));

export const tf = (count: number): number => TF[count] ?? 1 + Math.log(count);
