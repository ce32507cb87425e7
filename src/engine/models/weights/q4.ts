import { HALF, toHalf } from './half.ts';

/**
 * Q4_0: per 32 weights a half-precision scale and 16 bytes; byte j holds weight j in its low half and weight j + 16
 * in its high half; value = (q − 8) × scale.
 */
export const Q4_BLOCK = 32;
export const Q4_BLOCK_BYTES = 18;

/** Adds nothing, checks nothing: writes `blocks` × 32 floats from `bytes` at `from` to `out` at `at`. */
export function q4ToFloats(
  bytes: Uint8Array,
  from: number,
  blocks: number,
  out: Float32Array,
  at: number,
): void {
  for (let b = 0; b < blocks; b++) {
    const scale = HALF[bytes[from]! | (bytes[from + 1]! << 8)]!;
    for (let j = 0; j < 16; j++) {
      const pair = bytes[from + 2 + j]!;
      out[at + j] = ((pair & 15) - 8) * scale;
      out[at + 16 + j] = ((pair >> 4) - 8) * scale;
    }
    from += Q4_BLOCK_BYTES;
    at += Q4_BLOCK;
  }
}

/** Adds `weight` times the `blocks` × 32 floats from `bytes` at `from` to the beginning of `out`. */
export function addQ4(
  bytes: Uint8Array,
  from: number,
  blocks: number,
  weight: number,
  out: Float32Array,
): void {
  for (let b = 0, at = 0; b < blocks; b++, at += Q4_BLOCK) {
    const scale = weight * HALF[bytes[from]! | (bytes[from + 1]! << 8)]!;
    const offset = 8 * scale;
    for (let j = 0; j < 16; j++) {
      const pair = bytes[from + 2 + j]!;
      out[at + j]! += (pair & 15) * scale - offset;
      out[at + 16 + j]! += (pair >> 4) * scale - offset;
    }
    from += Q4_BLOCK_BYTES;
  }
}

/**
 * Rounds to Q4_0 as ggml does: the weight of largest magnitude gets q = 0, that is −8 × scale, so that weights
 * which already are Q4_0 come back unchanged. The length must be a multiple of 32.
 */
export function floatsToQ4(values: Float32Array): Uint8Array {
  const blocks = values.length / Q4_BLOCK;
  if (!Number.isInteger(blocks)) throw new RangeError(`${values.length} weights are no whole Q4_0 blocks`);
  const out = new Uint8Array(blocks * Q4_BLOCK_BYTES);
  for (let b = 0; b < blocks; b++) {
    const block = values.subarray(b * Q4_BLOCK, (b + 1) * Q4_BLOCK);
    let largest = 0;
    for (const v of block) if (Math.abs(v) > Math.abs(largest)) largest = v;
    const scale = Math.fround(largest / -8);
    const inverse = scale === 0 ? 0 : Math.fround(1 / scale);
    const half = toHalf(scale);
    const at = b * Q4_BLOCK_BYTES;
    out[at] = half & 255;
    out[at + 1] = half >> 8;
    const quantum = (v: number) => Math.min(15, Math.floor(v * inverse + 8.5));
    for (let j = 0; j < 16; j++) out[at + 2 + j] = quantum(block[j]!) | (quantum(block[j + 16]!) << 4);
  }
  return out;
}
