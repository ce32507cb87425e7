import type { NoteTexts, PlacedWord } from './texts.ts';

/** Words of a phrase, at most. */
const LONGEST = 3;

/** What a group of notes says: in how many of them each term stands, and in how many titles. */
export interface Said {
  readonly notes: number;
  readonly counts: ReadonlyMap<string, number>;
  readonly titles: ReadonlyMap<string, number>;
}

export function saidBy(texts: NoteTexts, slots: readonly number[]): Said {
  const counts = new Map<string, number>();
  const titles = new Map<string, number>();
  for (const slot of slots) {
    const title = new Set(texts.title(slot).map(({ term }) => term));
    for (const term of title) titles.set(term, (titles.get(term) ?? 0) + 1);
    for (const { term } of texts.text(slot)) title.add(term);
    for (const term of title) counts.set(term, (counts.get(term) ?? 0) + 1);
  }
  return { notes: slots.length, counts, titles };
}

/** Terms that notes of other languages say oftener: names and quotations from them, when they stand in this one. */
export function foreignTo(texts: NoteTexts, language: string): (term: string) => boolean {
  const [own, other] = [true, false].map((isOwn) =>
    saidBy(
      texts,
      texts.slots.filter((slot) => (texts.languageOf(slot) === language) === isOwn),
    ),
  );
  const share = ({ counts, notes }: Said, term: string) => (counts.get(term) ?? 0) / Math.max(1, notes);
  return (term) => share(other!, term) > share(own!, term);
}

/** A phrase that notes say, by its terms. */
export interface Phrase {
  readonly terms: readonly string[];
  notes: number;
  titles: number;
}

/** Phrases of a group that hold one of its telling terms, by key; those that one note alone says are left out. */
export function phrasesOf(
  texts: NoteTexts,
  slots: readonly number[],
  telling: ReadonlySet<string>,
): Phrase[] {
  const found = new Map<string, Phrase>();
  for (const slot of slots) {
    const seen = new Set<string>();
    for (const where of ['title', 'text'] as const)
      for (const terms of runs(texts[where](slot), telling)) {
        const key = terms.join(' ');
        if (seen.has(key)) continue;
        seen.add(key);
        const phrase = found.get(key) ?? { terms, notes: 0, titles: 0 };
        phrase.notes++;
        if (where === 'title') phrase.titles++;
        found.set(key, phrase);
      }
  }
  return [...found.values()].filter(({ notes }) => notes > 1);
}

function* runs(words: readonly PlacedWord[], telling: ReadonlySet<string>): Generator<string[]> {
  for (let i = 0; i < words.length; i++) {
    const terms = [words[i]!.term];
    for (let j = i + 1; j < words.length && terms.length < LONGEST && words[j]!.joint !== null; j++) {
      terms.push(words[j]!.term);
      if (new Set(terms).size === terms.length && terms.some((term) => telling.has(term))) yield [...terms];
    }
  }
}

/** What a word at the beginning of a sentence counts when it is asked how it is written, beside one in the middle. */
const FIRST = 0.2;
const TITLED = 0.4;
/** Share of small letters from which on a word is written small. */
const SMALL = 0.25;

/** How notes write terms and phrases: as most of them do, small where a fair part of them does. */
export function writer(texts: NoteTexts, slots: readonly number[], wanted: readonly (readonly string[])[]) {
  const votes = new Map<string, Map<string, number>>();
  const keys = new Set(wanted.map((terms) => terms.join(' ')));
  const starts = new Set(wanted.map(([term]) => term!));
  const vote = (key: string, written: string, weight: number) => {
    const of = votes.get(key) ?? new Map<string, number>();
    of.set(written, (of.get(written) ?? 0) + weight);
    votes.set(key, of);
  };
  for (const slot of slots)
    for (const where of ['title', 'text'] as const) {
      const words = texts[where](slot);
      for (let i = 0; i < words.length; i++) {
        if (!starts.has(words[i]!.term)) continue;
        let [key, written] = ['', ''];
        for (let j = i; j < Math.min(words.length, i + LONGEST); j++) {
          const { term, joint } = words[j]!;
          if (j > i && joint === null) break;
          key += (j > i ? ' ' : '') + term;
          written += (j > i ? joint : '') + words[j]!.written;
          if (keys.has(key)) vote(key, written, where === 'title' ? TITLED : words[i]!.first ? FIRST : 1);
        }
      }
    }
  return (terms: readonly string[]): string => {
    const of = [...(votes.get(terms.join(' ')) ?? [])].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? 1 : -1));
    const total = of.reduce((sum, [, weight]) => sum + weight, 0);
    const small = of.filter(([written]) => written === written.toLowerCase());
    const smallWeight = small.reduce((sum, [, weight]) => sum + weight, 0);
    return (smallWeight >= SMALL * total ? small[0]?.[0] : of[0]?.[0]) ?? terms.join(' ');
  };
}
