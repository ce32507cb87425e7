import type { Mention, Reason } from '../../contract/related.ts';
import type { NoteRecord } from '../store/types.ts';
import type { Corpus } from './corpus.ts';
import { mentionOf } from './features/mentions.ts';
import { passedBy } from './links/pass-on.ts';
import type { Part, Ranking } from './rank.ts';
import { SHOWN } from './weights.ts';

/** Shares below this are left out, and the others made to add up to 1. */
const LEAST_SHARE = 0.005;

/** What a note's score is made of, the largest first; shares add up to 1. */
export function reasonsOf({ parts }: Pick<Ranking, 'parts'>, slot: number): Reason[] {
  const all = (Object.entries(parts) as [Part, Float32Array][]).map(([kind, scores]) => ({
    kind,
    share: scores[slot]!,
  }));
  const whole = sumOf(all);
  const telling = all.filter(({ share }) => share > 0 && share >= whole * LEAST_SHARE);
  const told = sumOf(telling);
  return telling
    .map(({ kind, share }) => ({ kind, share: share / told }))
    .sort((a, b) => b.share - a.share || (a.kind < b.kind ? -1 : 1));
}

const sumOf = (reasons: readonly { share: number }[]): number =>
  reasons.reduce((sum, { share }) => sum + share, 0);

/**
 * Slots of the notes through which a note gets its links' part, those that give most first: linked with both or with
 * one much like the asked one, or linking to it in a sentence like one of the asked note's.
 */
export function throughOf(
  { notes, links }: Pick<Corpus, 'notes' | 'links'>,
  { passing, said, linkWorth }: Pick<Ranking, 'passing' | 'said' | 'linkWorth'>,
  to: number,
): number[] {
  const given = new Map<number, number>();
  const add = (slot: number, worth: number) => given.set(slot, (given.get(slot) ?? 0) + worth);
  for (const { slot, share } of passedBy(links, passing, to)) add(slot, linkWorth.passed * share);
  const id = notes.idOf(to);
  for (const { from, to: linked, cosine } of said) {
    const slot = linked === id ? notes.slotOf(from) : undefined;
    if (slot !== undefined) add(slot, linkWorth.said * cosine ** 2);
  }
  return [...given]
    .sort((a, b) => b[1] - a[1] || a[0] - b[0])
    .slice(0, SHOWN.via)
    .map(([slot]) => slot);
}

/** Where either of two notes says a whole name of the other; looked for only where their words are there. */
export function mentionsOf(
  { source }: Pick<Corpus, 'source'>,
  { naming }: Pick<Ranking, 'naming'>,
  asked: NoteRecord,
  other: NoteRecord & { readonly slot: number },
): Mention[] {
  const here = naming.nameHere[other.slot]! > 0 && mentionOf(other, source.chunks.ofNote(asked.id));
  const there = naming.nameThere[other.slot]! > 0 && mentionOf(asked, source.chunks.ofNote(other.id));
  return [
    ...(here ? [{ in: 'here' as const, ...here }] : []),
    ...(there ? [{ in: 'there' as const, ...there }] : []),
  ];
}

/** Tags of both notes, the rarest first. */
export function sharedTagsOf({ notes }: Pick<Corpus, 'notes'>, asked: number, other: number): string[] {
  const { facts } = notes;
  const own = new Set(facts.tagsOf(asked));
  const shared = facts.tagsOf(other).filter((tag) => own.has(tag));
  const holders = new Map(shared.map((tag) => [tag, 0]));
  if (shared.length > 1)
    for (let slot = 0; slot < notes.slots; slot++)
      for (const tag of facts.tagsOf(slot)) if (holders.has(tag)) holders.set(tag, holders.get(tag)! + 1);
  return shared
    .sort((a, b) => holders.get(a)! - holders.get(b)! || a - b)
    .slice(0, SHOWN.terms)
    .map((tag) => facts.tags.values[tag]!);
}
