/** The places of a chart as they travel: typed arrays and paths in one run of bytes. */
export interface ChartPlaces {
  /** Paths of the notes; what the arrays' indexes stand for. */
  readonly paths: readonly string[];
  /** x, y for each note. */
  readonly positions: Float32Array<ArrayBuffer>;
  /** Ids of the region and of the part that each lies in; -1 for none. */
  readonly regions: Int32Array<ArrayBuffer>;
  readonly parts: Int32Array<ArrayBuffer>;
  /** Pairs of indexes: explicit links, each once whatever its direction. */
  readonly links: Uint32Array<ArrayBuffer>;
}

/** No path holds it. */
const BETWEEN = '\0';

/** Two counts (notes, links), the arrays one after the other, little-endian, then the paths in UTF-8. */
export function encodePlaces({
  paths,
  positions,
  regions,
  parts,
  links,
}: ChartPlaces): Uint8Array<ArrayBuffer> {
  const text = new TextEncoder().encode(paths.join(BETWEEN));
  const arrays = [positions, regions, parts, links];
  const size = 8 + arrays.reduce((sum, array) => sum + array.byteLength, 0) + text.length;
  const out = new Uint8Array(size);
  new Uint32Array(out.buffer, 0, 2).set([paths.length, links.length / 2]);
  let at = 8;
  for (const array of arrays) {
    out.set(new Uint8Array(array.buffer, array.byteOffset, array.byteLength), at);
    at += array.byteLength;
  }
  out.set(text, at);
  return out;
}

/** @param bytes what `encodePlaces` made */
export function decodePlaces(bytes: ArrayBuffer): ChartPlaces {
  const [count, linkCount] = new Uint32Array(bytes, 0, 2) as unknown as [number, number];
  let at = 8;
  const take = <T>(make: new (buffer: ArrayBuffer, at: number, length: number) => T, length: number): T => {
    const array = new make(bytes, at, length);
    at += length * 4;
    return array;
  };
  const positions = take(Float32Array<ArrayBuffer>, 2 * count);
  const regions = take(Int32Array<ArrayBuffer>, count);
  const parts = take(Int32Array<ArrayBuffer>, count);
  const links = take(Uint32Array<ArrayBuffer>, 2 * linkCount);
  const text = new TextDecoder().decode(new Uint8Array(bytes, at));
  return { paths: count === 0 ? [] : text.split(BETWEEN), positions, regions, parts, links };
}
