import type { EncoderWeights, Linear, Norm } from '../weights/encoder-weights.ts';
import { type OnnxGraph, onnxGraph, type Value } from './onnx-graph.ts';
import type { Projection, Projector, Rows } from './projection.ts';

/**
 * The encoder as one ONNX model. Input `embeddings` float32 [batch, sequence, dimensions]: rows of the word table,
 * gathered outside, all sequences of equal length, so there is no mask. Output `vectors` float32
 * [batch, dimensions]: mean over the sequence, unit length.
 *
 * Between attention blocks everything runs on rows [batch × sequence, dimensions]: a projection is then one plain
 * matrix product, whatever the batch.
 */
export function encoderGraph(weights: EncoderWeights, projector: Projector, name: string): Uint8Array {
  const graph = onnxGraph();
  const { dimensions, layers, positions } = weights.config;
  const embeddings = graph.input('embeddings', ['batch', 'sequence', dimensions]);
  const shape = graph.node('Shape', [embeddings]);
  const batchAndSequence = graph.node('Slice', [shape, graph.ints(0), graph.ints(2)]);
  const sequence = graph.node('Slice', [shape, graph.ints(1), graph.ints(2)]);

  const table = graph.tensor(weights.positions(), [positions, dimensions]);
  const places = graph.node('Slice', [table, graph.ints(0), sequence, graph.ints(0)]);
  const placed = graph.node('Add', [embeddings, places]);
  const first = graph.node('Reshape', [placed, graph.ints(-1, dimensions)]);

  const encoder: Encoder = { graph, weights, batchAndSequence, project: projector(graph, weights) };
  let hidden = normalise(encoder, first, weights.embeddingNorm);
  for (let layer = 0; layer < layers; layer++) hidden = encode(encoder, hidden, layer);

  const whole = graph.node('Concat', [batchAndSequence, graph.ints(dimensions)], { axis: 0 });
  const sequences = graph.node('Reshape', [hidden.rows, whole]);
  const mean = graph.node('ReduceMean', [sequences, graph.ints(1)], { keepdims: 0 });
  const length = graph.node('ReduceL2', [mean, graph.ints(1)], { keepdims: 1 });
  const unit = graph.node('Div', [mean, graph.node('Max', [length, graph.scalar(1e-12)])]);
  graph.output('vectors', ['batch', dimensions], unit);
  return graph.finish(name);
}

interface Encoder {
  readonly graph: OnnxGraph;
  readonly weights: EncoderWeights;
  /** int64 [2]: the input's first two dimensions. */
  readonly batchAndSequence: Value;
  readonly project: Projection;
}

function encode(encoder: Encoder, input: Rows, layer: number): Rows {
  const { graph, project, weights } = encoder;
  const { attention, attentionNorm, up, down, outputNorm } = weights.layers[layer]!;
  const context = { rows: attend(encoder, input, layer) };
  const [attended] = project(context, [attention], { layer, part: 'attention' });
  const middle = normalise(encoder, graph.node('Add', [attended!, input.rows]), attentionNorm);
  const [wide] = project(middle, [up], { layer, part: 'up' });
  const [narrow] = project({ rows: graph.node('Gelu', [wide!]) }, [down], { layer, part: 'down' });
  return normalise(encoder, graph.node('Add', [narrow!, middle.rows]), outputNorm);
}

/** Softmax(q · kᵀ / √d) · v for all heads, always in full precision: it is a small part of the work. */
function attend({ graph, weights, project, batchAndSequence }: Encoder, input: Rows, layer: number): Value {
  const { dimensions, heads } = weights.config;
  const width = dimensions / heads;
  const { query, key, value } = weights.layers[layer]!;
  // 1/√d goes into the query's weights: one pass less over the scores.
  const linears = [scaled(query, 1 / Math.sqrt(width)), key, value];
  const [q, k, v] = project(input, linears, { layer, part: 'qkv' });
  const split = graph.node('Concat', [batchAndSequence, graph.ints(heads, width)], { axis: 0 });
  const perHead = (rows: Value, perm: number[]) =>
    graph.node('Transpose', [graph.node('Reshape', [rows, split])], { perm });
  const scores = graph.node('MatMul', [perHead(q!, [0, 2, 1, 3]), perHead(k!, [0, 2, 3, 1])]);
  const shares = graph.node('Softmax', [scores], { axis: -1 });
  const mixed = graph.node('MatMul', [shares, perHead(v!, [0, 2, 1, 3])]);
  const joined = graph.node('Transpose', [mixed], { perm: [0, 2, 1, 3] });
  return graph.node('Reshape', [joined, graph.ints(-1, dimensions)]);
}

const scaled = (linear: Linear, factor: number): Linear => ({
  ...linear,
  weight: () => linear.weight().map((w) => w * factor),
  bias: () => linear.bias().map((b) => b * factor),
});

function normalise({ graph, weights }: Encoder, from: Value, norm: Norm): Rows {
  const { epsilon } = weights.config;
  return {
    rows: layerNorm(graph, from, norm.scale(), norm.shift(), epsilon),
    normed: { from, norm },
  };
}

/** LayerNormalization over the last dimension. */
export function layerNorm(
  graph: OnnxGraph,
  from: Value,
  scale: Float32Array,
  shift: Float32Array,
  epsilon: number,
): Value {
  const inputs = [from, graph.tensor(scale, [scale.length]), graph.tensor(shift, [shift.length])];
  return graph.node('LayerNormalization', inputs, { axis: -1, epsilon: { float: epsilon } });
}
