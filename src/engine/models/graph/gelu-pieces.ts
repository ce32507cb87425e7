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
/** Columns of a matrix product are worked on so many at a time. */
const COLUMNS = 16;

/** The projections around GELU, with more channels than the layer has. */
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
 */
export function inPieces({ up, down }: EncoderLayer, { max, mean }: ChannelStats): Pieces {
  const channels = Array.from({ length: up.outputs }, (_, channel) => ({ channel, shift: 0 }));
  for (let channel = 0; channel < up.outputs; channel++)
    for (let shift = HIGHEST; shift < max[channel]! * HEADROOM; shift += HIGHEST)
      channels.push({ channel, shift });
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
      bias: down.bias,
    },
    mean: Float32Array.from({ length: width }, (_, i) => {
      const piece = channels[i];
      return piece && piece.shift === 0 ? Math.min(mean[piece.channel]!, HIGHEST) : 0;
    }),
  };
}
