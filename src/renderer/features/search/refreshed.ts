import type { Found } from './found.ts';

/**
 * What a newer answer to the same question does to the one that is read. The same notes in the same order: what is said
 * of them is brought up to date where they stand. Other notes, or another order, would move what is read: null, and the
 * newer answer waits to be taken. Where nothing was found, nothing is read that could move.
 */
export function refreshed(shown: Found, next: Found): Found | null {
  if (isEmpty(shown)) return next;
  if (shown.way === 'search' && next.way === 'search') {
    const hits = new Map(next.result.hits.map((hit) => [hit.note.path, hit]));
    if (hits.size !== shown.rows.length) return null;
    // A list that grew in place has an order of its own, which is kept.
    const rows = shown.rows.flatMap(({ note, fresh }) => {
      const hit = hits.get(note.path);
      return hit ? [{ ...hit, fresh }] : [];
    });
    const alike = rows.length === shown.rows.length && firstOf(shown.result) === firstOf(next.result);
    return alike ? { ...next, rows } : null;
  }
  return orderOf(shown) === orderOf(next) ? next : null;
}

const firstOf = ({ hits: [first] }: { readonly hits: readonly { note: { path: string } }[] }) =>
  first?.note.path;

const isEmpty = (found: Found): boolean =>
  (found.way === 'search' ? found.rows : found.way === 'algebra' ? found.result.hits : found.result.notes)
    .length === 0;

/** The notes of an answer in their order, as one key. */
function orderOf(found: Found): string {
  const notes =
    found.way === 'axis'
      ? found.result.notes.filter(({ related }) => related)
      : found.way === 'algebra'
        ? found.result.hits
        : found.rows;
  return `${found.way}\n${notes.map(({ note }) => note.path).join('\n')}`;
}
