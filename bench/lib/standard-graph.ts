import { fromBinary, toBinary } from '@bufbuild/protobuf';
import { TensorProto_DataType as DataType, ModelProtoSchema } from 'onnx-buf';
import { transposed } from '../../src/engine/models/graph/arithmetic.ts';
import { type OnnxGraph, onnxGraph, type Value } from '../../src/engine/models/graph/onnx-graph.ts';
import type { EncoderWeights, Linear, Norm } from '../../src/engine/models/weights/encoder-weights.ts';
import { toFloats } from '../../src/engine/models/weights/source.ts';

const INT64_INPUTS = ['input_ids', 'attention_mask', 'token_type_ids'];

/**
 * An encoder in the shape that the Hub's ONNX files have: input_ids, attention_mask and token_type_ids in,
 * last_hidden_state out, padding masked. With `bits` 8 each matrix product is quantised in the usual way: its input
 * dynamically by DynamicQuantizeLinear, its weight to s8 by column, MatMulInteger, and the table left as it is.
 */
export function standardGraph(weights: EncoderWeights, bits: 8 | 32): Uint8Array {
  const graph = onnxGraph();
  const { dimensions, heads, vocabulary, positions } = weights.config;
  // The token types are an input that nothing reads: the row of type 0 lies in the positions.
  const [ids, mask] = INT64_INPUTS.map((name) => graph.input(name, ['batch', 'sequence']));
  const shape = graph.node('Shape', [ids!]);
  const sequence = graph.node('Slice', [shape, graph.ints(1), graph.ints(2)]);
  const words = graph.tensor(toFloats(weights.words()), [vocabulary, dimensions]);
  const places = graph.node('Slice', [
    graph.tensor(weights.positions(), [positions, dimensions]),
    graph.ints(0),
    sequence,
    graph.ints(0),
  ]);
  const real = graph.node('Cast', [graph.node('Unsqueeze', [mask!, graph.ints(1, 2)])], {
    to: DataType.FLOAT,
  });
  const masked = graph.node('Mul', [graph.node('Sub', [graph.scalar(1), real]), graph.scalar(-1e9)]);

  const norm = (x: Value, { scale, shift }: Norm) =>
    graph.node(
      'LayerNormalization',
      [x, graph.tensor(scale(), [dimensions]), graph.tensor(shift(), [dimensions])],
      {
        axis: -1,
        epsilon: { float: weights.config.epsilon },
      },
    );
  const linear = bits === 8 ? dynamic(graph) : plain(graph);
  const split = graph.ints(0, 0, heads, dimensions / heads);
  const perHead = (x: Value, perm: number[]) =>
    graph.node('Transpose', [graph.node('Reshape', [x, split])], { perm });
  const root = graph.scalar(1 / Math.sqrt(dimensions / heads));

  let x = norm(graph.node('Add', [graph.node('Gather', [words, ids!]), places]), weights.embeddingNorm);
  for (const layer of weights.layers) {
    const query = perHead(linear(x, layer.query), [0, 2, 1, 3]);
    const key = perHead(linear(x, layer.key), [0, 2, 3, 1]);
    const value = perHead(linear(x, layer.value), [0, 2, 1, 3]);
    const scores = graph.node('Mul', [graph.node('MatMul', [query, key]), root]);
    const shares = graph.node('Softmax', [graph.node('Add', [scores, masked])], { axis: -1 });
    const mixed = graph.node('Transpose', [graph.node('MatMul', [shares, value])], { perm: [0, 2, 1, 3] });
    const context = graph.node('Reshape', [mixed, graph.ints(0, 0, dimensions)]);
    x = norm(graph.node('Add', [linear(context, layer.attention), x]), layer.attentionNorm);
    const wide = graph.node('Gelu', [linear(x, layer.up)]);
    x = norm(graph.node('Add', [linear(wide, layer.down), x]), layer.outputNorm);
  }
  graph.output('last_hidden_state', ['batch', 'sequence', dimensions], x);
  return withInt64Inputs(graph.finish('standard'));
}

type Apply = (x: Value, linear: Linear) => Value;

const plain =
  (graph: OnnxGraph): Apply =>
  (x, linear) => {
    const weight = graph.tensor(transposed(linear), [linear.inputs, linear.outputs]);
    return graph.node('Add', [
      graph.node('MatMul', [x, weight]),
      graph.tensor(linear.bias(), [linear.outputs]),
    ]);
  };

/** One DynamicQuantizeLinear per input, shared by the products that read it, as quantisers write it. */
function dynamic(graph: OnnxGraph): Apply {
  const known = new Map<Value, Value[]>();
  return (x, linear) => {
    let quantised = known.get(x);
    if (!quantised) {
      quantised = graph.nodes('DynamicQuantizeLinear', [x], 3);
      known.set(x, quantised);
    }
    const [bytes, scale, zero] = quantised as [Value, Value, Value];
    const { values, scales } = byColumn(transposed(linear), linear.outputs);
    const weight = graph.tensor(values, [linear.inputs, linear.outputs]);
    const sums = graph.node('MatMulInteger', [bytes, weight, zero]);
    const factor = graph.node('Mul', [scale, graph.tensor(scales, [linear.outputs])]);
    const product = graph.node('Mul', [graph.node('Cast', [sums], { to: DataType.FLOAT }), factor]);
    return graph.node('Add', [product, graph.tensor(linear.bias(), [linear.outputs])]);
  };
}

/** Signed bytes of a weight [inputs, outputs], symmetric, by the largest of each column. */
function byColumn(weight: Float32Array, outputs: number): { values: Int8Array; scales: Float32Array } {
  const scales = new Float32Array(outputs);
  weight.forEach((w, i) => {
    scales[i % outputs] = Math.max(scales[i % outputs]!, Math.abs(w) / 127);
  });
  return { values: Int8Array.from(weight, (w, i) => Math.round(w / (scales[i % outputs]! || 1))), scales };
}

/** The writer of graphs knows float inputs only. */
function withInt64Inputs(bytes: Uint8Array): Uint8Array {
  const model = fromBinary(ModelProtoSchema, bytes);
  for (const input of model.graph!.input) {
    const type = input.type!.value;
    if (type.case === 'tensorType' && INT64_INPUTS.includes(input.name)) type.value.elemType = DataType.INT64;
  }
  return toBinary(ModelProtoSchema, model);
}
