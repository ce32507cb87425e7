import { topIndexes } from '../vectors/top.ts';
import { PASSING } from '../weights.ts';
import type { LinkGraph } from './link-graph.ts';

/** A note that passes links on, and how much it gives to every note it is linked with. */
export interface Passing {
  readonly slot: number;
  readonly share: number;
}

/**
 * The notes most similar to the asked one. Each gives its similarity to every note it is linked with: squared, so
 * that the most similar say most, and less the more links it has. The asked note's own links are not looked at, so
 * that what is linked already does not crowd out what is not.
 */
export function passingNotes(links: LinkGraph, similarity: Float32Array, asked: number): Passing[] {
  return topIndexes(similarity, PASSING).flatMap((slot) => {
    const neighbours = links.neighbours(slot);
    const degree = neighbours.length - (neighbours.includes(asked) ? 1 : 0);
    return degree > 0 && slot !== asked ? [{ slot, share: similarity[slot]! ** 2 / Math.sqrt(degree) }] : [];
  });
}

/** What every slot is given, of `slots`. */
export function passOn(
  links: LinkGraph,
  passing: readonly Passing[],
  asked: number,
  slots: number,
): Float32Array {
  const out = new Float32Array(slots);
  for (const { slot, share } of passing)
    for (const other of links.neighbours(slot)) if (other !== asked) out[other]! += share;
  return out;
}

/** The notes that give something to `to`, those that give most first. */
export function passedBy(links: LinkGraph, passing: readonly Passing[], to: number, limit: number): number[] {
  const linked = new Set(links.neighbours(to));
  return passing
    .filter(({ slot }) => linked.has(slot))
    .sort((a, b) => b.share - a.share || a.slot - b.slot)
    .slice(0, limit)
    .map(({ slot }) => slot);
}
