import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { throwIfCancelled } from '../../common/cancel.ts';
import type { CalibrationTexts } from './calibration-texts.ts';
import type { EmbeddingTable } from './embedding-table.ts';
import { sha256 } from './fetch/checksum.ts';
import { fullArithmetic } from './graph/arithmetic.ts';
import { encoderGraph } from './graph/encoder-graph.ts';
import { fastArithmetic } from './graph/fast-arithmetic.ts';
import { madeBy } from './made-by.ts';
import { ModelManifest } from './manifest.ts';
import { measure } from './measure.ts';
import type { Ingredients, ModelCard } from './recipe.ts';
import { principalComponents } from './static/components.ts';
import { scoredWeights } from './static/token-weights.ts';
import { encodeAs, type StoredTensor } from './weights/source.ts';

export interface BuildOptions {
  /** Folder that holds one folder per model; made if missing. */
  readonly modelsDir: string;
  readonly texts: CalibrationTexts;
  /** Told before each step, in words. */
  readonly step?: (what: string) => void;
  readonly signal?: AbortSignal;
}

/** Components that are kept: across languages, 256 find no more translated pages than 128. */
const STATIC_DIMENSIONS = 128;

/**
 * Builds a model's folder: tokenizer, word table and its components, both graphs, query mean and manifest. The folder appears whole or
 * not at all; an older one is replaced. The same ingredients give the same bytes. Resolves to the folder;
 * rejects with CANCELLED.
 */
export async function buildModel(card: ModelCard, from: Ingredients, options: BuildOptions): Promise<string> {
  const { modelsDir, texts, signal } = options;
  const step = (what: string) => {
    throwIfCancelled(signal);
    options.step?.(what);
  };
  mkdirSync(modelsDir, { recursive: true });
  removeStale(modelsDir, card.id);
  const folder = mkdtempSync(join(modelsDir, `.${card.id}-`));
  const write = (path: string, bytes: Uint8Array | string) => {
    const data = typeof bytes === 'string' ? Buffer.from(bytes) : bytes;
    writeFileSync(join(folder, path), data);
    return { path, bytes: data.length, sha256: sha256(data) };
  };
  try {
    step('tokenizer and word table');
    const words = encodeAs(from.encoder.words(), card.wordEncoding);
    const tokenizer = {
      json: write('tokenizer.json', JSON.stringify(from.tokenizer.json)),
      config: write('tokenizer_config.json', JSON.stringify(from.tokenizer.config)),
      padId: from.tokenizer.padId,
    };
    const embedding = { ...write('words.bin', words.bytes), encoding: words.encoding };
    step('components of the word table');
    const table = tableOf(words, card, from.encoder.config.vocabulary);
    const weights = scoredWeights(from.tokenizer.json, table.rows);
    const kept = Math.min(STATIC_DIMENSIONS, card.dimensions);
    const components = principalComponents(table, (token) => weights?.[token] ?? 1, kept);
    const parts = {
      dimensions: kept,
      components: write('static.f32', new Uint8Array(components.buffer)),
      weights: weights ? write('token-weights.f32', new Uint8Array(weights.buffer)) : null,
    };
    step('full-precision graph');
    const full = write('full.onnx', encoderGraph(from.encoder, fullArithmetic(), card.id));
    step('calibration and mean of queries');
    const { queryMean, activations } = await measure(card, from, table, texts);
    step('8-bit graph');
    const fast = write('fast.onnx', encoderGraph(from.encoder, fastArithmetic(activations), card.id));
    const { wordEncoding: _, ...known } = card;
    const manifest: ModelManifest = {
      format: 1,
      ...known,
      source: from.source,
      made: madeBy(texts),
      vocabulary: from.encoder.config.vocabulary,
      tokenizer,
      embedding,
      graphs: { full, fast },
      static: parts,
      queryMean: write('query-mean.f32', new Uint8Array(queryMean.buffer)),
    };
    write('manifest.json', `${JSON.stringify(ModelManifest.parse(manifest), null, 2)}\n`);
    chmodSync(folder, 0o755); // mkdtemp keeps others out
    const target = join(modelsDir, card.id);
    replaceFolder(folder, target);
    return target;
  } finally {
    rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
  }
}

function tableOf(words: StoredTensor, { dimensions }: ModelCard, rows: number): EmbeddingTable {
  const buffer = new SharedArrayBuffer(words.bytes.length);
  new Uint8Array(buffer).set(words.bytes);
  return { buffer, encoding: words.encoding, dimensions, rows };
}

/** Puts `folder` in the place of `target`; readers that have the old files open keep them. */
function replaceFolder(folder: string, target: string): void {
  const old = `${folder}.old`;
  for (let attempt = 0; ; attempt++) {
    if (existsSync(target)) renameSync(target, old);
    try {
      renameSync(folder, target);
      break;
    } catch (error) {
      // Another build may have put its own there in between.
      if (attempt === 2) throw error;
    } finally {
      rmSync(old, { recursive: true, force: true, maxRetries: 3 });
    }
  }
}

/** No build takes this long: what is older was left by one that was killed. */
const STALE_AFTER = 60 * 60 * 1000;

function removeStale(modelsDir: string, id: string): void {
  for (const name of readdirSync(modelsDir)) {
    const path = join(modelsDir, name);
    const modified = statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? Number.POSITIVE_INFINITY;
    if (name.startsWith(`.${id}-`) && Date.now() - modified > STALE_AFTER)
      rmSync(path, { recursive: true, force: true, maxRetries: 3 });
  }
}
