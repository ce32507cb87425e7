import { expect, it } from 'vitest';
import { defaultModelsDir, MODEL_IDS } from '../../src/engine/models/catalogue.ts';
import { KNOWN_MODELS, listModels } from '../../src/host/models.ts';
import { builtModels } from '../support/engine.ts';

it('the settings offer the models that the engine knows, best first, and which are there', async () => {
  expect(KNOWN_MODELS.map(({ id }) => id)).toEqual([...MODEL_IDS]);
  const listed = await listModels(defaultModelsDir());
  expect(listed.filter(({ installed }) => installed).map(({ id }) => id)).toEqual([...builtModels]);
  expect((await listModels('/nowhere')).every(({ installed }) => !installed)).toBe(true);
});
