import type { StoredTensor } from './source.ts';

export interface EncoderConfig {
  readonly dimensions: number;
  readonly layers: number;
  readonly heads: number;
  readonly feedForward: number;
  /** Rows of the position table that the model may use, counted from its first token. */
  readonly positions: number;
  /** Rows of the word table. */
  readonly vocabulary: number;
  readonly epsilon: number;
}

/** y = x · weightᵀ + bias. `weight` is row-major [outputs, inputs]; both are decoded anew at every call. */
export interface Linear {
  readonly inputs: number;
  readonly outputs: number;
  weight(): Float32Array;
  bias(): Float32Array;
}

export interface Norm {
  scale(): Float32Array;
  shift(): Float32Array;
}

export interface EncoderLayer {
  readonly query: Linear;
  readonly key: Linear;
  readonly value: Linear;
  readonly attention: Linear;
  readonly attentionNorm: Norm;
  readonly up: Linear;
  readonly down: Linear;
  readonly outputNorm: Norm;
}

/** A BERT-family encoder (post-norm, GELU, absolute positions), wherever its weights came from. */
export interface EncoderWeights {
  readonly config: EncoderConfig;
  /** [vocabulary, dimensions], as stored. */
  words(): StoredTensor;
  /** [positions, dimensions]: row i belongs to the i-th token; the row of token type 0 is added in. */
  positions(): Float32Array;
  readonly embeddingNorm: Norm;
  readonly layers: readonly EncoderLayer[];
}
