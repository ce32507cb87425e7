import { z } from 'zod';
import type { EncoderWeights } from './encoder-weights.ts';
import { namedEncoder, type TensorNames } from './named-encoder.ts';
import { encodeAs, type TensorSource } from './source.ts';

/** Names that Hugging Face's BERT gives its tensors. */
const NAMES: TensorNames = {
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

export type BertConfig = z.infer<typeof BertConfig>;

/** A BERT over a file of tensors named as Hugging Face names them. */
export const bertEncoder = (source: TensorSource, config: BertConfig): EncoderWeights =>
  namedEncoder(source, NAMES, {
    dimensions: config.hidden_size,
    layers: config.num_hidden_layers,
    heads: config.num_attention_heads,
    feedForward: config.intermediate_size,
    positions: config.max_position_embeddings,
    vocabulary: config.vocab_size,
    epsilon: config.layer_norm_eps,
  });

/**
 * The same file with its matrices rounded to Q4_0, as the packaged weights of E5 are: whichever way a machine got
 * them, it has the same model.
 */
export const roundedToQ4 = (source: TensorSource): TensorSource => ({
  has: source.has,
  tensor(name) {
    const tensor = source.tensor(name);
    const isMatrix = name.endsWith('.weight') && !name.includes('LayerNorm');
    return isMatrix ? encodeAs(tensor, 'q4_0') : tensor;
  },
});
