import { bisectLeft } from 'd3-array';
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
  const members = groups.map((group): Member => ({ ...group, said: saidBy(texts, group.slots) }));
  const byId = new Map(members.map((member) => [member.id, member]));
  const asked = new Set(members.flatMap(({ said }) => oftenSaid(said)));
  const spreads = new Map(
    [...Map.groupBy(members, ({ parent }) => parent)].map(([parent, of]) => [parent, new Spread(of, asked)]),
  );
  const whole = spreads.get(null) ?? new Spread([], asked);
  const out = new Map<number, Candidate[]>();
  for (const group of members) {
    const rivals = spreads.get(group.parent)!.without(group);
    const others = group.parent === null ? null : whole.without(byId.get(group.parent));
    let found: Candidate[] = [];
    for (const bar of BARS)
      if (found.length === 0)
        found = scored(texts, group, isForeign, liftOver(group.said, rivals, others, bar));
    out.set(group.id, found);
  }
  return unshared(groups, out);
}

interface Member extends Group {
  readonly said: Said;
}

/** Terms that enough notes of a group say to name it. */
function oftenSaid({ counts, notes }: Said): string[] {
  const least = leastOf(notes);
  return [...counts].flatMap(([term, n]) => (n >= least ? [term] : []));
}

/** Share of a group's notes that say a term. */
const shareOf = ({ said }: Member, term: string): number => (said.counts.get(term) ?? 0) / said.notes;

/** Groups among which something is said, but for one of them. */
interface Others {
  readonly count: number;
  /** Share of all their notes that say a term, never none. */
  share(term: string): number;
  /** How many of them say it in at least such a share of their notes; `least` is above 0. */
  saying(term: string, least: number): number;
}

/** How often groups say each term: every one of them is read once, however many are told apart. */
class Spread {
  readonly #groups: ReadonlySet<number>;
  readonly #size: number;
  readonly #sums = new Map<string, number>();
  /** Shares of the groups that say a term, ascending. */
  readonly #shares = new Map<string, number[]>();

  /** @param asked the terms that will be asked for: most are said once, and would take the most memory */
  constructor(members: readonly Member[], asked: ReadonlySet<string>) {
    const speaking = members.filter(({ said }) => said.notes > 0);
    this.#groups = new Set(speaking.map(({ id }) => id));
    this.#size = speaking.reduce((sum, { size }) => sum + size, 0);
    for (const member of speaking)
      for (const term of member.said.counts.keys()) {
        if (!asked.has(term)) continue;
        const share = shareOf(member, term);
        this.#sums.set(term, (this.#sums.get(term) ?? 0) + member.size * share);
        const shares = this.#shares.get(term);
        if (shares) shares.push(share);
        else this.#shares.set(term, [share]);
      }
    for (const shares of this.#shares.values()) shares.sort((a, b) => a - b);
  }

  without(left: Member | undefined): Others {
    const out = left && this.#groups.has(left.id) ? left : null;
    const size = this.#size - (out?.size ?? 0);
    return {
      count: this.#groups.size - (out ? 1 : 0),
      share: (term) => {
        const own = out ? out.size * shareOf(out, term) : 0;
        return (Math.max(0, (this.#sums.get(term) ?? 0) - own) + 0.5) / (size + 1);
      },
      saying: (term, least) => {
        const shares = this.#shares.get(term) ?? [];
        return shares.length - bisectLeft(shares, least) - (out && shareOf(out, term) >= least ? 1 : 0);
      },
    };
  }
}

/** How much oftener a group says a term than its rivals do, and than all others; 0 for what too many of them say. */
function liftOver(own: Said, rivals: Others, others: Others | null, bar: Bar): (term: string) => number {
  const far = others && others.count > 0 ? others : null;
  return (term) => {
    const inside = own.counts.get(term)! / own.notes;
    if (rivals.count === 0 && !far) return Math.E;
    const many = rivals.saying(term, inside / 2);
    if (many > Math.max(rivals.count < FEW_RIVALS ? 1 : 0, bar.rivals * rivals.count)) return 0;
    const near = rivals.count > 0 ? inside / rivals.share(term) : Math.E;
    const over = far ? inside / far.share(term) : near;
    if (near < (far || rivals.count < 3 ? LOW_LIFT : bar.lift)) return 0;
    return Math.sqrt(near * Math.max(over, 0.01));
  };
}

function scored(
  texts: NoteTexts,
  { slots, said: own }: Member,
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
