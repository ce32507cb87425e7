import { copyFileSync, mkdtempSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Tokenizer as Library } from '@huggingface/tokenizers';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { modelFiles } from '../models/catalogue.ts';
import { onnxGraph } from '../models/graph/onnx-graph.ts';
import type { LocalEmbedder } from './embedder.ts';
import { builtModels, missingModels } from './fixtures/models.ts';
import { createEmbedder } from './local-embedder.ts';
import { openTokenizer } from './open-tokenizer.ts';

const TEXTS = [
  'La marea sube y baja dos veces al día.',
  'A compass rose has thirty-two winds.',
  '我们在这里讨论注意力机制。',
  'const answer = 42; // 👍🏽',
  'مرحبا بالعالم',
  'x',
];
const background = { kind: 'passage', priority: 'background' } as const;
const interactive = { kind: 'query', priority: 'interactive' } as const;
/** Passages of some 60 tokens, each of another length than its neighbours. */
const passages = (count: number) =>
  Array.from({ length: count }, (_, n) => `Entry ${n}. ${TEXTS[n % 3]!.repeat(3 + (n % 5))}`);

const cosine = (a: Float32Array, b: Float32Array) => a.reduce((sum, x, i) => sum + x * b[i]!, 0);

/** A graph whose vectors are all zero. */
function zeroGraph(dimensions: number): Uint8Array {
  const graph = onnxGraph();
  const embeddings = graph.input('embeddings', ['batch', 'sequence', dimensions]);
  const nothing = graph.node('Mul', [embeddings, graph.scalar(0)]);
  const mean = graph.node('ReduceMean', [nothing, graph.ints(1)], { keepdims: 0 });
  graph.output('vectors', ['batch', dimensions], mean);
  return graph.finish('zero');
}

/** Whichever is built; a graphics card is the same to all. */
describe.each(builtModels().slice(0, 1))('a graphics card for $id', ({ model }) => {
  const stateDir = mkdtempSync(join(tmpdir(), 'portolan-card-'));
  afterAll(() => rmSync(stateDir, { recursive: true, force: true }));

  it('is tried beside the processor, which answers meanwhile and goes on where there is none', async () => {
    const embedder = await createEmbedder({
      model,
      threads: 1,
      precision: 'fast',
      provider: 'webgpu',
      stateDir,
    });
    try {
      expect(embedder.gpu).toEqual({ is: 'trying', provider: 'webgpu', reason: null });
      expect(await embedder.embed(['Marea'], interactive)).toHaveLength(1);
      await expect.poll(() => embedder.gpu.is, { timeout: 90_000 }).not.toBe('trying');
      expect(embedder.provider).toBe(embedder.gpu.is === 'used' ? 'webgpu' : 'cpu');
      if (embedder.gpu.is === 'failed') expect(embedder.gpu.reason).toBeTruthy();
      expect((await embedder.embed(['Marea'], interactive))[0]).toHaveLength(model.manifest.dimensions);
    } finally {
      await embedder.close();
    }
  }, 120_000);
});

it.skipIf(missingModels().length === 0)(
  `not built, so not tested: ${missingModels().join(', ')} (npm run models)`,
  (context) => context.skip(),
);

describe.each(builtModels())('createEmbedder: $id', ({ model }) => {
  let embedder: LocalEmbedder;
  beforeAll(async () => {
    embedder = await createEmbedder({ model, threads: 2, precision: 'full' });
  });
  afterAll(() => embedder.close());

  it('gives unit vectors of the manifest’s dimensions, alike for alike texts', async () => {
    const [tide, luna, bread] = (await embedder.embed(
      ['The tide rises twice a day.', 'Twice a day the tide comes in.', 'Flour, water and salt make bread.'],
      background,
    )) as Float32Array[];
    expect(tide!.length).toBe(model.manifest.dimensions);
    expect(cosine(tide!, tide!)).toBeCloseTo(1, 4);
    expect(cosine(tide!, luna!)).toBeGreaterThan(cosine(tide!, bread!));
  });

  it('gives the same vector whatever the batch-mates and their order', async () => {
    const alone: Float32Array[] = [];
    for (const text of TEXTS) alone.push((await embedder.embed([text], background))[0]!);
    const crowd = [...TEXTS, ...TEXTS.toReversed(), ...passages(20), ...TEXTS];
    const together = await embedder.embed(crowd, background);
    crowd.forEach((text, i) => {
      const at = TEXTS.indexOf(text);
      if (at >= 0) expect(cosine(together[i]!, alone[at]!)).toBeGreaterThan(0.99999);
    });
  });

  it('tells queries from passages where the model does', async () => {
    const [query] = await embedder.embed(['tides'], { kind: 'query', priority: 'background' });
    const [passage] = await embedder.embed(['tides'], background);
    const { prefixes } = model.manifest;
    if (prefixes.query === prefixes.passage) expect(query).toEqual(passage);
    else expect(cosine(query!, passage!)).toBeLessThan(0.9999);
  });

  it('takes whatever notes hold: nothing, 100,000 characters, emoji, lone surrogates, NUL', async () => {
    const odd = [
      '',
      ' ',
      'wort '.repeat(20_000),
      'x'.repeat(100_000),
      '👩‍👩‍👧‍👦'.repeat(300),
      'a\ud83db \udc00',
      '\0a\0',
      '<s></s>',
    ];
    for (const vector of await embedder.embed(odd, background)) {
      expect(vector).not.toBeNull();
      expect(cosine(vector!, vector!)).toBeCloseTo(1, 3);
    }
    expect(await embedder.embed([], background)).toEqual([]);
  });

  it('cuts to the window', async () => {
    const words = Array.from({ length: 2000 }, (_, n) => TEXTS[1]!.split(' ')[n % 6]);
    const [whole, ten] = await embedder.embed([words.join(' '), words.slice(0, 1500).join(' ')], background);
    expect(whole).toEqual(ten);
  });

  it('counts tokens without prefix and special tokens', () => {
    const read = (file: { path: string }) => JSON.parse(readFileSync(join(model.dir, file.path), 'utf8'));
    const library = new Library(read(model.manifest.tokenizer.json), read(model.manifest.tokenizer.config));
    for (const text of TEXTS)
      expect(embedder.countTokens(text)).toBe(library.encode(text, { add_special_tokens: false }).ids.length);
    const full = library.encode(model.manifest.prefixes.passage).ids.length;
    expect(embedder.passageBudget).toBe(model.manifest.window - full);
  });

  it('lets interactive texts overtake background ones', async () => {
    const order: string[] = [];
    const slow = embedder.embed(passages(120), background).then(() => order.push('background'));
    const quick = embedder.embed(['tides'], interactive).then(() => order.push('interactive'));
    await Promise.all([slow, quick]);
    expect(order).toEqual(['interactive', 'background']);
  });

  it('pauses background work only, and resumes it', async () => {
    embedder.pause();
    let done = false;
    const waiting = embedder.embed(passages(4), background).then(() => {
      done = true;
    });
    await embedder.embed(['tides'], interactive);
    await embedder.embed(['winds'], interactive);
    expect(done).toBe(false);
    embedder.resume();
    await waiting;
  });

  it('drops what waits when cancelled, and works on', async () => {
    const abort = new AbortController();
    const reason = new Error('changed my mind');
    const long = embedder.embed(passages(400), { ...background, signal: abort.signal });
    const other = embedder.embed(['tides'], background);
    abort.abort(reason);
    await expect(long).rejects.toMatchObject({ code: 'CANCELLED', cause: reason });
    expect(await other).toHaveLength(1);
    await expect(embedder.embed(['x'], { ...background, signal: abort.signal })).rejects.toMatchObject({
      code: 'CANCELLED',
    });
  });

  it('closes while it works: runs in progress end, what waits is cancelled', async () => {
    const doomed = await createEmbedder({ model, threads: 2, precision: 'fast' });
    const running = doomed.embed(['the first'], background);
    const waiting = doomed.embed(passages(300), background);
    await running;
    const closing = Promise.all([doomed.close(), doomed.close()]);
    await expect(waiting).rejects.toMatchObject({ code: 'CANCELLED' });
    await expect(doomed.embed(['late'], interactive)).rejects.toMatchObject({ code: 'CANCELLED' });
    await closing;
  });

  it('is near in 8 bits, whatever the batch-mates', async () => {
    const fast = await createEmbedder({ model, threads: 1, precision: 'fast' });
    try {
      const [a, b] = await Promise.all([
        embedder.embed(TEXTS, background),
        fast.embed([...TEXTS, ...TEXTS], background),
      ]);
      TEXTS.forEach((_, i) => {
        expect(cosine(a[i]!, b[i]!)).toBeGreaterThan(0.98);
      });
    } finally {
      await fast.close();
    }
  });

  describe('bad files', () => {
    const copies: string[] = [];
    afterAll(() => {
      for (const dir of copies) rmSync(dir, { recursive: true, force: true });
    });
    const copyOf = () => {
      const dir = mkdtempSync(join(tmpdir(), 'portolan-model-'));
      copies.push(dir);
      for (const { path } of modelFiles(model.manifest)) copyFileSync(join(model.dir, path), join(dir, path));
      return dir;
    };
    const opening = (dir: string, precision: 'auto' | 'fast' | 'full' = 'full') =>
      createEmbedder({ model: { manifest: model.manifest, dir }, threads: 1, precision });

    it('a graph cut short or of noise is MODEL_DAMAGED', async () => {
      const dir = copyOf();
      const graph = join(dir, model.manifest.graphs.full.path);
      truncateSync(graph, 1000);
      await expect(opening(dir)).rejects.toMatchObject({ code: 'MODEL_DAMAGED' });
      await expect(opening(dir, 'auto')).rejects.toMatchObject({ code: 'MODEL_DAMAGED' });
      writeFileSync(graph, 'not a graph');
      await expect(opening(dir)).rejects.toMatchObject({ code: 'MODEL_DAMAGED' });
      rmSync(graph);
      await expect(opening(dir)).rejects.toMatchObject({ code: 'MODEL_MISSING' });
    });

    it('a vector that both graphs get wrong is null, and its batch-mates are right', async () => {
      const dir = copyOf();
      const { embedding } = model.manifest;
      const odd = openTokenizer(model).encode('tides').at(-1)!;
      const words = readFileSync(join(dir, embedding.path));
      // All bits set: not a number, as a half and as a block's scale.
      const row = words.length / model.manifest.vocabulary;
      words.fill(0xff, odd * row, (odd + 1) * row);
      writeFileSync(join(dir, embedding.path), words);
      const broken = await opening(dir);
      try {
        const texts = ['winds', 'tides', 'winds'];
        const [sound] = await embedder.embed(['winds'], background);
        const [first, odd, last] = await broken.embed(texts, background);
        expect(odd).toBeNull();
        for (const vector of [first, last]) expect(cosine(vector!, sound!)).toBeGreaterThan(0.99999);
      } finally {
        await broken.close();
      }
    });

    it('a vector that only the 8-bit graph gets wrong comes from the full one', async () => {
      const dir = copyOf();
      writeFileSync(join(dir, model.manifest.graphs.fast.path), zeroGraph(model.manifest.dimensions));
      const broken = await opening(dir, 'fast');
      try {
        const [mended, sound] = await Promise.all([
          broken.embed(TEXTS, background),
          embedder.embed(TEXTS, background),
        ]);
        TEXTS.forEach((_, i) => {
          expect(cosine(mended[i]!, sound[i]!)).toBeGreaterThan(0.9999);
        });
      } finally {
        await broken.close();
      }
    });

    it('a tokenizer, word table or query mean cut short is MODEL_DAMAGED', async () => {
      for (const file of ['tokenizer.json', 'words.bin', 'query-mean.f32']) {
        const dir = copyOf();
        truncateSync(join(dir, file), 100);
        await expect(opening(dir)).rejects.toMatchObject({ code: 'MODEL_DAMAGED' });
      }
    });
  });

  it('measures once which graph is faster, remembers it, and takes a damaged memory for none', async () => {
    const stateDir = mkdtempSync(join(tmpdir(), 'portolan-state-'));
    const opened = async () => {
      const auto = await createEmbedder({ model, threads: 1, stateDir });
      await auto.close();
      return auto.precision;
    };
    try {
      writeFileSync(join(stateDir, 'precision.json'), '{"half a');
      expect(['full', 'fast']).toContain(await opened());
      if (model.manifest.graphs.full.sha256 === model.manifest.graphs.fast.sha256) return;
      const file = join(stateDir, 'precision.json');
      const verdicts = JSON.parse(readFileSync(file, 'utf8'));
      for (const [full, fast, taken] of [
        [2, 1, 'full'],
        [1, 2, 'fast'],
      ]) {
        for (const key of Object.keys(verdicts)) verdicts[key] = { full, fast };
        writeFileSync(file, JSON.stringify(verdicts));
        expect(await opened()).toBe(taken);
      }
    } finally {
      rmSync(stateDir, { recursive: true, force: true });
    }
  });
});
