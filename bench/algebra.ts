/**
 * Algebra and axes with the real model's embedding of their words, and near-duplicates, over a store filled with
 * made-up notes: topics, Zipf's words, vectors that lie as e5's do.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { createEmbedder } from '../src/engine/embed/local-embedder.ts';
import { findModel } from '../src/engine/models/catalogue.ts';
import { algebra } from '../src/engine/search/algebra/algebra.ts';
import { axis } from '../src/engine/search/algebra/axis.ts';
import { loadCorpus } from '../src/engine/search/corpus.ts';
import { NearDuplicates } from '../src/engine/search/duplicates/near-duplicates.ts';
import { translations } from '../src/engine/search/duplicates/translations.ts';
import { seeded } from '../src/engine/search/vectors/made-vectors.ts';
import { openStore } from '../src/engine/store/open.ts';
import { MadeVault } from './lib/made-vault.ts';
import { machine, table } from './lib/report.ts';
import { clockOf, watchBlocks } from './lib/stopwatch.ts';

const { values } = parseArgs({
  options: {
    chunks: { type: 'string', default: '50000' },
    queries: { type: 'string', default: '100' },
    model: { type: 'string' },
    cpu: { type: 'boolean', default: false },
    help: { type: 'boolean', default: false },
  },
});
/** Milliseconds; of this thread's own work, embedding left out, where the machine is shared with others (`--cpu`). */
const clock = clockOf(values.cpu);
const sizes = values.chunks.split(',').map(Number);
const queries = Number(values.queries);
if (values.help || [...sizes, queries].some((n) => !(n > 0))) {
  console.log('Usage: npm run bench -- algebra [--chunks 10000,50000] [--queries 100] [--model id] [--cpu]');
  process.exit(values.help ? 0 : 2);
}
const WORDS = [
  'king',
  'man',
  'woman',
  'la mar en calma',
  'tokenization',
  'red neuronal',
  'winter',
  'a long walk',
];

console.log(machine());
const model = findModel(values.model ? { id: values.model } : {});
const embedder = await createEmbedder({ model });
const rows: (string | number)[][] = [];
for (const size of sizes) rows.push(await measure(size));
await embedder.close();
table(
  [
    'passages',
    'notes',
    'two words p50',
    'p95',
    'of notes p50',
    'p95',
    'algebra p50',
    'p95',
    'axis p50',
    'p95',
    'sketch s',
    'all pairs s',
    'one note ms',
    'all known ms',
  ].concat(['translations s', 'longest block ms']),
  rows,
);
console.log(
  `Times of algebra and axis in ms, their words embedded by ${model.manifest.id} (${embedder.precision}).`,
);

async function measure(chunks: number): Promise<(string | number)[]> {
  const folder = mkdtempSync(join(tmpdir(), 'portolan-bench-'));
  const { dimensions } = model.manifest;
  const store = openStore({
    file: join(folder, 'index.db'),
    model: { id: 'made', dimensions, fingerprint: 'made' },
  });
  try {
    const ids = new MadeVault({ chunks, dimensions, seed: 7 }).fill(store);
    const corpus = await loadCorpus(store, dimensions);
    const random = seeded(5);
    const pick = <T>(items: readonly T[]): T => items[Math.floor(random() * items.length)]!;
    const noteName = () => store.notes.byId(pick(ids))!.path;
    const get = async () => embedder;
    const asked = await timed(() =>
      algebra(
        corpus,
        get,
        `[[${noteName()}]] - "${pick(WORDS)}" + ${pick(WORDS)} ${Math.floor(random() * 1e6)}`,
        { limit: 10 },
      ),
    );
    const axes = await timed(() =>
      axis(corpus, get, {
        from: `${pick(WORDS)} ${Math.floor(random() * 1e6)}`,
        to: `[[${noteName()}]], snow`,
        limit: 20,
      }),
    );
    const words = await timed(() =>
      embedder.embed([pick(WORDS), `${pick(WORDS)} ${Math.floor(random() * 1e6)}`], {
        kind: 'query',
        priority: 'interactive',
      }),
    );
    const notesOnly = await timed(() =>
      algebra(corpus, get, `[[${noteName()}]] - [[${noteName()}]] + 2*[[${noteName()}]]`, { limit: 10 }),
    );
    const near = new NearDuplicates(store);
    const watch = watchBlocks();
    const sketch = await seconds(() => near.refresh());
    const one = await seconds(() => near.of(pick(ids)));
    const pairs = await seconds(() => near.all());
    const translated = await seconds(() => translations(corpus, near, undefined));
    const again = await seconds(() => near.of(pick(ids)));
    const block = watch();
    return [
      chunks,
      ids.length,
      ...words,
      ...notesOnly,
      ...asked,
      ...axes,
      sketch.toFixed(1),
      pairs.toFixed(1),
      (one * 1000).toFixed(0),
      (again * 1000).toFixed(0),
      translated.toFixed(1),
      block.toFixed(0),
    ];
  } finally {
    store.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

async function timed(run: () => Promise<unknown>): Promise<[p50: string, p95: string]> {
  for (let i = 0; i < 10; i++) await run();
  const times: number[] = [];
  for (let i = 0; i < queries; i++) times.push((await seconds(run)) * 1000);
  times.sort((a, b) => a - b);
  const at = (share: number) =>
    times[Math.min(times.length - 1, Math.floor(times.length * share))]!.toFixed(1);
  return [at(0.5), at(0.95)];
}

async function seconds(run: () => Promise<unknown>): Promise<number> {
  const start = clock();
  await run();
  return (clock() - start) / 1000;
}
