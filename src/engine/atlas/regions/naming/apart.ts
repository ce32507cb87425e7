import { type Phrase, phrasesOf, type Said, saidBy } from './said.ts';
import type { NoteTexts } from './texts.ts';

/** Notes that are told apart from others of their kind. */
export interface Group {
  readonly id: number;
  readonly parent: number | null;
  /** How many notes it has, and the slots of those that were read, the most central first. */
  readonly size: number;
  readonly slots: readonly number[];
}

/** What may name a group: a term or a phrase of terms. */
export interface Candidate {
  readonly terms: readonly string[];
  readonly score: number;
}

/** How many notes of a group must say a term of its name: of few, a larger share. */
const leastOf = (notes: number) => Math.max(Math.min(3, Math.ceil(notes / 3)), 0.75 * Math.sqrt(notes));
/** How much oftener than by the others it must be said; where nothing is, less has to do. */
interface Bar {
  readonly lift: number;
  /** Share of a group's rivals that may say a term half as often as it does: what more say names none of them. */
  readonly rivals: number;
}
const BARS: readonly Bar[] = [
  { lift: 2, rivals: 0.2 },
  { lift: 1.6, rivals: 0.35 },
];
const FEW_RIVALS = 5;
/** In so few notes chance repeats any word: it must be said by half of them, or stand in a title. */
const FEW_NOTES = 24;
/** Among so few groups, and parts, a term need not be said as much oftener. */
const LOW_LIFT = 1.4;
/** What standing in titles adds. */
const IN_TITLES = 1.6;
/** What a phrase counts for beside a word, and what share of its best word's notes must say it. */
const PHRASE = 1.35;
const PHRASE_SHARE = 0.35;
/** Terms whose phrases are looked for. */
const TELLING = 40;

/** What sets each group apart from its rivals (regions from regions, parts from parts of the same), best first. */
export function candidatesOf(
  texts: NoteTexts,
  groups: readonly Group[],
  isForeign: (term: string) => boolean = () => false,
): Map<number, Candidate[]> {
  const said = new Map(groups.map((group) => [group.id, saidBy(texts, group.slots)]));
  const whole = groups.filter(({ parent }) => parent === null);
  const out = new Map<number, Candidate[]>();
  for (const group of groups) {
    const rivals = groups.filter(({ id, parent }) => parent === group.parent && id !== group.id);
    const others = group.parent === null ? [] : whole.filter(({ id }) => id !== group.parent);
    const own = said.get(group.id)!;
    const [near, far] = [spreadOf(rivals, said), spreadOf(others, said)];
    let found: Candidate[] = [];
    for (const bar of BARS)
      if (found.length === 0) found = scored(texts, group, own, isForeign, liftOver(own, near, far, bar));
    out.set(group.id, found);
  }
  return unshared(groups, out);
}

interface Spread {
  readonly said: readonly { readonly said: Said; readonly size: number }[];
  readonly size: number;
}

function spreadOf(groups: readonly Group[], said: ReadonlyMap<number, Said>): Spread {
  const of = groups.map(({ id, size }) => ({ said: said.get(id)!, size })).filter((g) => g.said.notes > 0);
  return { said: of, size: of.reduce((sum, { size }) => sum + size, 0) };
}

/** How much oftener a group says a term than its rivals do, and than all others; 0 for what too many of them say. */
function liftOver(own: Said, rivals: Spread, others: Spread, bar: Bar): (term: string) => number {
  const share = (term: string, { said, size }: Spread) =>
    said.reduce((sum, g) => sum + (g.size * (g.said.counts.get(term) ?? 0)) / g.said.notes, 0.5) / (size + 1);
  return (term) => {
    const inside = own.counts.get(term)! / own.notes;
    if (rivals.said.length === 0 && others.said.length === 0) return Math.E;
    const many = rivals.said.filter(
      ({ said }) => (said.counts.get(term) ?? 0) / said.notes >= inside / 2,
    ).length;
    if (many > Math.max(rivals.said.length < FEW_RIVALS ? 1 : 0, bar.rivals * rivals.said.length)) return 0;
    const near = rivals.said.length > 0 ? inside / share(term, rivals) : Math.E;
    const far = others.said.length > 0 ? inside / share(term, others) : near;
    if (near < (others.said.length > 0 || rivals.said.length < 3 ? LOW_LIFT : bar.lift)) return 0;
    return Math.sqrt(near * Math.max(far, 0.01));
  };
}

function scored(
  texts: NoteTexts,
  { slots }: Group,
  own: Said,
  isForeign: (term: string) => boolean,
  liftOf: (term: string) => number,
): Candidate[] {
  const least = leastOf(own.notes);
  const score = (notes: number, titles: number, lift: number) =>
    (1 + IN_TITLES * Math.min(1, titles / least)) * Math.sqrt(notes / own.notes) * Math.log(lift);
  const words: { term: string; score: number; lift: number }[] = [];
  for (const [term, n] of own.counts) {
    if (n < least) continue;
    if (own.notes <= FEW_NOTES && n < Math.max(3, own.notes / 2) && !own.titles.has(term)) continue;
    const lift = isForeign(term) ? 0 : liftOf(term);
    if (lift > 1) words.push({ term, lift, score: score(n, own.titles.get(term) ?? 0, lift) });
  }
  words.sort((a, b) => b.score - a.score || (a.term < b.term ? -1 : 1));
  const best = words.slice(0, TELLING);
  const lifts = new Map(best.map(({ term, lift }) => [term, lift]));
  const phrases = phrasesOf(texts, slots, new Set(lifts.keys()));
  const wide = ({ terms, notes }: Phrase) =>
    notes >= least && terms.some((term) => lifts.has(term) && notes >= PHRASE_SHARE * own.counts.get(term)!);
  return [
    ...best.map(({ term, score }) => ({ terms: [term], score })),
    ...phrases.filter(wide).map(({ terms, notes, titles }) => ({
      terms,
      score: PHRASE * score(notes, titles, together(terms.map((term) => lifts.get(term) ?? 1))),
    })),
  ].sort((a, b) => b.score - a.score || b.terms.length - a.terms.length);
}

/** How much oftener a phrase is said, by its words: between the rarest and what they are together. */
function together(lifts: readonly number[]): number {
  const logs = lifts.map(Math.log);
  return Math.exp((Math.max(...logs) + logs.reduce((sum, log) => sum + log, 0) / logs.length) / 2);
}

/** Each term names one group among rivals at most: the one that it sets apart best. */
function unshared(groups: readonly Group[], of: ReadonlyMap<number, Candidate[]>): Map<number, Candidate[]> {
  const best = new Map<string, number>();
  const key = (group: Group, { terms }: Candidate) => `${group.parent} ${terms.join(' ')}`;
  for (const group of groups)
    for (const candidate of of.get(group.id)!) {
      const at = key(group, candidate);
      best.set(at, Math.max(best.get(at) ?? 0, candidate.score));
    }
  return new Map(
    groups.map((group) => [
      group.id,
      of.get(group.id)!.filter((candidate) => candidate.score === best.get(key(group, candidate))),
    ]),
  );
}
