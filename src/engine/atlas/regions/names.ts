import type { Corpus } from '../../search/corpus.ts';
import { type Candidate, candidatesOf, type Group } from './naming/apart.ts';
import { centralFirst } from './naming/central.ts';
import { foreignTo, writer } from './naming/said.ts';
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
const WORTH = 0.5;
/** Notes of a region, or of a part, that are read for its name: the most central ones, and as many of the others. */
const READ = { region: 240, part: 60 } as const;
/** What a phrase may score below its best word and still be taken in its place. */
const FULLER = 0.7;

/** Share of the vault's notes, and notes, from which on it is written in a language, and a region spans it. */
const SPOKEN = { share: 0.1, notes: 8 } as const;
const SPANNED = { share: 0.15, notes: 2 } as const;
/** Notes of a language up to which, where nothing sets them apart, a title of theirs will do. */
const FEW = 4;
/** Share from which on a region is written in one language, and named in it already. */
const ALL_BUT = 0.85;

/**
 * Finds words of a language for the wanted ones of all regions, by what their notes mean; regions that no word is near to
 * are left out.
 */
export type ReadBack = (
  corpus: Corpus,
  texts: NoteTexts,
  all: readonly RegionNotes[],
  wanted: ReadonlySet<number>,
  language: string,
) => Promise<Map<number, string[]>>;

/**
 * Names for regions: what sets each apart from all others, and a part from the other parts of its region, as its notes
 * write it, best first, in the language of most of them. Never empty: where nothing sets a region apart, a title names it.
 */
export async function namesOf(
  corpus: Corpus,
  regions: readonly RegionNotes[],
  signal?: AbortSignal,
): Promise<Map<number, string[]>> {
  const groups = regions.map((region) => {
    const language = mainLanguage(corpus, region.slots);
    return groupOf(corpus, region, (of) => of === language || of === 'und');
  });
  const texts = await readTexts(corpus, [...new Set(groups.flatMap(({ slots }) => slots))], signal);
  return chosenFrom(texts, groups, candidatesOf(texts, groups), (group, taken) =>
    titlesOf(corpus, group, taken),
  );
}

/**
 * Names in the language of an interface for those regions that are not written in it and can be named in it: by the words
 * of their notes in it where they span it, else by words of the vault's other notes in it that mean what the region does.
 * None at all where the vault is hardly written in that language: whoever writes Chinese reads Chinese.
 * @param known the regions as they are called in the languages of their notes
 */
export async function namesIn(
  corpus: Corpus,
  known: readonly { readonly id: number; readonly words: readonly string[] }[],
  regions: readonly RegionNotes[],
  language: string,
  readBack: () => Promise<ReadBack | null>,
  signal?: AbortSignal,
): Promise<Map<number, string[]>> {
  const spoken = corpus.notes.languages.get(language) ?? 0;
  const all = [...corpus.notes.languages].reduce((sum, [of, n]) => sum + (of === 'und' ? 0 : n), 0);
  if (spoken < SPOKEN.notes || spoken < SPOKEN.share * all) return new Map();
  const others = regions.filter(({ slots }) => shareIn(corpus, slots, language) < ALL_BUT);
  if (others.length === 0) return new Map();
  const groups = regions.map((region): Group => {
    const group = groupOf(corpus, region, (of) => of === language);
    const spans =
      group.slots.length >= SPANNED.notes && shareIn(corpus, region.slots, language) >= SPANNED.share;
    return spans ? group : { ...group, slots: [] };
  });
  const everywhere = regions
    .filter(({ parent }) => parent === null)
    .flatMap((region) => groupOf(corpus, region, (of) => of !== language).slots);
  const read = [...new Set([...groups.flatMap(({ slots }) => slots), ...everywhere])];
  const texts = await readTexts(corpus, read, signal);
  const foreign = new Set(others.map(({ id }) => id));
  const spanning = groups.filter(({ slots }) => slots.length > 0);
  const own = chosenFrom(
    texts,
    spanning,
    candidatesOf(texts, spanning, foreignTo(texts, language)),
    (group, taken) => (group.slots.length <= FEW ? titlesOf(corpus, group, taken) : null),
  );
  const names = new Map([...own].filter(([id]) => foreign.has(id)));
  const left = new Set(others.map(({ id }) => id).filter((id) => !names.has(id)));
  const reader = left.size > 0 ? await readBack() : null;
  const taken = new Set(known.map(({ words }) => words.join(' ')));
  for (const [id, words] of (await reader?.(corpus, texts, regions, left, language)) ?? [])
    if (!taken.has(words.join(' '))) names.set(id, words);
  return names;
}

function groupOf(
  corpus: Corpus,
  { id, parent, slots }: RegionNotes,
  speaks: (language: string) => boolean,
): Group {
  const central = centralFirst(
    corpus,
    slots.filter((slot) => speaks(corpus.notes.languageOf(slot))),
  );
  return { id, parent, size: slots.length, slots: some(central, READ[parent === null ? 'region' : 'part']) };
}

/** The language of most notes; of two, that in which more of the vault is. */
function mainLanguage({ notes }: Corpus, slots: readonly number[]): string {
  const counts = new Map<string, number>();
  for (const slot of slots) counts.set(notes.languageOf(slot), (counts.get(notes.languageOf(slot)) ?? 0) + 1);
  counts.delete('und');
  const all = (language: string) => notes.languages.get(language) ?? 0;
  return [...counts].sort((a, b) => b[1] - a[1] || all(b[0]) - all(a[0]))[0]?.[0] ?? 'und';
}

/** Share of the notes of a known language that are in this one. */
function shareIn({ notes }: Corpus, slots: readonly number[], language: string): number {
  const known = slots.map((slot) => notes.languageOf(slot)).filter((of) => of !== 'und');
  return known.length === 0 ? 1 : known.filter((of) => of === language).length / known.length;
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

/** @param instead what names a group that nothing sets apart */
function chosenFrom(
  texts: NoteTexts,
  groups: readonly Group[],
  candidates: ReadonlyMap<number, readonly Candidate[]>,
  instead: (group: Group, taken: ReadonlySet<string>) => string[] | null,
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
    if (words.length === 0 || taken.has(words.join(' '))) {
      const titles = instead(group, taken);
      if (titles === null) continue;
      words = titles;
    }
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

/** Letters of a title that may stand in a name. */
const SHORT = 32;

/** What notes of a group that nothing sets apart are called: two that lie in its middle and hang together with others. */
function titlesOf({ source, notes, links }: Corpus, { slots }: Group, taken: ReadonlySet<string>): string[] {
  const own = new Set(slots);
  const linked = slots.map((slot) =>
    links.neighbours(slot).reduce((n, other) => n + Number(own.has(other)), 0),
  );
  const most = Math.max(1, ...linked);
  const titles = slots
    .map((slot, rank) => ({
      title: bare(source.notes.byId(notes.idOf(slot))?.title ?? ''),
      worth: linked[rank]! / most + 1 - rank / slots.length,
    }))
    .sort((a, b) => b.worth - a.worth)
    .map(({ title }) => title)
    .filter((title, i, all) => title && !taken.has(title) && all.indexOf(title) === i);
  const saying = titles.filter((title) => title.length <= SHORT && wordsOf(title, 'und').length > 0);
  const [first, ...rest] = saying.length > 0 ? saying : titles;
  if (first === undefined) return ['…'];
  const second =
    saying.length > 0 && slots.length > FEW ? rest.find((title) => !alike(title, first)) : undefined;
  return second ? [first, second] : [first];
}

/** Without the signs and pictures that titles are sorted by. */
const bare = (title: string): string => title.replace(/^[^\p{L}\p{N}]+/u, '').trim() || title.trim();
