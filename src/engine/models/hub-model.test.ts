import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { buildModel } from './build-model.ts';
import { findModel } from './catalogue.ts';
import { sha256 } from './fetch/checksum.ts';
import { type FileServer, fileServer, files } from './fixtures/file-server.ts';
import { safetensorsOf, TINY_CARD, TINY_CONFIG, tinyPieces, tinyTensors } from './fixtures/tiny.ts';
import { hubIngredients } from './hub-model.ts';

const REPOSITORY = 'someone/tiny';
const PREFIX = `/${REPOSITORY}/resolve/main`;
const weights = safetensorsOf(tinyTensors());
const tokenizer = { model: { type: 'Unigram', unk_id: 3, vocab: tinyPieces() }, normalizer: null };
const bytes = (value: unknown) => Buffer.from(JSON.stringify(value));
const WHOLE = {
  [`${PREFIX}/config.json`]: bytes(TINY_CONFIG),
  [`${PREFIX}/tokenizer.json`]: bytes(tokenizer),
  [`${PREFIX}/model.safetensors`]: weights,
};

let folder = '';
let server: FileServer | undefined;
const endpoint = process.env.HF_ENDPOINT;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'portolan-hub-'));
});
afterEach(async () => {
  await server?.close();
  if (endpoint === undefined) delete process.env.HF_ENDPOINT;
  else process.env.HF_ENDPOINT = endpoint;
  rmSync(folder, { recursive: true, force: true });
});

/** A stand-in for the Hub that names the SHA-256 of its large files, as the Hub does. */
async function serve(contents: Record<string, Uint8Array>, sum = sha256(weights)): Promise<FileServer> {
  const linked = (path: string): Record<string, string> =>
    path.endsWith('.safetensors') ? { 'x-linked-etag': `"${sum}"` } : {};
  server = await fileServer(files(contents, linked));
  process.env.HF_ENDPOINT = `${server.url}/`;
  return server;
}

const fetchTiny = () => hubIngredients(TINY_CARD, REPOSITORY, folder, { pause: 1, attempts: 2 });

describe('a model from the Hub', () => {
  it('is built like any other', async () => {
    await serve(WHOLE);
    const ingredients = await fetchTiny();
    expect(ingredients.source).toContain(sha256(weights));
    const modelsDir = join(folder, 'models');
    await buildModel(TINY_CARD, ingredients, {
      modelsDir,
      texts: { titles: ['sea', 'tea'], oddities: [''] },
    });
    const { manifest } = findModel({ modelsDir, id: 'tiny' });
    expect(manifest.embedding.encoding).toBe('q4_0');
    expect(manifest.tokenizer.padId).toBe(1);
  });

  it('has its matrices rounded to 4 bits, and nothing else', async () => {
    await serve(WHOLE);
    const { encoder } = await fetchTiny();
    const levels = new Set(encoder.layers[0]!.up.weight().subarray(0, 32));
    expect(levels.size).toBeLessThanOrEqual(16);
    const exact = tinyTensors().get('encoder.layer.0.intermediate.dense.bias')!.values;
    expect(encoder.layers[0]!.up.bias()).toEqual(exact);
  });

  it('is not fetched again when it is there and whole', async () => {
    const { requests } = await serve(WHOLE);
    await fetchTiny();
    const before = requests.filter(({ method }) => method === 'GET').length;
    await fetchTiny();
    expect(requests.filter(({ method }) => method === 'GET')).toHaveLength(before);
  });

  it('is refused when a file is not what the Hub says it is', async () => {
    await serve(WHOLE, sha256(Buffer.from('something else')));
    await expect(fetchTiny()).rejects.toMatchObject({ code: 'DOWNLOAD_DAMAGED' });
  });

  it('is refused when a file is missing', async () => {
    const { [`${PREFIX}/tokenizer.json`]: _, ...rest } = WHOLE;
    await serve(rest);
    await expect(fetchTiny()).rejects.toMatchObject({ code: 'DOWNLOAD_FAILED' });
  });

  it.each([
    ['another architecture', { 'config.json': bytes({ ...TINY_CONFIG, model_type: 'roberta' }) }],
    ['another size', { 'config.json': bytes({ ...TINY_CONFIG, hidden_size: 128 }) }],
    ['another kind of tokenizer', { 'tokenizer.json': bytes({ model: { type: 'WordPiece', vocab: {} } }) }],
    ['a page instead of JSON', { 'config.json': Buffer.from('<!doctype html>') }],
  ])('is refused when it is %s', async (_, changed) => {
    const renamed = Object.entries(changed).map(([name, value]) => [`${PREFIX}/${name}`, value] as const);
    await serve({ ...WHOLE, ...Object.fromEntries(renamed) });
    await expect(fetchTiny()).rejects.toMatchObject({ code: 'DOWNLOAD_FAILED' });
  });

  it('says so when there is no way to the Hub', async () => {
    const gone = await serve(WHOLE);
    await gone.close();
    server = undefined;
    await expect(fetchTiny()).rejects.toMatchObject({
      code: 'DOWNLOAD_FAILED',
      message: expect.stringContaining('ECONNREFUSED'),
    });
  });
});
