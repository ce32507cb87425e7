import type { Linear } from '../weights/encoder-weights.ts';
import type { OnnxGraph, Value } from './onnx-graph.ts';

/** Which projection of the encoder it is, for what depends on the place: smoothing, scales. */
export interface Place {
  readonly layer: number;
  readonly part: 'qkv' | 'attention' | 'up' | 'down';
  /** Factor on weight and bias of each linear. */
  readonly scale?: readonly number[];
}

/** Applies linears that read the same rows [n, inputs]; one result [n, outputs] per linear, in order. */
export type Projection = (rows: Value, linears: readonly Linear[], place: Place) => Value[];

/** How projections are computed: in full precision, or in 8 bits. */
export type Projector = (graph: OnnxGraph) => Projection;

/** Several linears side by side as one: weight [inputs, Σ outputs] (transposed, as matrix products want it). */
export function sideBySide(
  linears: readonly Linear[],
  scale: readonly number[] = [],
): { weight: Float32Array; bias: Float32Array; inputs: number; outputs: number } {
  const inputs = linears[0]!.inputs;
  const outputs = linears.reduce((sum, l) => sum + l.outputs, 0);
  const weight = new Float32Array(inputs * outputs);
  const bias = new Float32Array(outputs);
  let column = 0;
  linears.forEach((linear, n) => {
    const factor = scale[n] ?? 1;
    const from = linear.weight();
    const shift = linear.bias();
    for (let o = 0; o < linear.outputs; o++) {
      bias[column + o] = shift[o]! * factor;
      for (let i = 0; i < inputs; i++) weight[i * outputs + column + o] = from[o * inputs + i]! * factor;
    }
    column += linear.outputs;
  });
  return { weight, bias, inputs, outputs };
}

/** The columns of `rows` [n, Σ outputs] that belong to each linear. */
export function apart(graph: OnnxGraph, rows: Value, linears: readonly Linear[]): Value[] {
  if (linears.length === 1) return [rows];
  const sizes = graph.ints(...linears.map((l) => l.outputs));
  return graph.nodes('Split', [rows, sizes], linears.length, { axis: 1 });
}

/** Full precision: one Gemm. */
export const fullProjector: Projector = (graph) => (rows, linears, place) => {
  const { weight, bias, inputs, outputs } = sideBySide(linears, place.scale);
  const product = graph.node('Gemm', [
    rows,
    graph.tensor(weight, [inputs, outputs]),
    graph.tensor(bias, [outputs]),
  ]);
  return apart(graph, product, linears);
};
