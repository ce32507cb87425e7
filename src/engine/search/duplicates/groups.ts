/** A pair of notes as found, before it is shown. */
export interface Pair {
  readonly a: number;
  readonly b: number;
  readonly similarity: number;
}

/**
 * Of pairs that hang together, the most similar ones that are enough to hold each group together, with the group's
 * size: five copies of a note are four pairs, not ten. Pairs come back most similar first.
 */
export function spanning<T extends Pair>(pairs: readonly T[]): (T & { group: number })[] {
  const sorted = [...pairs].sort((x, y) => y.similarity - x.similarity || x.a - y.a || x.b - y.b);
  const parents = new Map<number, number>();
  const sizes = new Map<number, number>();
  const rootOf = (note: number): number => {
    let root = note;
    for (let next = parents.get(root); next !== undefined; next = parents.get(root)) root = next;
    if (root !== note) parents.set(note, root);
    return root;
  };
  const kept = sorted.filter(({ a, b }) => {
    const [x, y] = [rootOf(a), rootOf(b)];
    if (x === y) return false;
    parents.set(y, x);
    sizes.set(x, (sizes.get(x) ?? 1) + (sizes.get(y) ?? 1));
    return true;
  });
  return kept.map((pair) => ({ ...pair, group: sizes.get(rootOf(pair.a)) ?? 2 }));
}
