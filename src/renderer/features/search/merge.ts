import type { SearchHit } from '../../../contract/search.ts';

/** A hit as it stands in the list; `fresh`: the answer before, to the same words, did not have it. */
export type Row = SearchHit & { readonly fresh: boolean };

/**
 * A better answer to the same question, put into the list that is read: what stays keeps its order, what is new is
 * marked. Newcomers take the rank they have earned; where the pointer or the focus is in the list already, nothing in it
 * moves, and they come after it.
 */
export function merged(shown: readonly Row[], next: readonly SearchHit[], touched: boolean): Row[] {
  const known = new Set(shown.map(({ note }) => note.path));
  const newcomers = next.filter(({ note }) => !known.has(note.path));
  if (touched) return [...shown, ...newcomers.map(fresh)];
  const better = new Map(next.map((hit) => [hit.note.path, hit]));
  const stay = shown.flatMap(({ note, fresh }) => {
    const hit = better.get(note.path);
    return hit ? [{ ...hit, fresh }] : [];
  });
  const ranks = new Map(next.map((hit, rank) => [hit.note.path, rank]));
  const rows: Row[] = [];
  let [old, young] = [0, 0];
  while (old < stay.length || young < newcomers.length) {
    const newcomer = newcomers[young];
    if (newcomer && (old >= stay.length || ranks.get(newcomer.note.path)! <= rows.length)) {
      rows.push(fresh(newcomer));
      young++;
    } else rows.push(stay[old++]!);
  }
  return rows;
}

const fresh = (hit: SearchHit): Row => ({ ...hit, fresh: true });

/** An answer as it came. */
export const asRows = (hits: readonly SearchHit[]): Row[] => hits.map((hit) => ({ ...hit, fresh: false }));
