import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { layOut } from '../../src/engine/atlas/layout/lay-out.ts';
import { NEIGHBOURS, neighboursOf, similaritiesOf } from '../../src/engine/atlas/neighbours.ts';
import { regionsOf } from '../../src/engine/atlas/regions/regions.ts';
import { loadCorpus } from '../../src/engine/search/corpus.ts';
import { topIndexes } from '../../src/engine/search/vectors/top.ts';
import { openStore } from '../../src/engine/store/open.ts';
import { MadeVault } from './made-vault.ts';

const DIMENSIONS = 384;
const PASSAGES = 6;

export interface GraphFigures {
  readonly notes: number;
  /** Milliseconds for all notes, and what comparing every note with every other would take. */
  readonly ms: number;
  readonly exactMs: number;
  readonly recall: number;
  /** Milliseconds for the places, and for regions with names. */
  readonly layoutMs: number;
  readonly regionsMs: number;
  /** Milliseconds for which regions keep the engine's thread from anything else, at most. */
  readonly blockMs: number;
  /** MiB that the process had at most. */
  readonly peak: number;
}

/** What a chart of a made-up vault takes, step by step, and how many of the true neighbours of some notes are found. */
export async function neighbourGraph(
  notes: number,
  asked: number,
  clock: () => number,
): Promise<GraphFigures> {
  const folder = mkdtempSync(path.join(tmpdir(), 'portolan-bench-'));
  const store = openStore({
    file: path.join(folder, 'index.db'),
    model: { id: 'made', dimensions: DIMENSIONS, fingerprint: 'made' },
  });
  try {
    new MadeVault({ chunks: notes * PASSAGES, dimensions: DIMENSIONS, seed: 7 }).fill(store);
    const corpus = await loadCorpus(store, DIMENSIONS);
    await corpus.settled();
    const begun = clock();
    const { slots, lists } = await neighboursOf(corpus);
    const ms = clock() - begun;
    const laying = clock();
    layOut({ lists, seed: 1, mode: 'anew' });
    const layoutMs = clock() - laying;
    const blocks = monitorEventLoopDelay({ resolution: 5 });
    const naming = clock();
    blocks.enable();
    await regionsOf(corpus, { slots, lists }, [], 0, 1);
    blocks.disable();
    const regionsMs = clock() - naming;
    const peak = process.resourceUsage().maxRSS / 1024;
    const step = Math.max(1, Math.floor(slots.length / asked));
    let [hits, all, exactMs, rows] = [0, 0, 0, 0];
    for (let i = 0; i < slots.length; i += step) {
      const found = new Set(
        Array.from(lists.ids.subarray(i * NEIGHBOURS, (i + 1) * NEIGHBOURS), (id) => slots[id]),
      );
      const from = clock();
      const truth = topIndexes(similaritiesOf(corpus, slots[i]!), NEIGHBOURS);
      exactMs += clock() - from;
      rows++;
      all += truth.length;
      hits += truth.filter((slot) => found.has(slot)).length;
    }
    const figures = { ms, layoutMs, regionsMs, blockMs: blocks.max / 1e6, peak };
    return { notes: slots.length, ...figures, exactMs: (exactMs / rows) * slots.length, recall: hits / all };
  } finally {
    store.close();
    rmSync(folder, { recursive: true, force: true });
  }
}
