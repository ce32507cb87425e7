import type { Edges } from './edges.ts';

/** Two numbers a note, x then y: positions of a chart. */
export type Positions = Float32Array;

export interface OptimiseOptions {
  readonly rounds: number;
  /** Same seed and input: same chart, to the bit. */
  readonly seed: number;
  /** How far a round moves, at its beginning; it falls to 0. */
  readonly step?: number;
  /** How freely each note moves, 0 (not at all) to 1; all 1 by default. */
  readonly freedom?: Float32Array;
  /** Called after every round; false ends the work. */
  readonly onRound?: (done: number) => boolean;
}

/** Shape of the attraction, 1 / (1 + A·d²): notes settle about half a unit from their neighbours. No power is needed. */
const A = 1.6;
/** Notes that each end of an edge is pushed away from, for each time the edge pulls. */
const PUSHES = 10;
/** No single push or pull moves a note further than this, in units of the chart. */
const MOST = 4;

/**
 * Lays out a neighbour graph by stochastic gradient descent, as UMAP does: edges pull their notes together, in
 * proportion to their weights, and chance picks the notes they are pushed from. Changes `positions`.
 */
export function optimise(
  edges: Edges,
  positions: Positions,
  { rounds, seed, step = 1, freedom, onRound }: OptimiseOptions,
): void {
  const count = positions.length / 2;
  if (count < 2) return;
  if (count === 2) {
    pairUp(edges, positions, freedom);
    return;
  }
  const { heads, tails, weights } = edges;
  const every = Float32Array.from(weights, (w) => 1 / w);
  const next = every.slice();
  let state = (seed | 0) ^ 0x9e3779b9 || 1;
  for (let round = 1; round <= rounds; round++) {
    const alpha = step * (1 - (round - 1) / rounds);
    for (let e = 0; e < heads.length; e++) {
      if (next[e]! > round) continue;
      next[e]! += every[e]!;
      const h = heads[e]!;
      const t = tails[e]!;
      const freeH = freedom ? alpha * freedom[h]! : alpha;
      const freeT = freedom ? alpha * freedom[t]! : alpha;
      let hx = positions[2 * h]!;
      let hy = positions[2 * h + 1]!;
      let tx = positions[2 * t]!;
      let ty = positions[2 * t + 1]!;
      const dx = hx - tx;
      const dy = hy - ty;
      const pull = (-2 * A) / (1 + A * (dx * dx + dy * dy));
      const px = bounded(pull * dx);
      const py = bounded(pull * dy);
      hx += freeH * px;
      hy += freeH * py;
      tx -= freeT * px;
      ty -= freeT * py;
      for (let n = 0; n < PUSHES; n++) {
        state ^= state << 13;
        state ^= state >>> 17;
        state ^= state << 5;
        const other = (state >>> 0) % count;
        if (other === h || other === t) continue;
        const ox = positions[2 * other]!;
        const oy = positions[2 * other + 1]!;
        // Each end in turn: a note with many edges is pushed as often as it is pulled.
        if (n & 1) {
          const x = tx - ox;
          const y = ty - oy;
          const d = x * x + y * y;
          const push = 2 / ((0.001 + d) * (1 + A * d));
          tx += freeT * bounded(push * x);
          ty += freeT * bounded(push * y);
        } else {
          const x = hx - ox;
          const y = hy - oy;
          const d = x * x + y * y;
          const push = 2 / ((0.001 + d) * (1 + A * d));
          hx += freeH * bounded(push * x);
          hy += freeH * bounded(push * y);
        }
      }
      positions[2 * h] = hx;
      positions[2 * h + 1] = hy;
      positions[2 * t] = tx;
      positions[2 * t + 1] = ty;
    }
    if (onRound?.(round) === false) return;
  }
}

/** Distance of two neighbours that are all there is. */
const PAIR = 0.6;

/** Two notes: there is no third that either could be pushed from, and they would be pulled onto one point. */
function pairUp(edges: Edges, positions: Positions, freedom: Float32Array | undefined): void {
  const [free, other] = freedom ?? [1, 1];
  if (edges.count === 0 || !(free! + other! > 0)) return;
  const [dx, dy] = [positions[2]! - positions[0]!, positions[3]! - positions[1]!];
  const far = Math.hypot(dx, dy);
  const [x, y] = far > 0 ? [dx / far, dy / far] : [1, 0];
  const wanted = (PAIR - far) / (free! + other!);
  positions[0]! -= free! * wanted * x;
  positions[1]! -= free! * wanted * y;
  positions[2]! += other! * wanted * x;
  positions[3]! += other! * wanted * y;
}

const bounded = (n: number): number => (n > MOST ? MOST : n < -MOST ? -MOST : n);
