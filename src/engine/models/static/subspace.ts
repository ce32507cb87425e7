/** Enough that the space no longer turns: a hundred more change the 128th of 384 components by less than 1 %. */
const ROUNDS = 50;

/**
 * An orthonormal basis (rows of length n) of the space of the `k` largest eigenvectors of a symmetric, positive matrix
 * (n × n, row-major), largest first as far as they are told apart; by orthogonal iteration. The same matrix gives the
 * same numbers.
 */
export function leadingSpace(matrix: Float64Array, n: number, k: number): Float64Array {
  let basis = new Float64Array(k * n);
  for (let row = 0; row < k; row++) for (let i = 0; i < n; i++) basis[row * n + i] = start(row * n + i);
  orthonormalise(basis, n);
  for (let round = 0; round < ROUNDS; round++) {
    const next = new Float64Array(k * n);
    for (let row = 0; row < k; row++) multiply(matrix, n, basis, next, row * n);
    orthonormalise(next, n);
    basis = next;
  }
  return basis;
}

/** Any numbers will do that are not all alike. */
const start = (i: number): number => Math.sin(i * 12.9898 + 1) % 1;

function multiply(matrix: Float64Array, n: number, from: Float64Array, to: Float64Array, at: number): void {
  for (let i = 0; i < n; i++) {
    const x = from[at + i]!;
    for (let j = 0, m = i * n; j < n; j++, m++) to[at + j]! += x * matrix[m]!;
  }
}

/** Gram and Schmidt's way, twice over each row: once leaves too much of the rows before it. */
function orthonormalise(rows: Float64Array, n: number): void {
  for (let at = 0; at < rows.length; at += n) {
    for (let pass = 0; pass < 2; pass++) {
      for (let other = 0; other < at; other += n) {
        let along = 0;
        for (let i = 0; i < n; i++) along += rows[at + i]! * rows[other + i]!;
        for (let i = 0; i < n; i++) rows[at + i]! -= along * rows[other + i]!;
      }
    }
    let squares = 0;
    for (let i = 0; i < n; i++) squares += rows[at + i]! ** 2;
    const factor = squares > 0 ? 1 / Math.sqrt(squares) : 0;
    for (let i = 0; i < n; i++) rows[at + i]! *= factor;
  }
}
