import { MICROSOFT, type OnnxGraph, type Value } from './onnx-graph.ts';

/** Texts of fewer tokens than this are short. */
export const LONG = 160;

/** Whether a text of that many tokens is short. */
export const isShort = (graph: OnnxGraph, tokens: Value): Value =>
  graph.node('Less', [tokens, graph.ints(LONG)]);

/**
 * All heads, softmax(q · kᵀ / √d) · v, always in full precision: `parts` are query, key and value, each
 * [batch, sequence, dimensions]. Block by block, so that scores stay in the caches, but it first moves every part.
 */
export const fusedAttention = (graph: OnnxGraph, parts: readonly Value[], heads: number): Value =>
  graph.node('MultiHeadAttention', parts, { num_heads: heads }, MICROSOFT);

/**
 * The same for short and long texts by different operators: the standard one reads the parts where they lie, and holds
 * all scores at once, which only short texts allow.
 */
export const attentionByLength = (
  graph: OnnxGraph,
  short: Value,
  parts: readonly Value[],
  heads: number,
  dimensions: number,
): Value =>
  graph.either(
    short,
    ['batch', 'sequence', dimensions],
    () => graph.node('Attention', parts, { q_num_heads: heads, kv_num_heads: heads }),
    () => fusedAttention(graph, parts, heads),
  );
