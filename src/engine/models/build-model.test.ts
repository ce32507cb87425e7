import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, utimesSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { buildModel } from './build-model.ts';
import { TINY_CARD, tinyIngredients } from './fixtures/tiny.ts';
import { ModelManifest } from './manifest.ts';

const texts = { titles: ['tea', 'the sea', 'a walk in the hills', 'bees'], oddities: ['', 'zzz'] };

let modelsDir = '';
beforeEach(() => {
  modelsDir = mkdtempSync(join(tmpdir(), 'portolan-build-'));
});
afterEach(() => rmSync(modelsDir, { recursive: true, force: true }));

const contents = (folder: string) =>
  new Map(readdirSync(folder).map((name) => [name, readFileSync(join(folder, name)).toString('base64')]));

it('gives the same bytes for the same ingredients', async () => {
  const first = contents(await buildModel(TINY_CARD, tinyIngredients(), { modelsDir, texts }));
  const second = contents(await buildModel(TINY_CARD, tinyIngredients(), { modelsDir, texts }));
  expect([...first.keys()].toSorted()).toEqual([
    'fast.onnx',
    'full.onnx',
    'manifest.json',
    'query-mean.f32',
    'static.f32',
    'token-weights.f32',
    'tokenizer.json',
    'tokenizer_config.json',
    'words.bin',
  ]);
  expect(second).toEqual(first);
});

it('gives other bytes for other weights', async () => {
  const first = contents(await buildModel(TINY_CARD, tinyIngredients(1), { modelsDir, texts }));
  const second = contents(await buildModel(TINY_CARD, tinyIngredients(2), { modelsDir, texts }));
  for (const name of ['fast.onnx', 'full.onnx', 'query-mean.f32', 'static.f32', 'words.bin'])
    expect(second.get(name)).not.toBe(first.get(name));
});

it('writes down what the model is', async () => {
  const folder = await buildModel(TINY_CARD, tinyIngredients(), { modelsDir, texts });
  const manifest = ModelManifest.parse(JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8')));
  expect(manifest).toMatchObject({
    id: 'tiny',
    source: 'random numbers',
    dimensions: 64,
    window: 32,
    vocabulary: 60,
    prefixes: { query: 'q ', passage: 'p ' },
    embedding: { encoding: 'q4_0', bytes: 60 * 36 },
    static: { dimensions: 64, components: { bytes: 64 * 64 * 4 }, weights: { bytes: 60 * 4 } },
  });
});

it('leaves the old model, and nothing else, when it is stopped or fails', async () => {
  await buildModel(TINY_CARD, tinyIngredients(), { modelsDir, texts });
  const before = contents(join(modelsDir, 'tiny'));
  const stop = new AbortController();
  const stopped = buildModel(TINY_CARD, tinyIngredients(2), {
    modelsDir,
    texts,
    signal: stop.signal,
    step: (what) => what.startsWith('8-bit') || stop.abort(),
  });
  await expect(stopped).rejects.toMatchObject({ code: 'CANCELLED' });
  const broken = { ...tinyIngredients(2), tokenizer: { json: {}, config: {}, padId: 0 } };
  await expect(buildModel(TINY_CARD, broken, { modelsDir, texts })).rejects.toThrow();
  expect(readdirSync(modelsDir)).toEqual(['tiny']);
  expect(contents(join(modelsDir, 'tiny'))).toEqual(before);
});

it('clears away what a killed build left, but not what another is building', async () => {
  for (const name of ['.tiny-old', '.tiny-new', '.other-old']) mkdirSync(join(modelsDir, name));
  const longAgo = new Date(Date.now() - 2 * 60 * 60 * 1000);
  for (const name of ['.tiny-old', '.other-old']) utimesSync(join(modelsDir, name), longAgo, longAgo);
  await buildModel(TINY_CARD, tinyIngredients(), { modelsDir, texts });
  expect(readdirSync(modelsDir).toSorted()).toEqual(['.other-old', '.tiny-new', 'tiny']);
});
