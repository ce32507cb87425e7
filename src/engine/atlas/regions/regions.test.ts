import { describe, expect, it } from 'vitest';
import { edgesOf } from '../layout/edges.ts';
import { emptyLists } from '../layout/neighbour-lists.ts';
import { communitiesOf, groups } from './communities.ts';
import { matchedIds } from './match.ts';

/** Cliques: every note of one is the neighbour of all others in it. */
function cliques(sizes: readonly number[]) {
  const count = sizes.reduce((sum, n) => sum + n, 0);
  const k = Math.max(...sizes) - 1;
  const lists = emptyLists(count, Math.max(1, k));
  let first = 0;
  for (const size of sizes) {
    for (let i = first; i < first + size; i++) {
      let n = i * lists.k;
      for (let j = first; j < first + size; j++) {
        if (j === i) continue;
        lists.ids[n] = j;
        lists.similarities[n++] = 0.8;
      }
    }
    first += size;
  }
  return lists;
}

describe('communities', () => {
  it('are what hangs together, the largest first, and the same at every time', () => {
    const edges = edgesOf(cliques([4, 7, 5]));
    const { region } = communitiesOf(edges, 16, 1);
    expect(groups(region).map((notes) => notes.length)).toEqual([7, 5, 4]);
    expect(groups(region)[0]).toEqual([4, 5, 6, 7, 8, 9, 10]);
    expect(communitiesOf(edges, 16, 1).region).toEqual(region);
  });

  it('do not hold notes that hang together with hardly any', () => {
    const { region } = communitiesOf(edgesOf(cliques([5, 2, 1])), 8, 1);
    expect([...region].slice(5)).toEqual([-1, -1, -1]);
  });

  it('are none where there are no edges', () => {
    expect([...communitiesOf(edgesOf(emptyLists(3, 5)), 3, 1).region]).toEqual([-1, -1, -1]);
  });
});

describe('ids of regions', () => {
  const set = (...ids: number[]) => new Set(ids);

  it('stay with the region that most of its notes were in', () => {
    const known = [
      { id: 7, members: set(1, 2, 3, 4) },
      { id: 9, members: set(5, 6, 7) },
    ];
    const { ids, next } = matchedIds([set(5, 6, 7, 8), set(1, 2, 3), set(20, 21)], known, 12);
    expect(ids).toEqual([9, 7, 12]);
    expect(next).toBe(13);
  });

  it('are never given twice: of two halves the larger keeps it', () => {
    const known = [{ id: 3, members: set(1, 2, 3, 4, 5, 6, 7) }];
    expect(matchedIds([set(1, 2, 3), set(4, 5, 6, 7)], known, 4).ids).toEqual([4, 3]);
  });

  it('are new where too little is left of the old one', () => {
    expect(matchedIds([set(1, 50, 51, 52)], [{ id: 1, members: set(1, 2, 3, 4) }], 2).ids).toEqual([2]);
  });
});
