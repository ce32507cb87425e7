import { mkdtempSync, rmSync, truncateSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { buildModel } from '../models/build-model.ts';
import { findModel } from '../models/catalogue.ts';
import { TINY_CARD, tinyIngredients } from '../models/fixtures/tiny.ts';
import { loadTextTools } from './load-text-tools.ts';
import { createTextTools, openTextTools } from './text-tools.ts';

let modelsDir = '';
beforeEach(async () => {
  modelsDir = mkdtempSync(join(tmpdir(), 'portolan-tools-'));
  const texts = { titles: ['tea', 'sea'], oddities: [''] };
  await buildModel(TINY_CARD, tinyIngredients(), { modelsDir, texts });
}, 60_000);
afterEach(() => rmSync(modelsDir, { recursive: true, force: true }));

it('gives what is read on this thread', async () => {
  const model = findModel({ modelsDir, id: 'tiny' });
  const [there, here] = [await loadTextTools(model), createTextTools(openTextTools(model))];
  for (const text of ['tea by the sea', 'a walk', ''])
    expect([there.countTokens(text), there.staticVector(text)]).toEqual([
      here.countTokens(text),
      here.staticVector(text),
    ]);
  expect(there.staticVector('tea')).toHaveLength(64);
  expect(there.passageBudget).toBe(here.passageBudget);
});

it('says what is wrong with a damaged model', async () => {
  const model = findModel({ modelsDir, id: 'tiny' });
  truncateSync(join(model.dir, 'static.f32'), 100);
  await expect(loadTextTools(model)).rejects.toMatchObject({
    code: 'MODEL_DAMAGED',
    params: { model: 'tiny' },
  });
});
