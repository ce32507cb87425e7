import type { Corpus } from '../../search/corpus.ts';
import { type Candidate, candidatesOf, type Group } from './naming/apart.ts';
import { centralFirst } from './naming/central.ts';
import { writer } from './naming/said.ts';
import { type NoteTexts, readTexts } from './naming/texts.ts';
import { wordsOf } from './naming/words-of.ts';

/** A region or a part of one, with the slots of its notes. */
export interface RegionNotes {
  readonly id: number;
  readonly parent: number | null;
  readonly slots: readonly number[];
}

/** Words of a name, at most, and their letters. */
const WORDS = 3;
const LETTERS = 40;
/** What a word of a name must be worth, beside the first. */
const WORTH = 0.45;
/** Notes of a region, or of a part, that are read for its name: the most central ones, and as many of the others. */
const READ = { region: 240, part: 60 } as const;
/** What a phrase may score below its best word and still be taken in its place. */
const FULLER = 0.7;

/**
 * Names for regions: what sets each apart from all others, and a part from the other parts of its region, as its notes
 * write it, best first. Never empty: where nothing sets a region apart, the title of its most central note names it.
 */
export async function namesOf(
  corpus: Corpus,
  regions: readonly RegionNotes[],
  signal?: AbortSignal,
): Promise<Map<number, string[]>> {
  const groups = regions.map(({ id, parent, slots }): Group => {
    const central = centralFirst(corpus, slots);
    return {
      id,
      parent,
      size: slots.length,
      slots: some(central, READ[parent === null ? 'region' : 'part']),
    };
  });
  const texts = await readTexts(corpus, [...new Set(groups.flatMap(({ slots }) => slots))], signal);
  return chosenFrom(corpus, texts, groups, candidatesOf(texts, groups));
}

/** The first half of those that may be read, and of the rest as many at even distances. */
function some(slots: readonly number[], most: number): number[] {
  if (slots.length <= most) return [...slots];
  const [first, rest] = [slots.slice(0, most / 2), slots.slice(most / 2)];
  return [
    ...first,
    ...Array.from({ length: most / 2 }, (_, i) => rest[Math.floor((2 * i * rest.length) / most)]!),
  ];
}

function chosenFrom(
  corpus: Corpus,
  texts: NoteTexts,
  groups: readonly Group[],
  candidates: ReadonlyMap<number, readonly Candidate[]>,
): Map<number, string[]> {
  const names = new Map<number, string[]>();
  const termsOf = new Map<number, ReadonlySet<string>>();
  const taken = new Set<string>();
  // Regions first: their parts are not to say the same.
  const order = groups.toSorted((a, b) => Number(a.parent !== null) - Number(b.parent !== null));
  for (const group of order) {
    const above = (group.parent === null ? undefined : termsOf.get(group.parent)) ?? new Set<string>();
    const best = chosen(texts, group, candidates.get(group.id)!, above);
    let words = best.map(({ written }) => written);
    if (words.length === 0 || taken.has(words.join(' '))) words = [titleOf(corpus, group, taken)];
    taken.add(words.join(' '));
    names.set(group.id, words);
    termsOf.set(group.id, new Set(best.flatMap(({ terms }) => terms)));
  }
  return names;
}

function chosen(
  texts: NoteTexts,
  { slots }: Group,
  candidates: readonly Candidate[],
  above: ReadonlySet<string>,
): { terms: readonly string[]; written: string }[] {
  const out: { terms: readonly string[]; written: string }[] = [];
  const best = candidates.filter(({ terms }) => !terms.every((term) => above.has(term))).slice(0, 30);
  const written = writer(
    texts,
    slots,
    best.map(({ terms }) => terms),
  );
  const least = WORTH * (best[0]?.score ?? 0);
  let letters = 0;
  for (const candidate of best) {
    if (candidate.score < least || out.length === WORDS) break;
    const { terms } = fuller(candidate, best);
    const word = written(terms);
    if (out.length > 0 && letters + word.length > LETTERS) continue;
    if (out.some((other) => shares(other.terms, terms) || alike(other.written, word))) continue;
    out.push({ terms, written: word });
    letters += word.length;
  }
  return out;
}

/** The best phrase of which a word is part, where it is nearly as good. */
const fuller = (word: Candidate, all: readonly Candidate[]): Candidate =>
  all.find(
    ({ terms, score }) =>
      terms.length > word.terms.length &&
      word.terms.every((term) => terms.includes(term)) &&
      score >= FULLER * word.score,
  ) ?? word;

const shares = (a: readonly string[], b: readonly string[]) => a.some((term) => b.includes(term));

/** One that holds another says nothing new. */
function alike(a: string, b: string): boolean {
  const [x, y] = [a.toLowerCase(), b.toLowerCase()];
  return x.includes(y) || y.includes(x) || (x.length > 5 && x.slice(0, 5) === y.slice(0, 5));
}

/** The title of a note that names no other region: of the one that most of its notes are linked with, else the most central. */
function titleOf({ source, notes, links }: Corpus, { slots }: Group, taken: ReadonlySet<string>): string {
  const own = new Set(slots);
  const linked = new Map(
    slots.map((slot) => [slot, links.neighbours(slot).reduce((n, other) => n + Number(own.has(other)), 0)]),
  );
  const titles = slots
    .toSorted((a, b) => linked.get(b)! - linked.get(a)!)
    .map((slot) => bare(source.notes.byId(notes.idOf(slot))?.title ?? ''))
    .filter(Boolean);
  const saying = titles.filter((title) => wordsOf(title, 'und').length > 0);
  return saying.find((title) => !taken.has(title)) ?? saying[0] ?? titles[0] ?? '…';
}

/** Without the signs and pictures that titles are sorted by. */
const bare = (title: string): string => title.replace(/^[^\p{L}\p{N}]+/u, '').trim() || title.trim();
