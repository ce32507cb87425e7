/** Where all notes lie between two poles, as it travels: typed arrays and paths in one run of bytes. */
export interface AxisPlaces {
  /** Paths of the notes; what the arrays' indexes stand for. */
  readonly paths: readonly string[];
  /** -1 at the `from` pole, 1 at the `to` pole, as far as any note goes; notes that are poles lie at the very ends. */
  readonly positions: Float32Array<ArrayBuffer>;
  /** Whether a note has anything to do with either pole: where not, its position says nothing. 0 or 1. */
  readonly related: Uint8Array<ArrayBuffer>;
}

/** No path holds it. */
const BETWEEN = '\0';

/** The count, the arrays one after the other, little-endian, then the paths in UTF-8. */
export function encodeAxis({ paths, positions, related }: AxisPlaces): Uint8Array<ArrayBuffer> {
  const text = new TextEncoder().encode(paths.join(BETWEEN));
  const out = new Uint8Array(4 + 5 * paths.length + text.length);
  new Uint32Array(out.buffer, 0, 1)[0] = paths.length;
  new Float32Array(out.buffer, 4, paths.length).set(positions);
  out.set(related, 4 + 4 * paths.length);
  out.set(text, 4 + 5 * paths.length);
  return out;
}

/** @param bytes what `encodeAxis` made */
export function decodeAxis(bytes: ArrayBuffer): AxisPlaces {
  const [count] = new Uint32Array(bytes, 0, 1) as unknown as [number];
  const text = new TextDecoder().decode(new Uint8Array(bytes, 4 + 5 * count));
  return {
    paths: count === 0 ? [] : text.split(BETWEEN),
    positions: new Float32Array(bytes, 4, count),
    related: new Uint8Array(bytes, 4 + 4 * count, count),
  };
}
