/** `npm run eval -- <vault>…`: how well `related` and `search` do, measured on real vaults. */
import { availableParallelism } from 'node:os';
import { basename, join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import envPaths from 'env-paths';
import { createEmbedder } from '../src/engine/embed/local-embedder.ts';
import { findModel } from '../src/engine/models/catalogue.ts';
import { type EvalModel, type EvalVault, indexNotes, readVault } from './lib/eval/eval-vault.ts';
import { type KnownItemResult, knownItemTask } from './lib/eval/known-item-task.ts';
import { type LinksResult, linksTask } from './lib/eval/links-task.ts';
import { VectorCache } from './lib/eval/vector-cache.ts';

const HELP = `Usage: npm run eval -- VAULT… [options]

Held-out links: notes with at least two linked notes are asked for without their links; those should come back.
Known items (--search): a note's title, taken out of its text, should find the note.

  --model ID       model to embed with (the best that is built)
  --precision P    full (default), fast or auto
  --sample N       notes asked for in each vault, at most
  --strip WHAT     asked (default): only the asked note is without links; others keep theirs in their text.
                   all: no note's text has links, so that none can give away what it is linked with
  --search         known items too
  --json           figures as JSON
  --cache FOLDER   where vectors are kept between runs (the user's cache folder)
  --help`;

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    model: { type: 'string' },
    precision: { type: 'string', default: 'full' },
    sample: { type: 'string' },
    search: { type: 'boolean', default: false },
    strip: { type: 'string', default: 'asked' },
    json: { type: 'boolean', default: false },
    cache: { type: 'string' },
    help: { type: 'boolean', default: false },
  },
});
const sample = values.sample === undefined ? undefined : Number(values.sample);
const badSample = sample !== undefined && !(Number.isInteger(sample) && sample > 0);
const badStrip = !['asked', 'all'].includes(values.strip);
if (values.help || positionals.length === 0 || badSample || badStrip) {
  console.log(HELP);
  process.exit(values.help ? 0 : 2);
}

const found = findModel(values.model === undefined ? {} : { id: values.model });
const cacheDir = resolve(values.cache ?? join(envPaths('portolan', { suffix: '' }).cache, 'eval'));
const precision = values.precision as 'full' | 'fast' | 'auto';
const embedder = await createEmbedder({
  model: found,
  precision,
  stateDir: cacheDir,
  threads: availableParallelism(),
});
const { id, dimensions } = found.manifest;
const cache = new VectorCache(join(cacheDir, `${id}-${embedder.precision}.vectors`), dimensions);

interface Result {
  readonly vault: string;
  readonly notes: number;
  readonly chunks: number;
  readonly model: string;
  readonly strip: string;
  readonly links: LinksResult;
  readonly search: KnownItemResult | null;
}

const progress = (what: string, done: number, total: number) => {
  if (process.stderr.isTTY) process.stderr.write(`\r\u001b[K${what} ${done} / ${total}`);
};
const clear = () => process.stderr.isTTY && process.stderr.write('\r\u001b[K');

const results: Result[] = [];
try {
  for (const root of positionals) {
    const { notes, attachments } = await readVault(resolve(root));
    const model = { embedder, cache, progress };
    const vault = await indexNotes(notes, attachments, model, { linksInText: values.strip === 'asked' });
    const result = await measure(vault, model, basename(resolve(root))).finally(() => vault.close());
    clear();
    results.push(result);
    if (!values.json) print(result);
  }
} finally {
  await embedder.close();
}
if (values.json) console.log(JSON.stringify(results, null, 2));

async function measure(vault: EvalVault, model: EvalModel, name: string): Promise<Result> {
  const links = await linksTask(vault, model, sample);
  const search = values.search ? await knownItemTask(vault, model, sample) : null;
  const { notes, chunks } = vault.store.counts();
  return { vault: name, model: id, strip: values.strip, notes, chunks, links, search };
}

function print(result: Result): void {
  const { vault, model, strip, notes, chunks, links, search } = result;
  console.log(`\n${vault}: ${notes} notes, ${chunks} passages, ${model}`);
  table(`links (${strip}), n = ${links.n}`, ['recall', 'ndcg', 'mrr', 'hit'], links.systems);
  if (search) table(`known items, n = ${search.n}`, ['first', 'hit', 'mrr'], search.systems);
}

function table<K extends string>(
  title: string,
  columns: readonly K[],
  rows: Record<string, Record<K, number>>,
): void {
  console.log(`  ${title.padEnd(26)}${columns.map((c) => c.padStart(8)).join('')}`);
  for (const [name, row] of Object.entries(rows))
    console.log(`  ${name.padEnd(26)}${columns.map((c) => row[c].toFixed(3).padStart(8)).join('')}`);
}
