/**
 * Embedding: ours in 8 bits and in full precision beside transformers.js on the same weights and texts, in one
 * interleaved run, with the machine's peak. `npm run bench -- embedding [--vault DIR] [--model ID] [--passages 240]
 * [--tokens 120] [--rounds 3] [--threads 2] [--hide vnni|avx512]`: the last runs it as on a CPU without VNNI, or without
 * any of AVX-512.
 */
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type { Embedder } from '../src/engine/embed/embedder.ts';
import { createEmbedder } from '../src/engine/embed/local-embedder.ts';
import { openTokenizer } from '../src/engine/embed/open-tokenizer.ts';
import { defaultModelsDir, findModel, MODEL_IDS } from '../src/engine/models/catalogue.ts';
import type { EncoderConfig } from '../src/engine/models/weights/encoder-weights.ts';
import { fidelity } from './lib/fidelity.ts';
import { HIDEABLE, withoutFeatures } from './lib/hidden-features.ts';
import { ingredientsOf, writeHubFolder } from './lib/hub-folder.ts';
import { type Latency, queryLatency } from './lib/latency.ts';
import { passagesOf } from './lib/passages.ts';
import { openPeak } from './lib/peak.ts';
import { machine, median, table } from './lib/report.ts';
import { stopwatch } from './lib/stopwatch.ts';
import { type Answer, openPeer } from './lib/transformers-peer.ts';

const { values } = parseArgs({
  options: {
    vault: { type: 'string', default: join(import.meta.dirname, '../resources/sample-vault') },
    model: { type: 'string' },
    passages: { type: 'string', default: '240' },
    tokens: { type: 'string', default: '120' },
    rounds: { type: 'string', default: '3' },
    threads: { type: 'string', default: '2' },
    hide: { type: 'string' },
    help: { type: 'boolean' },
  },
});
if (values.help) {
  console.log(
    'Usage: npm run bench -- embedding [--vault DIR] [--model ID] [--passages 240] [--tokens 120] [--rounds 3] [--threads 2] [--hide vnni|avx512]',
  );
  process.exit(0);
}
if (values.hide !== undefined) {
  if (!HIDEABLE.some((what) => what === values.hide))
    throw new Error(`--hide takes ${HIDEABLE.join(' or ')}`);
  withoutFeatures(values.hide);
}
const [passages, tokens, rounds, threads] = (['passages', 'tokens', 'rounds', 'threads'] as const).map(
  (key) => Number(values[key]),
) as [number, number, number, number];

/** The peer's settings: batch size, sorted by length or as they come. */
const SETTINGS = [
  [1, false],
  [8, true],
  [32, false],
] as const;

interface Entry {
  readonly name: string;
  readonly embed: (texts: readonly string[]) => Promise<Answer>;
  /** Tokens per second, by round. */
  readonly rates: number[];
  /** Milliseconds of all cores together per passage, by round: steadier than rates where others use the machine. */
  readonly work: number[];
  vectors: readonly Float32Array[];
}

/** Multiplications and additions of one token's way through the encoder, in 10⁹. */
const workPerToken = ({ dimensions: d, feedForward: f, layers }: EncoderConfig, length: number) =>
  (layers * (2 * (4 * d * d + 2 * d * f) + 4 * length * d)) / 1e9;

/** Names in the report of those that others are compared with. */
const FAST = 'Portolan, 8 bits';
const FULL = 'Portolan, full';
const REFERENCE = 'transformers.js fp32, one by one';

async function benchmark(id: string): Promise<void> {
  const made = await ingredientsOf(id);
  if (!made) return console.log(`${id}: its weights are not in the cache; run “npm run models”.`);
  const { card, from } = made;
  const model = findModel({ id });
  const folder = join(mkdtempSync(join(tmpdir(), 'portolan-bench-')), id);
  const closing: (() => Promise<void>)[] = [];
  const entries: Entry[] = [];
  const ours: { name: string; embedder: Embedder }[] = [];
  const enter = (name: string, embed: Entry['embed']) =>
    entries.push({ name, embed, rates: [], work: [], vectors: [] });
  try {
    for (const [name, precision] of [
      [FAST, 'fast'],
      [FULL, 'full'],
    ] as const) {
      const embedder = await createEmbedder({ model, precision, threads });
      closing.push(() => embedder.close());
      ours.push({ name, embedder });
      enter(name, async (texts) => {
        const stop = stopwatch();
        const vectors = await embedder.embed(texts, { kind: 'passage', priority: 'background' });
        if (vectors.includes(null)) throw new Error(`${name} gave an impossible vector`);
        return { ...stop(), vectors: vectors as Float32Array[] };
      });
    }
    writeHubFolder(id, folder);
    for (const dtype of ['q8', 'fp32'] as const) {
      const peer = await openPeer(folder, dtype);
      closing.push(() => peer.release());
      for (const [batch, sorted] of SETTINGS) {
        const how = batch === 1 ? 'one by one' : `batches of ${batch}${sorted ? ' by length' : ''}`;
        enter(`transformers.js ${dtype}, ${how}`, (texts) =>
          peer.embed({ texts: texts.map((text) => card.prefixes.passage + text), batch, sorted }),
        );
      }
    }
    const peaks = { fast: await openPeak(8, threads), full: await openPeak(32, threads) };
    closing.push(peaks.fast.release, peaks.full.release);
    const peak = { fast: 0, full: 0 };

    const { count } = openTokenizer(model);
    const texts = passagesOf(values.vault, passages, tokens, count);
    const total = texts.reduce((sum, text) => sum + count(text), 0);
    console.log(`\n${id}: ${texts.length} passages of ${(total / texts.length).toFixed(0)} tokens`);
    // The first round only warms up, on a part of the texts.
    for (let round = 0; round <= rounds; round++) {
      for (const bits of ['fast', 'full'] as const)
        for (let i = 0; i < 5; i++) peak[bits] = Math.max(peak[bits], await peaks[bits].measure());
      for (const entry of entries) {
        const { wall, cpu, vectors } = await entry.embed(round === 0 ? texts.slice(0, 16) : texts);
        entry.vectors = vectors;
        if (round === 0) continue;
        entry.rates.push((total / wall) * 1000);
        entry.work.push(cpu / texts.length);
      }
    }
    report(entries, peak, workPerToken(from.encoder.config, tokens));
    for (const { name, embedder } of ours) reportLatency(name, await queryLatency(embedder, texts));
  } finally {
    for (const close of closing) await close();
    rmSync(join(folder, '..'), { recursive: true, force: true });
  }
}

function report(entries: readonly Entry[], peak: { fast: number; full: number }, work: number): void {
  const reference = entries.find((entry) => entry.name === REFERENCE)!;
  const rows = entries.map((entry) => {
    const { mean, least, overlap } = fidelity(entry.vectors, reference.vectors);
    const rate = median(entry.rates);
    return [
      entry.name,
      Math.round(rate),
      (rate / tokens).toFixed(1),
      median(entry.work).toFixed(1),
      Math.round(rate * work),
      mean.toFixed(4),
      least.toFixed(4),
      overlap.toFixed(3),
    ];
  });
  table(
    [
      '',
      'tokens/s',
      `passages/s of ${tokens}`,
      'CPU ms each',
      'Gop/s',
      'cosine, centred',
      'least',
      'overlap@10',
    ],
    rows,
  );
  console.log(
    `Peak through ONNX Runtime: u8 × s8 ${Math.round(peak.fast)} Gop/s, float32 ${Math.round(peak.full)} Gop/s`,
  );
  ratios(entries, FAST, 'q8', work / peak.fast);
  ratios(entries, FAST, 'fp32', work / peak.fast);
  ratios(entries, FULL, 'fp32', work / peak.full);
}

function reportLatency(name: string, { p50, p95, worst, queries }: Latency): void {
  const ms = [p50, p95, worst].map((time) => time.toFixed(0)).join(' / ');
  console.log(`${name}: a query while indexing, p50 / p95 / worst of ${queries}: ${ms} ms`);
}

/** Against the peer's best setting of a precision, round by round, so that a busy machine weighs on both alike. */
function ratios(entries: readonly Entry[], ours: string, dtype: string, perPeak: number): void {
  const mine = entries.find((entry) => entry.name === ours)!;
  const theirs = entries.filter((entry) => entry.name.includes(` ${dtype},`));
  const best = theirs.reduce((a, b) => (median(b.rates) > median(a.rates) ? b : a));
  const each = mine.rates.map((rate, round) => rate / best.rates[round]!);
  const share = median(mine.rates) * perPeak;
  console.log(
    `${ours}: ${median(each).toFixed(2)} × ${best.name} (rounds ${each.map((r) => r.toFixed(2)).join(', ')}); ${share.toFixed(2)} of the peak`,
  );
}

console.log(machine());
for (const id of values.model ? [values.model] : MODEL_IDS.toReversed())
  if (existsSync(join(defaultModelsDir(), id))) await benchmark(id);
  else console.log(`${id} is not built: run “npm run models”.`);
