import type { ChannelStats } from './probe.ts';

/** A weight [inputs, outputs] as signed bytes, one scale per column. */
export interface QuantisedWeight {
  readonly values: Int8Array;
  readonly scales: Float32Array;
}

/** 255 × (a + b) stays within 16 bits up to a + b = 128, and rounding may add one. */
const LARGEST_PAIR = Math.floor(32767 / 255) - 1;

/**
 * Rounds a weight [inputs, outputs] to signed bytes, symmetric, one scale per column. CPUs without VNNI add two
 * neighbouring products of a column in 16 bits and saturate there, so that the sum of two neighbours is kept below
 * what inputs of 255 could make overflow: the same numbers come out on every machine.
 */
export function quantiseColumns(weight: Float32Array, outputs: number): QuantisedWeight {
  const inputs = weight.length / outputs;
  if (inputs % 2) throw new RangeError(`${inputs} inputs are no whole pairs`);
  const scales = new Float32Array(outputs);
  for (let o = 0; o < outputs; o++) {
    let scale = 0;
    for (let i = 0; i < inputs; i += 2) {
      const a = weight[i * outputs + o]!;
      const b = weight[(i + 1) * outputs + o]!;
      scale = Math.max(
        scale,
        Math.abs(a) / 127,
        Math.abs(b) / 127,
        a * b > 0 ? Math.abs(a + b) / LARGEST_PAIR : 0,
      );
    }
    scales[o] = scale || 1;
  }
  const values = new Int8Array(weight.length);
  for (let i = 0; i < weight.length; i++) values[i] = Math.round(weight[i]! / scales[i % outputs]!);
  return { values, scales };
}

/** q = x / step + zero, by channel: what brings a projection's input into [0, 255]. */
export interface ChannelGrid {
  readonly step: Float32Array;
  readonly zero: Float32Array;
}

/** α below; .5 to .8 do about as well with both models, 0 and 1 do not. */
const BALANCE = 0.65;

/**
 * The grid of a projection's input; `headroom` is the share of each channel's range that is kept free on both sides. A fine step for every channel would load its range onto the weight's row, and
 * with it onto the columns' scales, so that the two share the load (SmoothQuant): step ∝ range^α × weight^(α − 1).
 */
export function channelGrid(
  { min, max }: ChannelStats,
  weights: readonly Float32Array[],
  headroom: number,
): ChannelGrid {
  const channels = min.length;
  const range = min.map((low, c) => Math.max((max[c]! - low) * (1 + 2 * headroom), 1e-6));
  const step = new Float32Array(channels);
  let widest = 0;
  for (let c = 0; c < channels; c++) {
    let largest = 1e-6;
    for (const weight of weights) {
      const outputs = weight.length / channels;
      for (let o = 0; o < outputs; o++) largest = Math.max(largest, Math.abs(weight[c * outputs + o]!));
    }
    step[c] = range[c]! ** BALANCE * largest ** (BALANCE - 1);
    widest = Math.max(widest, range[c]! / step[c]!);
  }
  const zero = new Float32Array(channels);
  for (let c = 0; c < channels; c++) {
    step[c] = (step[c]! * widest) / 255;
    zero[c] = 127.5 - (min[c]! + max[c]!) / 2 / step[c]!;
  }
  return { step, zero };
}
