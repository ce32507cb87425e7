/** The value of every half-precision number, by its bits: one lookup beats the arithmetic several times over. */
export const HALF: Float32Array = (() => {
  const table = new Float32Array(65536);
  for (let bits = 0; bits < 65536; bits++) {
    const sign = bits & 0x8000 ? -1 : 1;
    const exponent = (bits >> 10) & 31;
    const fraction = bits & 1023;
    if (exponent === 31) table[bits] = fraction ? Number.NaN : sign * Number.POSITIVE_INFINITY;
    else if (exponent === 0) table[bits] = sign * fraction * 2 ** -24;
    else table[bits] = sign * (1 + fraction / 1024) * 2 ** (exponent - 15);
  }
  return table;
})();

const float = new Float32Array(1);
const bits = new Uint32Array(float.buffer);

/** Bits of the nearest half-precision number, ties to even. */
export function toHalf(value: number): number {
  float[0] = value;
  const word = bits[0]!;
  const sign = (word >>> 16) & 0x8000;
  const magnitude = word & 0x7fffffff;
  if (magnitude > 0x7f800000) return sign | 0x7e00;
  if (magnitude >= 0x477ff000) return sign | 0x7c00; // rounds to 65536 or more
  if (magnitude < 0x38800000) {
    // Below 2^-14 halves are multiples of 2^-24: let the division round, then settle ties by hand.
    const units = Math.abs(float[0]!) * 2 ** 24;
    const floor = Math.floor(units);
    const rest = units - floor;
    return sign | (rest > 0.5 || (rest === 0.5 && floor & 1) ? floor + 1 : floor);
  }
  return sign | ((magnitude - 0x38000000 + 0xfff + ((magnitude >>> 13) & 1)) >>> 13);
}

/** Little-endian halves as floats. `bytes` may start at any offset. */
export function halvesToFloats(bytes: Uint8Array): Float32Array {
  const out = new Float32Array(bytes.length >> 1);
  for (let i = 0; i < out.length; i++) out[i] = HALF[bytes[2 * i]! | (bytes[2 * i + 1]! << 8)]!;
  return out;
}

/** Floats as little-endian halves. */
export function floatsToHalves(values: Float32Array): Uint8Array {
  const out = new Uint8Array(values.length * 2);
  for (let i = 0; i < values.length; i++) {
    const half = toHalf(values[i]!);
    out[2 * i] = half & 255;
    out[2 * i + 1] = half >> 8;
  }
  return out;
}
