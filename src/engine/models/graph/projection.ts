import type { EncoderWeights, Linear, Norm } from '../weights/encoder-weights.ts';
import type { OnnxGraph, Value } from './onnx-graph.ts';

export type Part = 'qkv' | 'attention' | 'up' | 'down';

/** Which projection of the encoder it is. */
export interface Place {
  readonly layer: number;
  readonly part: Part;
}

/** What a projection reads: rows [n, inputs], and where they are a norm's output, what that norm read. */
export interface Rows {
  readonly rows: Value;
  readonly normed?: { readonly from: Value; readonly norm: Norm };
}

/** Applies the linears of a place to the same rows; one result [n, outputs] per linear, in order. */
export type Projection = (input: Rows, linears: readonly Linear[], place: Place) => Value[];

/** How projections are computed: in full precision, or in 8 bits. */
export type Projector = (graph: OnnxGraph, weights: EncoderWeights) => Projection;

/** A linear's weight as [inputs, outputs], the way matrix products want it. */
export function transposed({ inputs, outputs, weight }: Linear): Float32Array {
  const from = weight();
  const out = new Float32Array(inputs * outputs);
  for (let o = 0; o < outputs; o++)
    for (let i = 0; i < inputs; i++) out[i * outputs + o] = from[o * inputs + i]!;
  return out;
}

/** Full precision: one Gemm per linear. */
export const fullProjector: Projector = (graph) => (input, linears) =>
  linears.map((linear) => {
    const weight = graph.tensor(transposed(linear), [linear.inputs, linear.outputs]);
    return graph.node('Gemm', [input.rows, weight, graph.tensor(linear.bias(), [linear.outputs])]);
  });
