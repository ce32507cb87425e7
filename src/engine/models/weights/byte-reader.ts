/** Reads little-endian numbers one after the other. Every call throws RangeError past the end. */
export interface ByteReader {
  u8(): number;
  u16(): number;
  u32(): number;
  i32(): number;
  /** Throws above 2^53. */
  u64(): number;
  f32(): number;
  /** A view, not a copy. */
  bytes(length: number): Uint8Array;
}

export function byteReader(file: Uint8Array): ByteReader {
  const view = new DataView(file.buffer, file.byteOffset, file.byteLength);
  let at = 0;
  const step = (length: number) => {
    at += length;
    return at - length;
  };
  return {
    u8: () => view.getUint8(step(1)),
    u16: () => view.getUint16(step(2), true),
    u32: () => view.getUint32(step(4), true),
    i32: () => view.getInt32(step(4), true),
    u64: () => {
      const value = view.getBigUint64(step(8), true);
      if (value > BigInt(Number.MAX_SAFE_INTEGER)) throw new RangeError(`${value} is no length`);
      return Number(value);
    },
    f32: () => view.getFloat32(step(4), true),
    bytes: (length) => {
      if (length < 0 || at + length > file.length) throw new RangeError('the file ends too early');
      return file.subarray(step(length), at);
    },
  };
}
