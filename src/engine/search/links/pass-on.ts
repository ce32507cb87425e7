import { topIndexes } from '../vectors/top.ts';
import { PASSING } from '../weights.ts';
import type { LinkGraph } from './link-graph.ts';

/**
 * Links passed on: what the notes most similar to the asked one are linked with. Each gives its similarity, shared out
 * less the more links it has, to every note it is linked with. The asked note's own links are not looked at, so that
 * what is linked already does not crowd out what is not.
 */
export function passOn(links: LinkGraph, similarity: Float32Array, asked: number): Float32Array {
  const out = new Float32Array(similarity.length);
  for (const slot of topIndexes(similarity, PASSING)) {
    const share = shareOf(links, similarity, slot, asked);
    for (const other of links.neighbours(slot)) if (other !== asked) out[other]! += share;
  }
  return out;
}

/** The notes that pass a link on to `to`, those that give most first. */
export function passedBy(
  links: LinkGraph,
  similarity: Float32Array,
  asked: number,
  to: number,
  limit: number,
): number[] {
  const linked = new Set(links.neighbours(to));
  return topIndexes(similarity, PASSING)
    .filter((slot) => linked.has(slot) && slot !== asked)
    .map((slot) => ({ slot, share: shareOf(links, similarity, slot, asked) }))
    .sort((a, b) => b.share - a.share || a.slot - b.slot)
    .slice(0, limit)
    .map(({ slot }) => slot);
}

/** The link with the asked note does not count: it is what is being asked for. */
function shareOf(links: LinkGraph, similarity: Float32Array, slot: number, asked: number): number {
  const neighbours = links.neighbours(slot);
  const degree = neighbours.length - (neighbours.includes(asked) ? 1 : 0);
  return degree > 0 ? similarity[slot]! / Math.sqrt(degree) : 0;
}
