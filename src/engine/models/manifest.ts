import { z } from 'zod';

/** How weights are stored: 4-bit blocks of 32 (`weights/q4.ts`), halves, or floats; all little-endian. */
const encoding = z.enum(['q4_0', 'f16', 'f32']);
export type EmbeddingEncoding = z.infer<typeof encoding>;

const file = z.object({ path: z.string(), bytes: z.number().int(), sha256: z.string() });

/** `manifest.json` beside a built model: everything that downstream code may know about it. */
export const ModelManifest = z.object({
  format: z.literal(1),
  /** 'multilingual-e5-small' or 'all-MiniLM-L6-v2': also the folder's name. */
  id: z.string(),
  name: z.string(),
  licence: z.string(),
  /** Where the weights came from and how the files were made, in words. */
  source: z.string(),
  made: z.string(),
  languages: z.enum(['en', 'multilingual']),
  dimensions: z.number().int(),
  /** Largest number of tokens of one input, prefix and special tokens included. */
  window: z.number().int(),
  pooling: z.enum(['mean', 'cls']),
  prefixes: z.object({ query: z.string(), passage: z.string() }),
  vocabulary: z.number().int(),
  tokenizer: z.object({ json: file, config: file, padId: z.number().int() }),
  /** The token embedding table, outside the graph: rows of `dimensions` weights. */
  embedding: file.extend({ encoding }),
  /**
   * Encoder graphs. Input `embeddings` float32 [batch, sequence, dimensions]: token rows gathered from the table,
   * all sequences of equal length (no mask, no padding). Output `vectors` float32 [batch, dimensions], unit length.
   */
  graphs: z.object({ full: file, fast: file }),
  /**
   * The static tier: the word table's principal components (float32 × dimensions kept × dimensions of the model), and
   * what each token counts (float32 × vocabulary); without a file of weights, a vault's own counts say it.
   */
  static: z.object({ dimensions: z.number().int(), components: file, weights: file.nullable() }),
  /** Mean of query vectors over generic titles, float32 × dimensions: the constant that queries are centred by. */
  queryMean: file,
});
export type ModelManifest = z.infer<typeof ModelManifest>;

export type Precision = keyof ModelManifest['graphs'];
export type ModelFile = z.infer<typeof file>;
