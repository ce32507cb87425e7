import type { Linear } from '../weights/encoder-weights.ts';
import { layerNorm } from './encoder-graph.ts';
import { MICROSOFT, type OnnxGraph, type Value } from './onnx-graph.ts';
import type { Activations, ChannelStats } from './probe.ts';
import { type Projector, type Rows, transposed } from './projection.ts';
import { type ChannelGrid, channelGrid, quantiseColumns } from './quantise.ts';

/** Calibration texts do not show every value. What a norm gives is bounded; */
const NORM_HEADROOM = 0.12;
/** attention on one odd token is not, and its projection hardly minds a coarse grid. */
const ATTENTION_HEADROOM = 0.5;

/**
 * 8 bits: unsigned bytes × signed bytes. Inputs that a norm or attention makes have a fixed grid by channel, which is
 * folded into the norm, or into the values' weights, and costs nothing; what GELU makes has rare large rows, so that
 * each row gets its own scale. No text's vector depends on its batch.
 */
export function fastProjector(activations: Activations): Projector {
  return (graph, weights) => {
    const attentionGrid = (layer: number) =>
      channelGrid(
        activations({ layer, part: 'attention' }),
        [transposed(weights.layers[layer]!.attention)],
        ATTENTION_HEADROOM,
      );
    return (input, linears, place) => {
      const stats = activations(place);
      if (place.part === 'down') return linears.map((linear) => rowScaled(graph, input.rows, linear, stats));
      if (place.part === 'attention') {
        // The values' weights have put these rows on their grid already.
        const bytes = toBytes(graph, input.rows);
        return linears.map((linear) => onGrid(graph, bytes, linear, attentionGrid(place.layer), stats));
      }
      const grid = channelGrid(stats, linears.map(transposed), NORM_HEADROOM);
      const bytes = toBytes(graph, onGridByNorm(graph, input, grid, weights.config.epsilon));
      return linears.map((linear, i) => {
        const isValue = place.part === 'qkv' && i === 2;
        const target = isValue ? ontoGrid(linear, attentionGrid(place.layer)) : linear;
        return onGrid(graph, bytes, target, grid, stats);
      });
    };
  };
}

/** The norm of `input` once more, with the grid in its scale and shift. */
function onGridByNorm(graph: OnnxGraph, input: Rows, { step, zero }: ChannelGrid, epsilon: number): Value {
  const { from, norm } = input.normed!;
  const scale = norm.scale().map((s, c) => s / step[c]!);
  const shift = norm.shift().map((s, c) => s / step[c]! + zero[c]!);
  return layerNorm(graph, from, scale, shift, epsilon);
}

/** Rounds and saturates values that are on their grid already. */
const toBytes = (graph: OnnxGraph, rows: Value): Value =>
  graph.node('QuantizeLinear', [rows, graph.scalar(1), graph.tensor(Uint8Array.of(0), [])]);

/** The linear with its outputs brought onto a grid. */
const ontoGrid = (linear: Linear, { step, zero }: ChannelGrid): Linear => ({
  ...linear,
  weight: () => linear.weight().map((w, i) => w / step[Math.floor(i / linear.inputs)]!),
  bias: () => linear.bias().map((b, o) => b / step[o]! + zero[o]!),
});

function onGrid(
  graph: OnnxGraph,
  bytes: Value,
  linear: Linear,
  { step, zero }: ChannelGrid,
  { mean }: ChannelStats,
): Value {
  const { inputs, outputs } = linear;
  const weight = transposed(linear);
  const { values, scales } = quantiseColumns(
    weight.map((w, i) => w * step[Math.floor(i / outputs)]!),
    outputs,
  );
  // The bias takes back the zero points, and what rounding the weight does to the mean input.
  const bias = linear.bias();
  for (let c = 0; c < inputs; c++)
    for (let o = 0; o < outputs; o++) {
      const at = c * outputs + o;
      bias[o]! += mean[c]! * weight[at]! - scales[o]! * values[at]! * (mean[c]! / step[c]! + zero[c]!);
    }
  return graph.node(
    'MatMulIntegerToFloat',
    [
      bytes,
      graph.tensor(values, [inputs, outputs]),
      graph.scalar(1),
      graph.tensor(scales, [outputs]),
      '',
      '',
      graph.tensor(bias, [outputs]),
    ],
    {},
    MICROSOFT,
  );
}

/** GELU is never below this. */
const GELU_MINIMUM = -0.17;
/** Byte that stands for 0: what lies below is small, so most of the range is left to what lies above. */
const GELU_ZERO = 24;

function rowScaled(graph: OnnxGraph, rows: Value, linear: Linear, { mean }: ChannelStats): Value {
  const { inputs, outputs } = linear;
  const weight = transposed(linear);
  const { values, scales } = quantiseColumns(weight, outputs);
  const bias = linear.bias();
  for (let i = 0; i < inputs; i++)
    for (let o = 0; o < outputs; o++)
      bias[o]! += mean[i]! * (weight[i * outputs + o]! - scales[o]! * values[i * outputs + o]!);
  const top = graph.node('ReduceMax', [rows, graph.ints(1)], { keepdims: 0 });
  const byTop = graph.node('Mul', [top, graph.scalar(1 / (255 - GELU_ZERO))]);
  const scale = graph.node('Max', [byTop, graph.scalar(-GELU_MINIMUM / GELU_ZERO)]);
  const zeros = graph.node('Expand', [
    graph.tensor(Uint8Array.of(GELU_ZERO), [1]),
    graph.node('Shape', [scale]),
  ]);
  const bytes = graph.node('QuantizeLinear', [rows, scale, zeros], { axis: 0 });
  const product = graph.node(
    'MatMulIntegerToFloat',
    [
      bytes,
      graph.tensor(values, [inputs, outputs]),
      graph.scalar(1),
      graph.tensor(scales, [outputs]),
      graph.tensor(Uint8Array.of(GELU_ZERO), []),
    ],
    {},
    MICROSOFT,
  );
  const column = graph.node('Unsqueeze', [scale, graph.ints(1)]);
  return graph.node('Add', [graph.node('Mul', [product, column]), graph.tensor(bias, [outputs])]);
}
