/**
 * Term counts of a note as text: a JSON array in which a number opens the group of terms with that count,
 * `[1,"ancla","barco",3,"mar"]`. Plain words, not ids of a dictionary: a fourth of the text's size at most, nothing to
 * keep in step between processes, and any string survives.
 */
export function encodeTerms(terms: ReadonlyMap<string, number>): string {
  const groups = Map.groupBy(terms, ([, count]) => count);
  const flat: (string | number)[] = [];
  for (const count of [...groups.keys()].sort((a, b) => a - b))
    flat.push(count, ...groups.get(count)!.map(([term]) => term));
  return JSON.stringify(flat);
}

export function decodeTerms(text: string): Map<string, number> {
  const terms = new Map<string, number>();
  let count = 0;
  for (const item of JSON.parse(text) as (string | number)[]) {
    if (typeof item === 'number') count = item;
    else terms.set(item, count);
  }
  return terms;
}
