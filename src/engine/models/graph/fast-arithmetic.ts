import type { EncoderLayer, Linear, Norm } from '../weights/encoder-weights.ts';
import { type ArithmeticOf, layerNorm, type Normed, type Place, transposed } from './arithmetic.ts';
import { attentionByLength, isShort } from './attention.ts';
import { GELU_STEP, GELU_ZERO, inPieces } from './gelu-pieces.ts';
import { MICROSOFT, type OnnxGraph, type Value } from './onnx-graph.ts';
import type { Activations } from './probe.ts';
import { type ChannelGrid, channelGrid, quantiseColumns } from './quantise.ts';

/** Calibration texts do not show every value. What a norm gives is bounded; */
const NORM_HEADROOM = 0.12;
/** attention on one odd token is not, and its projection hardly minds a coarse grid. */
const ATTENTION_HEADROOM = 0.5;

/** What a norm gives, with the grid that its bytes are on. */
interface NormedBytes extends Normed {
  readonly grid: ChannelGrid;
}

/**
 * 8 bits: unsigned bytes × signed bytes. Every projection's input has a fixed grid: by channel after a norm (folded
 * into the norm) and after attention (folded into the values' weights), one for all channels after GELU. No text's
 * vector depends on its batch, and nothing is measured while the model runs.
 */
export const fastArithmetic =
  (activations: Activations): ArithmeticOf =>
  (graph, weights, { tokens }) => {
    const layerOf = (layer: number): EncoderLayer => weights.layers[layer]!;
    const gridOf = (place: Place, linears: readonly Linear[], headroom: number) =>
      channelGrid(activations(place), linears.map(transposed), headroom);
    const attentionGrid = (layer: number) =>
      gridOf({ layer, part: 'attention' }, [layerOf(layer).attention], ATTENTION_HEADROOM);
    const readers = ({ layer, part }: Place): Linear[] => {
      const { query, key, value, up } = layerOf(layer);
      return part === 'up' ? [up] : [query, key, value];
    };
    const meanOf = (place: Place) => activations(place).mean;
    const { epsilon, heads, dimensions } = weights.config;
    const short = isShort(graph, tokens);

    return {
      norm(from, norm, readBy): Normed {
        if (!readBy) {
          const rows = layerNorm(graph, from, norm, epsilon);
          return { rows, read: rows };
        }
        const grid = gridOf(readBy, readers(readBy), NORM_HEADROOM);
        const onGrid = layerNorm(graph, from, ontoGrid(norm, grid), epsilon);
        const { step, zero } = grid;
        // One multiplication instead of the norm once more; the constant that it leaves goes into a bias.
        const rows = graph.node('Mul', [onGrid, graph.tensor(step, [step.length])]);
        const missing = step.map((s, c) => -s * zero[c]!);
        const normed: NormedBytes = { rows, missing, read: toBytes(graph, onGrid, 1, 0), grid };
        return normed;
      },
      context(input, layer) {
        const { grid } = input as NormedBytes;
        const { query, key, value } = layerOf(layer);
        const mean = meanOf({ layer, part: 'qkv' });
        const linears = [query, key, rescaled(value, attentionGrid(layer))];
        const parts = linears.map((linear) => product(graph, input.read, linear, grid, mean));
        return attentionByLength(graph, short, parts, heads, dimensions);
      },
      attended(context, residual, layer) {
        // The values' weights have put these rows on their grid already.
        const bytes = toBytes(graph, context, 1, 0);
        const linear = adding(layerOf(layer).attention, residual.missing);
        const mean = meanOf({ layer, part: 'attention' });
        return graph.node('Add', [product(graph, bytes, linear, attentionGrid(layer), mean), residual.rows]);
      },
      feedForward(input, layer) {
        const { grid } = input as NormedBytes;
        const { up, down, mean } = inPieces(layerOf(layer), activations({ layer, part: 'down' }));
        const upMean = meanOf({ layer, part: 'up' });
        // By way of tanh, which is a fifth faster; at most .0005 off, where bytes are .02 apart.
        const wide = graph.node('FastGelu', [product(graph, input.read, up, grid, upMean)], {}, MICROSOFT);
        const bytes = toBytes(graph, wide, GELU_STEP, GELU_ZERO);
        const even = {
          step: new Float32Array(down.inputs).fill(GELU_STEP),
          zero: new Float32Array(down.inputs).fill(GELU_ZERO),
        };
        return graph.node('Add', [
          product(graph, bytes, adding(down, input.missing), even, mean),
          input.rows,
        ]);
      },
    };
  };

/** Rounds to bytes and saturates: x / step + zero. */
const toBytes = (graph: OnnxGraph, rows: Value, step: number, zero: number): Value =>
  graph.node('QuantizeLinear', [rows, graph.scalar(step), graph.tensor(Uint8Array.of(zero), [])]);

/** The norm with its output brought onto a grid. */
const ontoGrid = (norm: Norm, { step, zero }: ChannelGrid): Norm => ({
  scale: () => norm.scale().map((s, c) => s / step[c]!),
  shift: () => norm.shift().map((s, c) => s / step[c]! + zero[c]!),
});

/** The linear with its output brought onto a grid. */
const rescaled = (linear: Linear, { step, zero }: ChannelGrid): Linear => ({
  ...linear,
  weight: () => linear.weight().map((w, i) => w / step[Math.floor(i / linear.inputs)]!),
  bias: () => linear.bias().map((b, o) => b / step[o]! + zero[o]!),
});

/** The linear with a constant added to its output. */
const adding = (linear: Linear, constant: Float32Array | undefined): Linear =>
  constant ? { ...linear, bias: () => linear.bias().map((b, o) => b + constant[o]!) } : linear;

/** A linear of rows that are bytes on a grid; `mean` is what a row is on average, by channel. */
function product(
  graph: OnnxGraph,
  bytes: Value,
  linear: Linear,
  { step, zero }: ChannelGrid,
  mean: Float32Array,
): Value {
  const { inputs, outputs } = linear;
  const weight = transposed(linear);
  const { values, scales } = quantiseColumns(
    weight.map((w, i) => w * step[Math.floor(i / outputs)]!),
    outputs,
  );
  // The bias takes back the zero points, and what rounding the weight does to the mean input.
  const bias = Float64Array.from(linear.bias());
  for (let c = 0; c < inputs; c++)
    for (let o = 0; o < outputs; o++) {
      const at = c * outputs + o;
      bias[o]! += mean[c]! * weight[at]! - scales[o]! * values[at]! * (mean[c]! / step[c]! + zero[c]!);
    }
  const scaled = [graph.scalar(1), graph.tensor(scales, [outputs])];
  const noZeros = ['', ''];
  return graph.node(
    'MatMulIntegerToFloat',
    [
      bytes,
      graph.tensor(values, [inputs, outputs]),
      ...scaled,
      ...noZeros,
      graph.tensor(Float32Array.from(bias), [outputs]),
    ],
    {},
    MICROSOFT,
  );
}
