import type { EncoderLayer, Linear } from '../weights/encoder-weights.ts';
import type { ChannelStats } from './probe.ts';

/** GELU is never below this. */
const LOWEST = -0.17;
/** Largest value that a byte after GELU stands for: more than most channels ever reach. */
const HIGHEST = 5;
/** What GELU gives is rounded to bytes of this step, */
export const GELU_ZERO = Math.round((255 * -LOWEST) / (HIGHEST - LOWEST));
/** with this byte for 0. */
export const GELU_STEP = HIGHEST / (255 - GELU_ZERO);
/** How much further than in calibration a channel may go in other texts. */
const HEADROOM = 1.25;
/** How much the channels that are left out may add to a row, as a share of its usual length. */
const NEGLIGIBLE = 0.03;
/** Columns of a matrix product are worked on so many at a time. */
const COLUMNS = 16;

/** The projections around GELU, with other channels than the layer has. */
export interface Pieces {
  readonly up: Linear;
  readonly down: Linear;
  /** What GELU gives on average, by channel. */
  readonly mean: Float32Array;
}

/**
 * A few channels after GELU reach ten times what the others do, and a grid wide enough for them would be too coarse
 * for those. They are cut in pieces instead: one more channel, moved down by HIGHEST, holds what is above the first
 * one's saturation. GELU(x) is then min(GELU(x), HIGHEST) + GELU(x − HIGHEST), off by .17 at most and only near the seam.
 * Channels that hardly ever move are left out, and what they give on average goes into the bias.
 */
export function inPieces(layer: EncoderLayer, stats: ChannelStats): Pieces {
  const { up, down } = layer;
  const { max, mean } = stats;
  const piecesOf = (channel: number) => 1 + Math.max(0, Math.ceil((max[channel]! * HEADROOM) / HIGHEST) - 1);
  const { kept, without } = withoutIdle(reach(layer, stats), piecesOf);
  const channels = kept.map((channel) => ({ channel, shift: 0 }));
  for (const channel of kept)
    for (let piece = 1; piece < piecesOf(channel); piece++)
      channels.push({ channel, shift: piece * HIGHEST });
  // What fills the last group has no weight, and weighs nothing.
  const width = Math.ceil(channels.length / COLUMNS) * COLUMNS;
  return {
    up: {
      inputs: up.inputs,
      outputs: width,
      weight() {
        const from = up.weight();
        const out = new Float32Array(width * up.inputs);
        for (const [i, { channel }] of channels.entries())
          out.set(from.subarray(channel * up.inputs, (channel + 1) * up.inputs), i * up.inputs);
        return out;
      },
      bias() {
        const from = up.bias();
        const out = new Float32Array(width);
        for (const [i, { channel, shift }] of channels.entries()) out[i] = from[channel]! - shift;
        return out;
      },
    },
    down: {
      inputs: width,
      outputs: down.outputs,
      weight() {
        const from = down.weight();
        const out = new Float32Array(down.outputs * width);
        for (let o = 0; o < down.outputs; o++)
          for (const [i, { channel }] of channels.entries())
            out[o * width + i] = from[o * down.inputs + channel]!;
        return out;
      },
      bias() {
        const [out, from] = [down.bias().slice(), down.weight()];
        for (const channel of without)
          for (let o = 0; o < down.outputs; o++) out[o]! += mean[channel]! * from[o * down.inputs + channel]!;
        return out;
      },
    },
    mean: Float32Array.from({ length: width }, (_, i) => {
      const piece = channels[i];
      return piece && piece.shift === 0 ? Math.min(mean[piece.channel]!, HIGHEST) : 0;
    }),
  };
}

/** How far each channel can move a row, as a share of the usual length of what it is added to. */
function reach({ down, attentionNorm }: EncoderLayer, { min, max }: ChannelStats): Float64Array {
  const row = [attentionNorm.scale(), attentionNorm.shift()].flatMap((part) => [...part]);
  const length = Math.hypot(...row);
  const squares = new Float64Array(down.inputs);
  down.weight().forEach((w, i) => {
    squares[i % down.inputs]! += w * w;
  });
  return squares.map((square, c) => ((max[c]! - min[c]!) * Math.sqrt(square)) / length);
}

/** Which channels are kept, and which are negligible all together; of those, some fill the last group of columns. */
function withoutIdle(
  reaches: Float64Array,
  piecesOf: (channel: number) => number,
): { kept: number[]; without: number[] } {
  const order = [...reaches.keys()].sort((a, b) => reaches[a]! - reaches[b]! || a - b);
  let left = 0;
  for (let spare = NEGLIGIBLE ** 2; left < order.length; left++) {
    spare -= reaches[order[left]!]! ** 2;
    if (spare < 0) break;
  }
  let width = order.slice(left).reduce((sum, channel) => sum + piecesOf(channel), 0);
  while (left > 0 && (width === 0 || width % COLUMNS !== 0)) width += piecesOf(order[--left]!);
  const ascending = (channels: number[]) => channels.sort((a, b) => a - b);
  return { kept: ascending(order.slice(left)), without: ascending(order.slice(0, left)) };
}
