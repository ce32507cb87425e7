import { z } from 'zod';

const Side = z.enum(['top', 'right', 'bottom', 'left']).optional().catch(undefined);
const Box = {
  id: z.string(),
  x: z.number(),
  y: z.number(),
  width: z.number().min(1),
  height: z.number().min(1),
  color: z.string().max(30).optional().catch(undefined),
};

const Card = z.discriminatedUnion('type', [
  z.object({ ...Box, type: z.literal('text'), text: z.string() }),
  z.object({
    ...Box,
    type: z.literal('file'),
    file: z.string(),
    subpath: z.string().optional().catch(undefined),
  }),
  z.object({ ...Box, type: z.literal('link'), url: z.string() }),
  z.object({ ...Box, type: z.literal('group'), label: z.string().optional().catch(undefined) }),
]);
export type Card = z.infer<typeof Card>;

const Edge = z.object({
  fromNode: z.string(),
  toNode: z.string(),
  fromSide: Side,
  toSide: Side,
  fromEnd: z.enum(['none', 'arrow']).default('none').catch('none'),
  toEnd: z.enum(['none', 'arrow']).default('arrow').catch('arrow'),
  label: z.string().optional().catch(undefined),
  color: z.string().max(30).optional().catch(undefined),
});
export type Edge = z.infer<typeof Edge>;

export interface Canvas {
  readonly cards: readonly Card[];
  readonly edges: readonly Edge[];
}

/** Reads a canvas. What of it is no card or edge is left out. @throws SyntaxError where it is no canvas at all */
export function readCanvas(text: string): Canvas {
  // An empty file is what Obsidian makes for a new canvas.
  if (!text.trim()) return { cards: [], edges: [] };
  const json: unknown = JSON.parse(text);
  if (typeof json !== 'object' || json === null || Array.isArray(json))
    throw new SyntaxError('not an object');
  const { nodes = [], edges = [] } = json as { nodes?: unknown; edges?: unknown };
  if (!Array.isArray(nodes) || !Array.isArray(edges)) throw new SyntaxError('nodes or edges are no lists');
  const cards = nodes.flatMap((node) => Card.safeParse(node).data ?? []);
  const known = new Set(cards.map(({ id }) => id));
  return {
    cards,
    edges: edges
      .flatMap((edge) => Edge.safeParse(edge).data ?? [])
      .filter(({ fromNode, toNode }) => known.has(fromNode) && known.has(toNode)),
  };
}
