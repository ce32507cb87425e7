import {
  appendFileSync,
  cpSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { hasCode, type PortolanError } from '../../common/errors.ts';
import { buildModel } from './build-model.ts';
import {
  defaultModelsDir,
  findModel,
  MODEL_IDS,
  modelFiles,
  readQueryMean,
  verifyModel,
} from './catalogue.ts';
import { TINY_CARD, tinyIngredients } from './fixtures/tiny.ts';

const [BEST, SECOND] = MODEL_IDS;

let built = '';
let modelsDir = '';
beforeAll(async () => {
  built = mkdtempSync(join(tmpdir(), 'portolan-catalogue-'));
  const texts = { titles: ['a b', 'notes on tea', 'sea'], oddities: [''] };
  for (const id of MODEL_IDS)
    await buildModel({ ...TINY_CARD, id }, tinyIngredients(), { modelsDir: built, texts });
});
afterAll(() => rmSync(built, { recursive: true, force: true }));
beforeEach(() => {
  modelsDir = mkdtempSync(join(tmpdir(), 'portolan-models-'));
  cpSync(built, modelsDir, { recursive: true });
});
afterEach(() => rmSync(modelsDir, { recursive: true, force: true }));

async function errorOf(run: () => unknown): Promise<PortolanError> {
  try {
    await run();
  } catch (error) {
    return error as PortolanError;
  }
  throw new Error('nothing was thrown');
}

const remove = (...path: string[]) => rmSync(join(modelsDir, ...path), { recursive: true });

describe('the model that is found', () => {
  it('is the best one', () => {
    const { manifest, dir, fallback } = findModel({ modelsDir });
    expect(manifest.id).toBe(BEST);
    expect(dir).toBe(join(modelsDir, BEST));
    expect(fallback).toBe(false);
  });

  it('is the second one, said to be so, when the best is not there', () => {
    remove(BEST);
    expect(findModel({ modelsDir })).toMatchObject({ manifest: { id: SECOND }, fallback: true });
  });

  it('is the second one when the best is damaged', () => {
    truncateSync(join(modelsDir, BEST, 'fast.onnx'), 10);
    expect(findModel({ modelsDir })).toMatchObject({ manifest: { id: SECOND }, fallback: true });
  });

  it('is the one asked for, and then no fallback', () => {
    expect(findModel({ modelsDir, id: SECOND })).toMatchObject({ manifest: { id: SECOND }, fallback: false });
  });
});

describe('what is wrong with a model is said', () => {
  it('when there is none', async () => {
    const error = await errorOf(() => findModel({ modelsDir: join(modelsDir, 'nowhere') }));
    expect(error).toMatchObject({ code: 'MODEL_MISSING', params: { model: BEST } });
  });

  it('when the one asked for is missing', async () => {
    remove(SECOND);
    expect(hasCode(await errorOf(() => findModel({ modelsDir, id: SECOND })), 'MODEL_MISSING')).toBe(true);
  });

  it('when the only one is damaged', async () => {
    remove(BEST, 'words.bin');
    remove(SECOND);
    const error = await errorOf(() => findModel({ modelsDir }));
    expect(error).toMatchObject({ code: 'MODEL_DAMAGED', params: { model: BEST } });
    expect(error.message).toContain('words.bin');
  });

  it.each(['', '{', '{"format":1}', 'null'])('when its manifest is %j', async (text) => {
    writeFileSync(join(modelsDir, SECOND, 'manifest.json'), text);
    expect(hasCode(await errorOf(() => findModel({ modelsDir, id: SECOND })), 'MODEL_DAMAGED')).toBe(true);
  });

  it('when its manifest is another model’s', async () => {
    cpSync(join(modelsDir, BEST, 'manifest.json'), join(modelsDir, SECOND, 'manifest.json'));
    expect(hasCode(await errorOf(() => findModel({ modelsDir, id: SECOND })), 'MODEL_DAMAGED')).toBe(true);
  });

  it('for every file of it that has another length', async () => {
    const { manifest } = findModel({ modelsDir, id: SECOND });
    for (const { path } of modelFiles(manifest)) {
      const whole = readFileSync(join(modelsDir, SECOND, path));
      appendFileSync(join(modelsDir, SECOND, path), 'x');
      expect(hasCode(await errorOf(() => findModel({ modelsDir, id: SECOND })), 'MODEL_DAMAGED')).toBe(true);
      writeFileSync(join(modelsDir, SECOND, path), whole);
    }
    expect(findModel({ modelsDir, id: SECOND }).manifest.id).toBe(SECOND);
  });
});

describe('verifying', () => {
  it('passes a model as built', async () => {
    await expect(verifyModel(findModel({ modelsDir }))).resolves.toBeUndefined();
  });

  it('finds one changed byte in any file', async () => {
    const found = findModel({ modelsDir });
    for (const { path } of modelFiles(found.manifest)) {
      const whole = readFileSync(join(found.dir, path));
      const changed = Buffer.from(whole);
      changed[changed.length >> 1]! ^= 1;
      writeFileSync(join(found.dir, path), changed);
      const error = await errorOf(() => verifyModel(found));
      expect(error).toMatchObject({ code: 'MODEL_DAMAGED' });
      expect(error.message).toContain(path);
      writeFileSync(join(found.dir, path), whole);
    }
  });
});

it('reads the mean of queries, and says when it is not one', async () => {
  const found = findModel({ modelsDir });
  const mean = readQueryMean(found);
  expect(mean).toHaveLength(found.manifest.dimensions);
  expect(Math.hypot(...mean)).toBeGreaterThan(0.1);
  expect(Math.hypot(...mean)).toBeLessThanOrEqual(1);
  truncateSync(join(found.dir, 'query-mean.f32'), 12);
  expect(hasCode(await errorOf(() => readQueryMean(found)), 'MODEL_DAMAGED')).toBe(true);
});

it('stands in the package’s resources, or where PORTOLAN_MODELS says', () => {
  const before = process.env.PORTOLAN_MODELS;
  try {
    delete process.env.PORTOLAN_MODELS;
    expect(defaultModelsDir()).toBe(join(import.meta.dirname, '..', '..', '..', 'resources', 'models'));
    process.env.PORTOLAN_MODELS = modelsDir;
    expect(findModel().dir).toBe(join(modelsDir, BEST));
  } finally {
    if (before === undefined) delete process.env.PORTOLAN_MODELS;
    else process.env.PORTOLAN_MODELS = before;
  }
});
