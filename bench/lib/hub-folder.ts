/**
 * Writes a model as transformers.js looks for it, in full precision (`fp32`) and in 8 bits (`q8`). Run in a process of
 * its own, `hub-folder.ts ID FOLDER`, because it leaves gigabytes to the garbage collector.
 */
import { execFileSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { cachedE5, E5, e5Ingredients } from '../../src/engine/models/e5.ts';
import { MINILM, miniLmIngredients } from '../../src/engine/models/minilm.ts';
import type { Ingredients, ModelCard } from '../../src/engine/models/recipe.ts';
import { standardGraph } from './standard-graph.ts';

/** What a model is made of; nothing where its weights are not at hand. */
export async function ingredientsOf(id: string): Promise<{ card: ModelCard; from: Ingredients } | undefined> {
  if (id === MINILM.id) return { card: MINILM, from: await miniLmIngredients() };
  const bytes = id === E5.id ? cachedE5() : undefined;
  return bytes ? { card: E5, from: e5Ingredients(bytes) } : undefined;
}

/** Makes the folder, which must not exist, for the model of that id. */
export function writeHubFolder(id: string, folder: string): void {
  execFileSync(process.execPath, [import.meta.filename, id, folder], { stdio: 'inherit' });
}

if (import.meta.main) {
  const [id, folder] = process.argv.slice(2) as [string, string];
  const { encoder, tokenizer } = (await ingredientsOf(id))!.from;
  const write = (path: string, data: string | Uint8Array) => writeFileSync(join(folder, path), data);
  mkdirSync(join(folder, 'onnx'), { recursive: true });
  write('config.json', JSON.stringify({ model_type: 'bert', hidden_size: encoder.config.dimensions }));
  write('tokenizer.json', JSON.stringify(tokenizer.json));
  write('tokenizer_config.json', JSON.stringify(tokenizer.config));
  write('onnx/model.onnx', standardGraph(encoder, 32));
  write('onnx/model_quantized.onnx', standardGraph(encoder, 8));
}
