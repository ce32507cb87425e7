/**
 * `related` and `search` (without the query's embedding) over a real store filled with made-up notes: topics, Zipf's
 * words, linked notes, vectors that lie as e5's do.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type { Filter } from '../src/contract/filter.ts';
import { type Corpus, loadCorpus } from '../src/engine/search/corpus.ts';
import { dot } from '../src/engine/search/evidence.ts';
import { byMeaning } from '../src/engine/search/meaning.ts';
import { relatedPassages } from '../src/engine/search/passages/related-passages.ts';
import { plainQuestion } from '../src/engine/search/query/question.ts';
import { related } from '../src/engine/search/related.ts';
import { answer } from '../src/engine/search/search.ts';
import { seeded, vectorMaker } from '../src/engine/search/vectors/made-vectors.ts';
import { openStore } from '../src/engine/store/open.ts';
import { MadeVault } from './lib/made-vault.ts';
import { machine, table } from './lib/report.ts';
import { clockOf, watchBlocks } from './lib/stopwatch.ts';

const { values } = parseArgs({
  options: {
    chunks: { type: 'string', default: '10000,50000' },
    dimensions: { type: 'string', default: '384' },
    queries: { type: 'string', default: '200' },
    cpu: { type: 'boolean', default: false },
    help: { type: 'boolean', default: false },
  },
});
/** Milliseconds; of this thread's own work where the machine is shared with others (`--cpu`). */
const clock = clockOf(values.cpu);
const sizes = values.chunks.split(',').map(Number);
const [dimensions, queries] = [Number(values.dimensions), Number(values.queries)];
if (values.help || [...sizes, dimensions, queries].some((n) => !(n > 0))) {
  console.log(
    'Usage: npm run bench -- search [--chunks 10000,50000,200000,500000] [--dimensions 384] [--queries 200] [--cpu]',
  );
  process.exit(values.help ? 0 : 2);
}

console.log(machine());
const rows: (string | number)[][] = [];
for (const size of sizes) rows.push(await measure(size));
const head = ['passages', 'notes', 'load s', 'longest block ms', 'B / passage', 'words MB', 'recall@10'];
const times = ['nearest p95', 'related p50', 'related p95', 'search p50', 'search p95', 'passages p95'];
table([...head, ...times, 'filtered p95'], rows);
console.log(
  'Times of nearest, related, search and related passages in ms; B / passage includes the note vectors.',
);

async function measure(chunks: number): Promise<(string | number)[]> {
  const folder = mkdtempSync(join(tmpdir(), 'portolan-bench-'));
  const store = openStore({
    file: join(folder, 'index.db'),
    model: { id: 'made', dimensions, fingerprint: 'made' },
  });
  try {
    const made = new MadeVault({ chunks, dimensions, seed: 7 });
    const ids = made.fill(store);
    const { corpus, seconds, block } = await load(store);
    const random = seeded(3);
    const pick = <T>(items: readonly T[]): T => items[Math.floor(random() * items.length)]!;
    const maker = vectorMaker(dimensions, { seed: 7, topics: made.topics });
    const asked = Array.from({ length: queries }, () => ({
      id: pick(ids),
      question: plainQuestion(made.question(random)),
      vector: corpus.passages.centring.centre(maker.vector(Math.floor(random() * made.topics)), 'es'),
    }));
    const nearest = await timed(asked, ({ vector }) => byMeaning(corpus, vector, []));
    const relatedMs = await timed(asked, ({ id }) => related(corpus, id, { limit: 10, unlinkedOnly: false }));
    const read = (id: number) => ({ note: store.notes.byId(id)!, at: store.chunks.ofNote(id)[2]! });
    const passages = (more: { unlinkedOnly: boolean; filter?: Filter }) =>
      timed(
        asked.map(({ id }) => read(id)),
        ({ note, at }) => relatedPassages(corpus, note, { at, limit: 10, ...more }),
      );
    const passagesMs = await passages({ unlinkedOnly: false });
    const filteredMs = await passages({ unlinkedOnly: true, filter: { languages: ['es'] } });
    const searchMs = await timed(asked, ({ question, vector }) => answer(corpus, question, 'es', vector, 10));
    const recall = recallOf(
      corpus,
      asked.slice(0, 50).map(({ vector }) => vector),
    );
    return [
      chunks,
      ids.length,
      seconds.toFixed(2),
      block.toFixed(0),
      Math.round(corpus.passages.bytes / chunks),
      (corpus.words.bytes / 2 ** 20).toFixed(0),
      recall.toFixed(3),
      nearest.p95,
      relatedMs.p50,
      relatedMs.p95,
      searchMs.p50,
      searchMs.p95,
      passagesMs.p95,
      filteredMs.p95,
    ];
  } finally {
    store.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Loads a corpus, and watches how long the thread is held meanwhile. */
async function load(store: Parameters<typeof loadCorpus>[0]) {
  const longestBlock = watchBlocks(clock);
  const start = clock();
  const corpus = await loadCorpus(store, dimensions);
  return { corpus, seconds: (clock() - start) / 1000, block: longestBlock() };
}

async function timed<T>(
  items: readonly T[],
  run: (item: T) => unknown,
): Promise<{ p50: string; p95: string }> {
  for (const item of items.slice(0, 10)) await run(item);
  const times: number[] = [];
  for (const item of items) {
    const start = clock();
    await run(item);
    times.push(clock() - start);
  }
  times.sort((a, b) => a - b);
  const at = (share: number) =>
    times[Math.min(times.length - 1, Math.floor(times.length * share))]!.toFixed(1);
  return { p50: at(0.5), p95: at(0.95) };
}

/** Of the ten nearest by the exact centred cosines, how many the index finds. */
function recallOf(corpus: Corpus, asked: readonly Float32Array[]): number {
  const { centring } = corpus.passages;
  const best = asked.map(() => [] as { id: number; cosine: number }[]);
  const chunks = [...corpus.source.chunks.all()];
  for (let from = 0; from < chunks.length; from += 1000) {
    const batch = chunks.slice(from, from + 1000);
    const vectors = corpus.source.vectors.get(batch.map((chunk) => chunk.hash));
    for (const { id, noteId, hash } of batch) {
      const slot = corpus.notes.slotOf(noteId)!;
      const centred = centring.centre(vectors.get(hash)!, corpus.notes.languageOf(slot));
      for (const [q, query] of asked.entries()) {
        const cosine = dot(query, centred);
        if (best[q]!.length === 10 && cosine <= best[q]![9]!.cosine) continue;
        best[q]!.push({ id, cosine });
        best[q]!.sort((a, b) => b.cosine - a.cosine).splice(10);
      }
    }
  }
  let found = 0;
  for (const [q, query] of asked.entries()) {
    const near = byMeaning(corpus, query, [])
      .sort((a, b) => b.score - a.score)
      .slice(0, 10);
    found += near.filter(({ chunkId }) => best[q]!.some(({ id }) => id === chunkId)).length;
  }
  return found / (asked.length * 10);
}
