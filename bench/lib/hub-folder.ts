import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Ingredients, ModelCard } from '../../src/engine/models/recipe.ts';
import { standardGraph } from './standard-graph.ts';

/** Writes a model as transformers.js looks for it, in full precision (`fp32`) and in 8 bits (`q8`). */
export function writeHubFolder(folder: string, card: ModelCard, { encoder, tokenizer }: Ingredients): void {
  const write = (path: string, data: string | Uint8Array) => writeFileSync(join(folder, path), data);
  mkdirSync(join(folder, 'onnx'), { recursive: true });
  write('config.json', JSON.stringify({ model_type: 'bert', hidden_size: card.dimensions }));
  write('tokenizer.json', JSON.stringify(tokenizer.json));
  write('tokenizer_config.json', JSON.stringify(tokenizer.config));
  write('onnx/model.onnx', standardGraph(encoder, 32));
  write('onnx/model_quantized.onnx', standardGraph(encoder, 8));
}
