import type { EmbeddingEncoding, ModelManifest } from './manifest.ts';
import type { EncoderWeights } from './weights/encoder-weights.ts';

/** What a model is, apart from its weights. */
export interface ModelCard
  extends Pick<
    ModelManifest,
    'id' | 'name' | 'licence' | 'languages' | 'dimensions' | 'window' | 'pooling' | 'prefixes'
  > {
  /** How the word table is stored. */
  readonly wordEncoding: EmbeddingEncoding;
}

/** A model's weights and tokenizer, from wherever they were had. */
export interface Ingredients {
  readonly encoder: EncoderWeights;
  readonly tokenizer: { readonly json: unknown; readonly config: unknown; readonly padId: number };
  /** Where they came from, in words, with version and checksum. */
  readonly source: string;
}
