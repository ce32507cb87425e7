import type { EncoderLayer, EncoderWeights, Norm } from '../weights/encoder-weights.ts';
import { type OnnxGraph, onnxGraph, type Value } from './onnx-graph.ts';
import type { Projection, Projector } from './projection.ts';

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
  const { dimensions, layers } = weights.config;
  const shape = graph.node('Shape', ['embeddings']);
  const batchAndSequence = graph.node('Slice', [shape, graph.ints(0), graph.ints(2)]);
  const sequence = graph.node('Slice', [shape, graph.ints(1), graph.ints(2)]);

  const table = graph.tensor(weights.positions(), [weights.config.positions, dimensions]);
  const positions = graph.node('Slice', [table, graph.ints(0), sequence, graph.ints(0)]);
  const placed = graph.node('Add', ['embeddings', positions]);
  const rows = graph.node('Reshape', [placed, graph.ints(-1, dimensions)]);

  const project = projector(graph);
  let hidden = normalise(graph, weights, rows, weights.embeddingNorm);
  for (let i = 0; i < layers; i++) hidden = encode(graph, weights, project, hidden, batchAndSequence, i);

  const whole = graph.node('Concat', [batchAndSequence, graph.ints(dimensions)], { axis: 0 });
  const sequences = graph.node('Reshape', [hidden, whole]);
  const mean = graph.node('ReduceMean', [sequences, graph.ints(1)], { keepdims: 0 });
  const length = graph.node('ReduceL2', [mean, graph.ints(1)], { keepdims: 1 });
  const unit = graph.node('Div', [mean, graph.node('Max', [length, graph.scalar(1e-12)])]);
  return graph.finish({
    name,
    input: { name: 'embeddings', dims: ['batch', 'sequence', dimensions] },
    output: { name: 'vectors', dims: ['batch', dimensions] },
    from: unit,
  });
}

function encode(
  graph: OnnxGraph,
  weights: EncoderWeights,
  project: Projection,
  input: Value,
  batchAndSequence: Value,
  index: number,
): Value {
  const layer = weights.layers[index]!;
  const context = attend(graph, weights, layer, project, input, batchAndSequence, index);
  const attention = project(context, [layer.attention], { layer: index, part: 'attention' })[0]!;
  const middle = normalise(graph, weights, graph.node('Add', [attention, input]), layer.attentionNorm);
  const up = project(middle, [layer.up], { layer: index, part: 'up' })[0]!;
  const down = project(graph.node('Gelu', [up]), [layer.down], { layer: index, part: 'down' })[0]!;
  return normalise(graph, weights, graph.node('Add', [down, middle]), layer.outputNorm);
}

/** Softmax(q · kᵀ / √d) · v for all heads, always in full precision: it is a small part of the work. */
function attend(
  graph: OnnxGraph,
  weights: EncoderWeights,
  layer: EncoderLayer,
  project: Projection,
  input: Value,
  batchAndSequence: Value,
  index: number,
): Value {
  const { dimensions, heads } = weights.config;
  const width = dimensions / heads;
  const split = graph.node('Concat', [batchAndSequence, graph.ints(heads, width)], { axis: 0 });
  const [query, key, value] = project(input, [layer.query, layer.key, layer.value], {
    layer: index,
    part: 'qkv',
    // 1/√d goes into the query's weights: one pass less over the scores.
    scale: [1 / Math.sqrt(width), 1, 1],
  });
  const perHead = (rows: Value, perm: number[]) =>
    graph.node('Transpose', [graph.node('Reshape', [rows, split])], { perm });
  const scores = graph.node('MatMul', [perHead(query!, [0, 2, 1, 3]), perHead(key!, [0, 2, 3, 1])]);
  const shares = graph.node('Softmax', [scores], { axis: -1 });
  const mixed = graph.node('MatMul', [shares, perHead(value!, [0, 2, 1, 3])]);
  const joined = graph.node('Transpose', [mixed], { perm: [0, 2, 1, 3] });
  return graph.node('Reshape', [joined, graph.ints(-1, dimensions)]);
}

function normalise(graph: OnnxGraph, weights: EncoderWeights, rows: Value, norm: Norm): Value {
  const { dimensions, epsilon } = weights.config;
  const scale = graph.tensor(norm.scale(), [dimensions]);
  const shift = graph.tensor(norm.shift(), [dimensions]);
  return graph.node('LayerNormalization', [rows, scale, shift], { axis: -1, epsilon: { float: epsilon } });
}
