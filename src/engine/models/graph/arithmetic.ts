import type { EncoderWeights, Linear, Norm } from '../weights/encoder-weights.ts';
import { fusedAttention } from './attention.ts';
import type { OnnxGraph, Value } from './onnx-graph.ts';

export type Part = 'qkv' | 'attention' | 'up' | 'down';

/** Which projection of the encoder it is. */
export interface Place {
  readonly layer: number;
  readonly part: Part;
}

/** What a norm gives: as it is added again after the next projection, and as that projection reads it. */
export interface Normed {
  /** [batch, sequence, dimensions]: the norm's output, but for `missing`. */
  readonly rows: Value;
  /** By channel, what `rows` lack. It is a constant: whoever adds `rows` puts it into a bias. */
  readonly missing?: Float32Array;
  readonly read: Value;
}

/** How an encoder's norms and projections are computed: in full precision, or in 8 bits. */
export interface Arithmetic {
  /** `readBy` is the projection that reads the result; null where only the mean is taken of it. */
  norm(from: Value, norm: Norm, readBy: Place | null): Normed;
  /** Query, key and value, and of them what attention gives: [batch, sequence, dimensions]. */
  context(input: Normed, layer: number): Value;
  /** Attention's own projection of its context, plus `residual`. */
  attended(context: Value, residual: Normed, layer: number): Value;
  /** Up, GELU, down, plus the input. */
  feedForward(input: Normed, layer: number): Value;
}

export type ArithmeticOf = (graph: OnnxGraph, weights: EncoderWeights, shape: Shapes) => Arithmetic;

/** The input's shape, and views of values that cost nothing. */
export interface Shapes {
  /** Tokens of each text, as an integer. */
  readonly tokens: Value;
  /** [batch × sequence, n]. */
  flat(value: Value): Value;
  /** [batch, sequence, dimensions]. */
  sequences(value: Value): Value;
}

/** A linear's weight as [inputs, outputs], the way matrix products want it. */
export function transposed({ inputs, outputs, weight }: Linear): Float32Array {
  const from = weight();
  const out = new Float32Array(inputs * outputs);
  for (let o = 0; o < outputs; o++)
    for (let i = 0; i < inputs; i++) out[i * outputs + o] = from[o * inputs + i]!;
  return out;
}

/** LayerNormalization over the last dimension. */
export function layerNorm(graph: OnnxGraph, from: Value, norm: Norm, epsilon: number): Value {
  const [scale, shift] = [norm.scale(), norm.shift()];
  const inputs = [from, graph.tensor(scale, [scale.length]), graph.tensor(shift, [shift.length])];
  return graph.node('LayerNormalization', inputs, { axis: -1, epsilon: { float: epsilon } });
}

/** Full precision: one Gemm per linear. `observe` is told what every projection reads. */
export const fullArithmetic =
  (
    observe: (graph: OnnxGraph, place: Place, input: Value, channels: number) => void = () => {},
  ): ArithmeticOf =>
  (graph, { config, layers }, { flat, sequences }) => {
    const project = (input: Value, linear: Linear): Value => {
      const weight = graph.tensor(transposed(linear), [linear.inputs, linear.outputs]);
      return graph.node('Gemm', [input, weight, graph.tensor(linear.bias(), [linear.outputs])]);
    };
    const read = (value: Value, layer: number, part: Part, { inputs }: Linear): Value => {
      const rows = flat(value);
      observe(graph, { layer, part }, rows, inputs);
      return rows;
    };
    return {
      norm(from, norm) {
        const rows = layerNorm(graph, from, norm, config.epsilon);
        return { rows, read: rows };
      },
      context(input, layer) {
        const { query, key, value } = layers[layer]!;
        const rows = read(input.read, layer, 'qkv', query);
        const parts = [query, key, value].map((linear) => sequences(project(rows, linear)));
        return fusedAttention(graph, parts, config.heads);
      },
      attended(context, residual, layer) {
        const { attention } = layers[layer]!;
        const projected = project(read(context, layer, 'attention', attention), attention);
        return graph.node('Add', [sequences(projected), residual.rows]);
      },
      feedForward(input, layer) {
        const { up, down } = layers[layer]!;
        const wide = graph.node('Gelu', [project(read(input.read, layer, 'up', up), up)]);
        const narrow = project(read(wide, layer, 'down', down), down);
        return graph.node('Add', [sequences(narrow), input.rows]);
      },
    };
  };
