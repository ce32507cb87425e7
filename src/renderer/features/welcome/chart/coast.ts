/** A point of the drawing: right and down. */
export type Point = readonly [x: number, y: number];

/** Numbers 0..1 that are the same at every start: the same coast every day. */
export function seeded(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

/**
 * A line as a hand draws a coast: between every two points another one, moved aside by a share of their distance, and
 * so on. Portolan charts exaggerate bays and capes; so does this.
 */
export function roughen(line: readonly Point[], random: () => number, rounds = 4, share = 0.2): Point[] {
  let points = [...line];
  for (let round = 0; round < rounds; round++) {
    points = points.flatMap(([x, y], i) => {
      const next = points[i + 1];
      if (!next) return [[x, y]];
      const [dx, dy] = [next[0] - x, next[1] - y];
      const aside = (random() - 0.5) * 2 * share;
      return [
        [x, y],
        [x + dx / 2 - dy * aside, y + dy / 2 + dx * aside],
      ];
    });
  }
  return points;
}

/** The points as an SVG path, in gentle curves through the middles. */
export function path(points: readonly Point[], closed = false): string {
  const n = (value: number) => value.toFixed(1);
  const middle = ([ax, ay]: Point, [bx, by]: Point) => `${n((ax + bx) / 2)} ${n((ay + by) / 2)}`;
  const [first, ...rest] = closed ? [...points, points[0]!] : points;
  const curves = rest.map(([x, y], i) => {
    const next = rest[i + 1];
    return next ? `Q${n(x)} ${n(y)} ${middle([x, y], next)}` : `L${n(x)} ${n(y)}`;
  });
  return `M${n(first![0])} ${n(first![1])}${curves.join('')}${closed ? 'Z' : ''}`;
}

/** An island: a rough ring. */
export function island(at: Point, size: number, random: () => number): Point[] {
  const corners = 9;
  const ring = Array.from({ length: corners }, (_, i): Point => {
    const angle = (i / corners) * 2 * Math.PI;
    const reach = size * (0.7 + random() * 0.6);
    return [at[0] + Math.cos(angle) * reach * 1.25, at[1] + Math.sin(angle) * reach * 0.8];
  });
  return roughen([...ring, ring[0]!], random, 2, 0.14).slice(0, -1);
}
