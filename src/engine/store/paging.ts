/** Rows in one page of a long read. */
export const PAGE_ROWS = 2048;

/**
 * All rows of a query in pages by ascending id. A cursor held open would forbid every write on the connection until
 * the reader has finished, and a list of all rows would hold the vault's text in memory.
 *
 * @param page returns up to `size` rows with an id above `after`, in order of id, the id first
 */
export function* paged<Row extends readonly [number, ...unknown[]]>(
  page: (after: number) => readonly Row[],
  size = PAGE_ROWS,
): Generator<Row> {
  let after = Number.MIN_SAFE_INTEGER;
  for (;;) {
    const rows = page(after);
    yield* rows;
    if (rows.length < size) return;
    after = rows.at(-1)![0];
  }
}
