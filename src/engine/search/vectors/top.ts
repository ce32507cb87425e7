/** The `k` rows of smallest distance (0..`largest`), in row order; where distances tie, the first rows. */
export function nearestRows(
  distances: Uint16Array,
  count: number,
  largest: number,
  k: number,
): Int32Array<ArrayBuffer> {
  const wanted = Math.min(k, count);
  const histogram = new Uint32Array(largest + 1);
  for (let i = 0; i < count; i++) histogram[distances[i]!]!++;
  let edge = 0;
  let below = 0;
  while (edge < largest && below + histogram[edge]! < wanted) below += histogram[edge++]!;
  let onEdge = wanted - below;
  const rows = new Int32Array(wanted);
  let n = 0;
  for (let i = 0; i < count && n < wanted; i++) {
    const d = distances[i]!;
    if (d < edge || (d === edge && onEdge-- > 0)) rows[n++] = i;
  }
  return rows;
}

/** Indexes of the `k` largest values above `least`, largest first; ties by index. */
export function topIndexes(values: Float32Array | Float64Array, k: number, least = 0): number[] {
  // A heap of the best so far, its root the worst of them.
  const heap: number[] = [];
  const worse = (a: number, b: number) => values[a]! < values[b]! || (values[a]! === values[b]! && a > b);
  const sink = (at: number) => {
    for (;;) {
      let worst = at;
      for (const child of [2 * at + 1, 2 * at + 2])
        if (child < heap.length && worse(heap[child]!, heap[worst]!)) worst = child;
      if (worst === at) return;
      [heap[at], heap[worst]] = [heap[worst]!, heap[at]!];
      at = worst;
    }
  };
  if (k <= 0) return heap;
  for (let i = 0; i < values.length; i++) {
    if (!(values[i]! > least)) continue;
    if (heap.length < k) {
      heap.push(i);
      if (heap.length === k) for (let at = k >> 1; at >= 0; at--) sink(at);
    } else if (worse(heap[0]!, i)) {
      heap[0] = i;
      sink(0);
    }
  }
  return heap.sort((a, b) => values[b]! - values[a]! || a - b);
}
