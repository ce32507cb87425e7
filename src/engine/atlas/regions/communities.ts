import { UndirectedGraph } from 'graphology';
import louvainModule from 'graphology-communities-louvain';
import { uniform } from '../layout/begin.ts';
import type { Edges } from '../layout/edges.ts';

/** A CommonJS module whose types say that it is an ES one. */
const louvain = louvainModule as unknown as typeof louvainModule.default;

/** Notes from which a region is worth dividing, and that a part of one must have. */
const WORTH_DIVIDING = 16;
const LEAST_PART = 4;
/** Notes that a region must have: fewer are told of no region. */
const LEAST_REGION = 3;
/** How finely regions, and their parts, are divided; Louvain's own measure, 1 the usual. */
const RESOLUTION = { region: 1, part: 1 } as const;

export interface Communities {
  /** Region of every note, numbered by size from 0; -1 for notes in none. */
  readonly region: Int32Array;
  /** Part of the region, numbered through all regions; -1 where a region is not divided. */
  readonly part: Int32Array;
}

/** Regions of the neighbour graph and their parts, by Louvain's method; the same graph gives the same regions. */
export function communitiesOf(edges: Edges, count: number, seed: number): Communities {
  const region = bySize(
    divided(
      edges,
      Array.from({ length: count }, (_, i) => i),
      RESOLUTION.region,
      seed,
    ),
    LEAST_REGION,
  );
  const part = new Int32Array(count).fill(-1);
  let parts = 0;
  for (const members of groups(region)) {
    if (members.length < WORTH_DIVIDING) continue;
    const inside = divided(edges, members, RESOLUTION.part, seed);
    const numbered = bySize(inside, LEAST_PART);
    const found = Math.max(-1, ...numbered) + 1;
    if (found < 2) continue;
    for (const [i, note] of members.entries()) if (numbered[i]! >= 0) part[note] = parts + numbered[i]!;
    parts += found;
  }
  return { region, part };
}

/** Members of each group in order of the groups' numbers; those in none are left out. */
export function groups(group: Int32Array): number[][] {
  const out: number[][] = [];
  for (const [i, g] of group.entries()) {
    if (g < 0) continue;
    while (out.length <= g) out.push([]);
    out[g]!.push(i);
  }
  return out;
}

/** A group for each of the notes, from the edges between them; -1 for notes without any. */
function divided(edges: Edges, notes: readonly number[], resolution: number, seed: number): Int32Array {
  const indexOf = new Map(notes.map((note, i) => [note, i]));
  const graph = new UndirectedGraph();
  for (let e = 0; e < edges.count; e++) {
    const [a, b] = [indexOf.get(edges.heads[e]!), indexOf.get(edges.tails[e]!)];
    if (a === undefined || b === undefined) continue;
    graph.mergeNode(a);
    graph.mergeNode(b);
    graph.addUndirectedEdge(a, b, { weight: edges.weights[e]! });
  }
  const out = new Int32Array(notes.length).fill(-1);
  if (graph.size === 0) return out;
  const random = uniform(seed);
  const found = louvain(graph, { resolution, rng: () => (random() + 1) / 2.000001 });
  for (const [node, community] of Object.entries(found)) out[Number(node)] = community;
  return out;
}

/** Groups numbered anew, the largest first; those below `least` are none. */
function bySize(group: Int32Array, least: number): Int32Array {
  const sizes = new Map<number, number>();
  for (const g of group) if (g >= 0) sizes.set(g, (sizes.get(g) ?? 0) + 1);
  const order = [...sizes].filter(([, size]) => size >= least).sort((a, b) => b[1] - a[1] || a[0] - b[0]);
  const numbers = new Map(order.map(([g], i) => [g, i]));
  return group.map((g) => numbers.get(g) ?? -1);
}
