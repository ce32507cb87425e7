import { uniform } from '../../src/engine/atlas/layout/begin.ts';
import { emptyLists, type NeighbourLists } from '../../src/engine/atlas/layout/neighbour-lists.ts';
import { neighboursOf, similaritiesOf } from '../../src/engine/atlas/neighbours.ts';
import { findModel } from '../../src/engine/models/catalogue.ts';
import { loadCorpus } from '../../src/engine/search/corpus.ts';
import { openStore } from '../../src/engine/store/open.ts';

/** Something to chart: neighbours, what is near to what in truth, and labels to find together again. */
export interface Charted {
  readonly name: string;
  readonly lists: NeighbourLists;
  readonly labels: readonly (string | null)[];
  /** Distances of one to all, in the space that is charted. */
  readonly distancesOf: (i: number) => ArrayLike<number>;
}

const K = 15;
const DIMENSIONS = 24;

/** Points in clouds of different sizes, with their exact neighbours. */
export function clouds(count: number, kinds = 40): Charted {
  const random = uniform(5);
  const centres = Array.from({ length: kinds }, () =>
    Array.from({ length: DIMENSIONS }, () => 1.4 * random()),
  );
  // Few are large and many small, as topics are.
  const kindOf = Array.from({ length: count }, () => Math.floor(kinds * Math.abs(random()) ** 2));
  const points = new Float32Array(count * DIMENSIONS);
  for (let i = 0; i < count; i++)
    for (let d = 0; d < DIMENSIONS; d++)
      points[i * DIMENSIONS + d] = centres[Math.min(kinds - 1, kindOf[i]!)]![d]! + random();
  const distancesOf = (i: number) => {
    const out = new Float64Array(count);
    for (let j = 0; j < count; j++) {
      let sum = 0;
      for (let d = 0; d < DIMENSIONS; d++)
        sum += (points[i * DIMENSIONS + d]! - points[j * DIMENSIONS + d]!) ** 2;
      out[j] = Math.sqrt(sum);
    }
    return out;
  };
  const lists = emptyLists(count, K);
  for (let i = 0; i < count; i++) fill(lists, i, distancesOf(i));
  return { name: 'made-up clouds', lists, labels: kindOf.map(String), distancesOf };
}

function fill({ k, ids, similarities }: NeighbourLists, of: number, distances: Float64Array): void {
  const near: number[] = [];
  for (let j = 0; j < distances.length; j++) {
    if (j === of || (near.length === k && distances[j]! >= distances[near[k - 1]!]!)) continue;
    let at = near.length;
    while (at > 0 && distances[near[at - 1]!]! > distances[j]!) at--;
    near.splice(at, 0, j);
    if (near.length > k) near.pop();
  }
  ids.set(near, of * k);
  similarities.set(
    near.map((j) => 1 / (1 + distances[j]!)),
    of * k,
  );
}

/** A vault as it was indexed; its folders are the labels. */
export async function fromIndex(file: string): Promise<Charted> {
  const { manifest } = findModel({});
  const { id, dimensions } = manifest;
  const store = openStore({ file, readOnly: true, model: { id, dimensions, fingerprint: `${id} 1` } });
  const corpus = await loadCorpus(store, dimensions);
  const { slots, lists } = await neighboursOf(corpus);
  const folderOf = (path: string) => (path.includes('/') ? path.slice(0, path.lastIndexOf('/')) : null);
  return {
    name: store.meta.get('vault')?.split('/').at(-1) ?? file,
    lists,
    labels: Array.from(slots, (slot) => folderOf(store.notes.byId(corpus.notes.idOf(slot))!.path)),
    distancesOf(i) {
      const near = similaritiesOf(corpus, slots[i]!);
      return Float64Array.from(slots, (slot) => 2 - near[slot]!);
    },
  };
}
