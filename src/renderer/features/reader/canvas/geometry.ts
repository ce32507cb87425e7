import type { Card, Edge } from './read-canvas.ts';

export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export interface Point {
  readonly x: number;
  readonly y: number;
}

type Side = 'top' | 'right' | 'bottom' | 'left';

/** What surrounds all cards. */
export function boundsOf(cards: readonly Box[]): Box {
  if (cards.length === 0) return { x: 0, y: 0, width: 1, height: 1 };
  const [x, y] = [Math.min(...cards.map((c) => c.x)), Math.min(...cards.map((c) => c.y))];
  const right = Math.max(...cards.map((c) => c.x + c.width));
  const bottom = Math.max(...cards.map((c) => c.y + c.height));
  return { x, y, width: right - x, height: bottom - y };
}

const OUT: Readonly<Record<Side, Point>> = {
  top: { x: 0, y: -1 },
  right: { x: 1, y: 0 },
  bottom: { x: 0, y: 1 },
  left: { x: -1, y: 0 },
};

/** The middle of a card's side. */
export function sidePoint({ x, y, width, height }: Box, side: Side): Point {
  const out = OUT[side];
  return { x: x + (width / 2) * (1 + out.x), y: y + (height / 2) * (1 + out.y) };
}

/** The sides that face each other, where an edge does not say. */
function facing(from: Box, to: Box): readonly [Side, Side] {
  const dx = to.x + to.width / 2 - from.x - from.width / 2;
  const dy = to.y + to.height / 2 - from.y - from.height / 2;
  if (Math.abs(dx) > Math.abs(dy)) return dx > 0 ? ['right', 'left'] : ['left', 'right'];
  return dy > 0 ? ['bottom', 'top'] : ['top', 'bottom'];
}

export interface Line {
  readonly path: string;
  /** The point at a share of the way, from 0 to 1. */
  readonly at: (share: number) => Point;
}

/** A curve that leaves one card and enters the other at right angles. */
export function lineOf(edge: Edge, from: Card, to: Card): Line {
  const [out, into] = facing(from, to);
  const [a, b] = [edge.fromSide ?? out, edge.toSide ?? into];
  const [p, q] = [sidePoint(from, a), sidePoint(to, b)];
  const reach = Math.max(40, Math.hypot(q.x - p.x, q.y - p.y) / 2.5);
  const c = { x: p.x + OUT[a].x * reach, y: p.y + OUT[a].y * reach };
  const d = { x: q.x + OUT[b].x * reach, y: q.y + OUT[b].y * reach };
  return {
    path: `M${p.x} ${p.y}C${c.x} ${c.y} ${d.x} ${d.y} ${q.x} ${q.y}`,
    at: (t) => {
      const along = (axis: 'x' | 'y') =>
        (1 - t) ** 3 * p[axis] +
        3 * (1 - t) ** 2 * t * c[axis] +
        3 * (1 - t) * t ** 2 * d[axis] +
        t ** 3 * q[axis];
      return { x: along('x'), y: along('y') };
    },
  };
}
