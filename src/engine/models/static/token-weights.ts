/** How rare a token must be to count in full: one of probability a counts half. */
const A = 1e-4;

/** What a token of a probability counts in a sum of tokens, 0..1: words that are everywhere say nothing. */
export const weightOf = (probability: number): number => A / (A + probability);

/** The parts of a parsed tokenizer.json that say how frequent its tokens are. */
interface ScoredTokenizer {
  readonly model?: { readonly type?: string; readonly vocab?: unknown };
  readonly added_tokens?: readonly { readonly id: number; readonly special?: boolean }[];
}

/**
 * A weight for each of `rows` tokens, from the log-probabilities that a Unigram tokenizer brings; undefined for one
 * that brings none. Special tokens count nothing.
 */
export function scoredWeights(tokenizer: unknown, rows: number): Float32Array<ArrayBuffer> | undefined {
  const { model, added_tokens = [] } = tokenizer as ScoredTokenizer;
  if (model?.type !== 'Unigram' || !Array.isArray(model.vocab)) return undefined;
  const weights = new Float32Array(rows);
  for (const [id, [, score]] of (model.vocab as [string, number][]).entries())
    if (id < rows) weights[id] = weightOf(Math.exp(score));
  for (const { id, special } of added_tokens) if (special && id < rows) weights[id] = 0;
  return weights;
}

/** Texts counted so far tell little: they are mixed with this many tokens spread evenly over the vocabulary. */
const PRIOR = 20_000;

/** A weight for every token, from how often each was counted. */
export function countedWeights(counts: Uint32Array): Float32Array<ArrayBuffer> {
  const total = counts.reduce((sum, n) => sum + n, 0);
  const floor = PRIOR / counts.length;
  return Float32Array.from(counts, (n) => weightOf((n + floor) / (total + PRIOR)));
}
