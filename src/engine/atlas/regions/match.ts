/** A region as it was known: its id and the notes (by any stable id) in it. */
export interface KnownRegion {
  readonly id: number;
  readonly members: ReadonlySet<number>;
}

/** Share of both regions' notes that must be in both for the one to be taken for the other. */
const LEAST_OVERLAP = 0.25;

/**
 * Ids for regions found anew: that of the earlier region that each overlaps most, one each, the surest first; fresh ids
 * above all that were ever given for the others. A region so keeps its name and colour while notes come and go.
 */
export function matchedIds(
  found: readonly ReadonlySet<number>[],
  known: readonly KnownRegion[],
  next: number,
): { readonly ids: number[]; readonly next: number } {
  const pairs: { at: number; id: number; overlap: number }[] = [];
  for (const [at, members] of found.entries())
    for (const region of known) {
      const overlap = jaccard(members, region.members);
      if (overlap >= LEAST_OVERLAP) pairs.push({ at, id: region.id, overlap });
    }
  pairs.sort((a, b) => b.overlap - a.overlap || a.id - b.id || a.at - b.at);
  const ids = new Array<number>(found.length).fill(-1);
  const taken = new Set<number>();
  for (const { at, id } of pairs) {
    if (ids[at] !== -1 || taken.has(id)) continue;
    ids[at] = id;
    taken.add(id);
  }
  return { ids: ids.map((id) => (id === -1 ? next++ : id)), next };
}

function jaccard(a: ReadonlySet<number>, b: ReadonlySet<number>): number {
  const [small, large] = a.size < b.size ? [a, b] : [b, a];
  let both = 0;
  for (const member of small) if (large.has(member)) both++;
  return both ? both / (a.size + b.size - both) : 0;
}
