import { describe, expect, it } from 'vitest';
import { communitiesOf } from '../regions/communities.ts';
import { edgesOf } from './edges.ts';
import { layOut } from './lay-out.ts';
import { layOutInThread } from './layout-thread.ts';
import { emptyLists } from './neighbour-lists.ts';

/** Notes in rings of ten, each the neighbour of the two on either side of it. */
function rings(count: number) {
  const lists = emptyLists(10 * count, 4);
  for (let i = 0; i < 10 * count; i++) {
    const first = i - (i % 10);
    lists.ids.set(
      [1, 9, 2, 8].map((step) => first + ((i + step) % 10)),
      4 * i,
    );
    lists.similarities.set([0.9, 0.9, 0.7, 0.7], 4 * i);
  }
  return lists;
}

describe('the thread that lays a chart out', () => {
  it('finds the places and the communities that are found without it', async () => {
    const lists = rings(3);
    const job = { lists, seed: 5, mode: 'anew' } as const;
    const { positions, communities } = await layOutInThread(job, {});
    expect(positions).toEqual(layOut(job));
    expect(communities).toEqual(communitiesOf(edgesOf(lists), 30, 5));
    expect(new Set(communities.region)).toHaveLength(3);
  });

  it('is given up at once when nobody wants it any more', async () => {
    const stopped = new AbortController();
    const laid = layOutInThread(
      { lists: rings(400), seed: 5, mode: 'anew' },
      { signal: stopped.signal, onProgress: () => stopped.abort() },
    );
    await expect(laid).rejects.toMatchObject({ code: 'CANCELLED' });
  });
});
