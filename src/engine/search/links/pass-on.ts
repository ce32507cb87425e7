import { topIndexes } from '../vectors/top.ts';
import { OWN_LINKS, PASSING } from '../weights.ts';
import type { LinkGraph } from './link-graph.ts';

/** From so many links on, and such a share of the notes, a note is one that links with everything. */
const LEAST_MANY = 15;
const MANY_LINKS = 0.1;
/** A note that links with everything is asked by so many of its links. */
const MOST_OWN = 200;

/** A note that passes links on, and how much it gives to every note it is linked with. */
export interface Passing {
  readonly slot: number;
  readonly share: number;
}

/**
 * The notes most similar to the asked one, and those it is linked with, which say as much of it. Each gives its
 * similarity to every note it is linked with: squared, so that the most similar say most, and less the more links it
 * has.
 */
export function passingNotes(links: LinkGraph, similarity: Float32Array, asked: number): Passing[] {
  const similar = topIndexes(similarity, PASSING);
  const own = asked < 0 ? [] : [...links.neighbours(asked)].slice(0, MOST_OWN);
  const linked = new Set(own);
  const alike = OWN_LINKS * (similar.length > 0 ? similarity[similar[0]!]! : 1);
  return [...new Set([...similar, ...own])].flatMap((slot) => {
    const isOwn = linked.has(slot);
    const degree = links.neighbours(slot).length - (isOwn ? 1 : 0);
    const worth = isOwn ? Math.max(alike, similarity[slot]!) : similarity[slot]!;
    return degree > 0 && slot !== asked ? [{ slot, share: worth ** 2 / Math.sqrt(degree) }] : [];
  });
}

/**
 * What every slot is given, of `slots`. A note that much of the vault is linked with, such as an index, is linked with
 * what is similar whatever that is: it is given less.
 */
export function passOn(
  links: LinkGraph,
  passing: readonly Passing[],
  asked: number,
  slots: number,
): Float32Array {
  const out = new Float32Array(slots);
  for (const { slot, share } of passing)
    for (const other of links.neighbours(slot)) if (other !== asked) out[other]! += share;
  return lessForHubs(links, out);
}

/** Takes what is given by slot, and gives less to notes that much of the vault is linked with. */
export function lessForHubs(links: LinkGraph, given: Float32Array): Float32Array {
  const many = Math.max(LEAST_MANY, MANY_LINKS * given.length);
  for (let slot = 0; slot < given.length; slot++) {
    if (given[slot] === 0) continue;
    const degree = links.neighbours(slot).length;
    if (degree > many) given[slot]! *= Math.sqrt(many / degree);
  }
  return given;
}

/** The notes that give something to `to`, with what each gives. */
export function passedBy(links: LinkGraph, passing: readonly Passing[], to: number): Passing[] {
  const linked = new Set(links.neighbours(to));
  return passing.filter(({ slot }) => linked.has(slot));
}
