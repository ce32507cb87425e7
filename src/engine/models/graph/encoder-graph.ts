import type { EncoderWeights } from '../weights/encoder-weights.ts';
import type { ArithmeticOf, Shapes } from './arithmetic.ts';
import { type OnnxGraph, onnxGraph, type Value } from './onnx-graph.ts';

/** The first version of the standard operators that has `Attention`. */
const OPSET = 23;

/**
 * The encoder as one ONNX model. Input `embeddings` float32 [batch, sequence, dimensions]: rows of the word table,
 * gathered outside, all sequences of equal length, so there is no mask. Output `vectors` float32
 * [batch, dimensions]: mean over the sequence, unit length.
 */
export function encoderGraph(weights: EncoderWeights, arithmeticOf: ArithmeticOf, name: string): Uint8Array {
  const graph = onnxGraph(OPSET);
  const { dimensions, layers, positions } = weights.config;
  const embeddings = graph.input('embeddings', ['batch', 'sequence', dimensions]);
  const shape = graph.node('Shape', [embeddings]);
  const sequence = graph.node('Slice', [shape, graph.ints(1), graph.ints(2)]);
  const arithmetic = arithmeticOf(graph, weights, shapesOf(graph, shape, sequence));

  const table = graph.tensor(weights.positions(), [positions, dimensions]);
  const places = graph.node('Slice', [table, graph.ints(0), sequence, graph.ints(0)]);
  const placed = graph.node('Add', [embeddings, places]);
  let hidden = arithmetic.norm(placed, weights.embeddingNorm, { layer: 0, part: 'qkv' });
  for (let layer = 0; layer < layers; layer++) {
    const { attentionNorm, outputNorm } = weights.layers[layer]!;
    const context = arithmetic.context(hidden, layer);
    const attended = arithmetic.attended(context, hidden, layer);
    const middle = arithmetic.norm(attended, attentionNorm, { layer, part: 'up' });
    const next = layer + 1 < layers ? ({ layer: layer + 1, part: 'qkv' } as const) : null;
    hidden = arithmetic.norm(arithmetic.feedForward(middle, layer), outputNorm, next);
  }
  graph.output('vectors', ['batch', dimensions], pooled(graph, hidden.rows));
  return graph.finish(name);
}

/** Mean over the sequence, at unit length. */
function pooled(graph: OnnxGraph, rows: Value): Value {
  const mean = graph.node('ReduceMean', [rows, graph.ints(1)], { keepdims: 0 });
  const length = graph.node('ReduceL2', [mean, graph.ints(1)], { keepdims: 1 });
  return graph.node('Div', [mean, graph.node('Max', [length, graph.scalar(1e-12)])]);
}

function shapesOf(graph: OnnxGraph, shape: Value, tokens: Value): Shapes {
  return {
    tokens,
    flat: (value) => graph.node('Flatten', [value], { axis: -1 }),
    sequences: (value) => graph.node('Reshape', [value, shape]),
  };
}
