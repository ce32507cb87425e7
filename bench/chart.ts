/**
 * The chart's layout beside `umap-js` on the very same neighbour lists: time, how well it shows what is near to what,
 * and how still it stays when a tenth of the notes are new. On made-up clouds of points, or on a vault's index.
 */
import { parseArgs } from 'node:util';
import { UMAP } from 'umap-js';
import { uniform } from '../src/engine/atlas/layout/begin.ts';
import { layOut } from '../src/engine/atlas/layout/lay-out.ts';
import { emptyLists, type NeighbourLists } from '../src/engine/atlas/layout/neighbour-lists.ts';
import type { Positions } from '../src/engine/atlas/layout/optimise.ts';
import { placed } from '../src/engine/atlas/layout/place.ts';
import { mapNeighbours, neighbourhoodHit, qualityOf } from '../src/engine/atlas/layout/quality.ts';
import { NEIGHBOURS } from '../src/engine/atlas/neighbours.ts';
import { type Charted, clouds, fromIndex } from './lib/charted.ts';
import { neighbourGraph } from './lib/neighbour-graph.ts';
import { machine, median, table } from './lib/report.ts';
import { clockOf } from './lib/stopwatch.ts';

const { values } = parseArgs({
  options: {
    notes: { type: 'string', default: '2000,10000' },
    index: { type: 'string', multiple: true },
    asked: { type: 'string', default: '300' },
    peer: { type: 'boolean', default: true },
    graph: { type: 'string' },
    help: { type: 'boolean', default: false },
  },
  allowNegative: true,
});
if (values.help) {
  console.log(
    'Usage: npm run bench -- chart [--notes 2000,10000] [--index <index.db>]… [--asked 300] [--no-peer]\n' +
      '       npm run bench -- chart --graph 10000,20000,50000: what each step of a chart takes',
  );
  process.exit(0);
}

/** Milliseconds of this thread's own work: the machine may be shared with others. */
const clock = clockOf(true);
const timed = <T>(work: () => T): [T, number] => {
  const from = clock();
  const made = work();
  return [made, clock() - from];
};
const fixed = (n: number, digits = 3) => n.toFixed(digits);

console.log(`${machine()}\n`);
if (values.graph) {
  const graphs: string[][] = [];
  for (const notes of values.graph.split(',').map(Number)) {
    const made = await neighbourGraph(notes, Number(values.asked), clock);
    const seconds = [made.ms, made.exactMs, made.layoutMs, made.regionsMs].map((ms) => fixed(ms / 1000, 1));
    const rest = [fixed(made.recall), fixed(made.blockMs, 0), fixed(made.peak, 0)];
    graphs.push([notes.toLocaleString('en'), ...seconds, ...rest]);
  }
  table(
    [
      ...['notes', 'neighbours s', 'all with all s', 'layout s', 'regions s', `recall@${NEIGHBOURS}`],
      ...['longest block of regions ms', 'peak MiB'],
    ],
    graphs,
  );
  process.exit(0);
}
const worlds: Charted[] = [
  ...(values.index ? [] : values.notes.split(',').map((n) => clouds(Number(n)))),
  ...(await Promise.all((values.index ?? []).map(fromIndex))),
];
for (const world of worlds) compare(world);

function compare(world: Charted): void {
  const { lists, labels, name } = world;
  const random = uniform(7);
  const asked = Array.from({ length: Math.min(lists.count, Number(values.asked)) }, () =>
    Math.min(lists.count - 1, Math.floor(Math.abs(random()) * lists.count)),
  );
  const rows: (string | number)[][] = [];
  const row = (who: string, positions: Positions, ms: number) => {
    const quality = qualityOf(positions, world.distancesOf, asked);
    rows.push([
      who,
      Math.round(ms),
      fixed(quality.trustworthiness),
      fixed(quality.continuity),
      fixed(neighbourhoodHit(positions, labels, asked)),
    ]);
    return ms;
  };
  console.log(`\n## ${name}: ${lists.count} notes, ${lists.k} neighbours each\n`);
  const [ours, ms] = timed(() => layOut({ lists, seed: 1, mode: 'anew' }));
  row('portolan', ours, ms);
  if (values.peer) {
    const [theirs, theirMs] = timed(() => byUmap(lists));
    row('umap-js', theirs, theirMs);
  }
  table(['layout', 'ms', 'trustworthiness', 'continuity', 'label hit'], rows);
  if (rows.length > 1) console.log(`\nratio of time: ${fixed(Number(rows[1]![1]) / Number(rows[0]![1]), 1)}`);
  stillness(lists, ours);
}

/** The same neighbours with its defaults. */
function byUmap({ count, k, ids, similarities }: NeighbourLists): Positions {
  const indices: number[][] = [];
  const distances: number[][] = [];
  for (let i = 0; i < count; i++) {
    const [near, far] = [[i], [0]];
    for (let n = i * k; n < (i + 1) * k && ids[n]! >= 0; n++) {
      near.push(ids[n]!);
      far.push(1 - similarities[n]!);
    }
    // It wants as many for every point.
    while (near.length <= k) {
      near.push(near.at(-1)!);
      far.push(far.at(-1)!);
    }
    indices.push(near);
    distances.push(far);
  }
  const random = uniform(1);
  const umap = new UMAP({ nComponents: 2, nNeighbors: k + 1, random: () => (random() + 1) / 2.000001 });
  umap.setPrecomputedKNN(indices, distances);
  return Float32Array.from(umap.fit(Array.from({ length: count }, (_, i) => [i])).flat());
}

/** A tenth of the notes is taken out, the rest laid out, and the tenth let in again. */
function stillness(lists: NeighbourLists, whole: Positions): void {
  const random = uniform(11);
  const isNew = Uint8Array.from({ length: lists.count }, () => (Math.abs(random()) < 0.1 ? 1 : 0));
  const old = Array.from(isNew.keys()).filter((i) => !isNew[i]);
  const laid = layOut({ lists: without(lists, isNew, old), seed: 1, mode: 'anew' });
  const before = new Float32Array(2 * lists.count);
  for (const [j, i] of old.entries()) before.set(laid.subarray(2 * j, 2 * j + 2), 2 * i);
  const xs = laid.filter((_, i) => i % 2 === 0).sort();
  const width = xs[Math.floor(xs.length * 0.99)]! - xs[Math.floor(xs.length * 0.01)]!;
  const [after, ms] = timed(() =>
    layOut({ lists, seed: 1, mode: 'refine', before: { positions: before, isNew } }),
  );
  const moved = old.map((i) =>
    Math.hypot(after[2 * i]! - before[2 * i]!, after[2 * i + 1]! - before[2 * i + 1]!),
  );
  const then = Float32Array.from(old.flatMap((i) => [after[2 * i]!, after[2 * i + 1]!]));
  const some = old.map((_, j) => j).filter((j) => j % Math.ceil(old.length / 300) === 0);
  const kept = some.map((j) => {
    const near = new Set(mapNeighbours(laid, j, 15));
    return mapNeighbours(then, j, 15).filter((n) => near.has(n)).length / 15;
  });
  const single = new Uint8Array(lists.count);
  single[Math.floor(lists.count / 2)] = 1;
  const [, one] = timed(() => placed(lists, whole, single, 1));
  console.log(
    `\na tenth new: refined in ${Math.round(ms)} ms; the median old note moves ${fixed((100 * median(moved)) / width, 2)} % ` +
      `of the width and keeps ${fixed(kept.reduce((sum, share) => sum + share, 0) / kept.length)} of its 15 neighbours; ` +
      `one note is placed in ${fixed(one, 1)} ms`,
  );
}

function without(lists: NeighbourLists, isNew: Uint8Array, old: readonly number[]): NeighbourLists {
  const to = new Map(old.map((i, j) => [i, j]));
  const out = emptyLists(old.length, lists.k);
  for (const [j, i] of old.entries()) {
    let n = j * lists.k;
    for (let m = i * lists.k; m < (i + 1) * lists.k && lists.ids[m]! >= 0; m++) {
      if (isNew[lists.ids[m]!]) continue;
      out.ids[n] = to.get(lists.ids[m]!)!;
      out.similarities[n++] = lists.similarities[m]!;
    }
  }
  return out;
}
