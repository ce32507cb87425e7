import { writtenBy } from '../../lexicon/note-terms.ts';
import { isStopWord } from '../../lexicon/words.ts';
import type { Corpus } from '../../search/corpus.ts';

/** Words of a name, at most. */
const WORDS = 3;
/** Share of a region's notes that must say a word of its name, and notes at least. */
const LEAST_SHARE = 0.12;
const LEAST_NOTES = 3;
/** What a word in titles counts for, beside one in texts. */
const IN_TITLE = 1.5;
/** Members asked how they write a word. */
const ASKED = 60;

/** Words, numbers alone left out: what a region may be named by. */
const NAMING = /^\p{L}[\p{L}\p{M}\p{N}’'+#.-]*$/u;
/** What markup, formulas and code leave behind in texts. */
const BOILERPLATE = new Set(
  (
    'http https www com org html png jpg svg pdf href src img div span class true false null undefined const let var ' +
    'return function import export todo note notes lvert rvert vert frac sqrt sum prod mathbb mathbf mathrm mathcal ' +
    'operatorname text left right begin end aligned cdot cdots ldots infty partial nabla hat bar vec quad leq geq neq'
  ).split(' '),
);

/**
 * Names for regions: the words that set each apart from all the others, as its notes write them, best first. A word
 * that many notes of a region say, and few others, names it; titles say more than texts.
 */
export function namesOf(corpus: Corpus, regions: readonly (readonly number[])[]): string[][] {
  const said = regions.map((slots) => countsOf(corpus, slots));
  const everywhere = new Map<string, number>();
  for (const { counts } of said)
    for (const [term, n] of counts) everywhere.set(term, (everywhere.get(term) ?? 0) + n);
  const all = regions.reduce((sum, slots) => sum + slots.length, 0);
  return regions.map((slots, r) => {
    const { counts, titles } = said[r]!;
    const scored: { term: string; score: number }[] = [];
    const least = Math.max(Math.min(LEAST_NOTES, slots.length), slots.length * LEAST_SHARE);
    for (const [term, n] of counts) {
      if (n < least) continue;
      const inside = n / slots.length;
      const outside = (everywhere.get(term)! - n + 0.5) / (all - slots.length + 1);
      const titled = 1 + IN_TITLE * Math.min(1, (titles.get(term) ?? 0) / least);
      const score = titled * Math.sqrt(inside) * Math.log(inside / outside);
      if (score > 0) scored.push({ term, score });
    }
    scored.sort((a, b) => b.score - a.score || (a.term < b.term ? -1 : 1));
    return chosen(
      corpus,
      slots,
      scored.map(({ term }) => term),
    );
  });
}

/** In how many notes of a region each term stands, and in how many titles. */
function countsOf(corpus: Corpus, slots: readonly number[]) {
  const counts = new Map<string, number>();
  const titles = new Map<string, number>();
  for (const slot of slots) {
    const id = corpus.notes.idOf(slot);
    for (const term of corpus.source.lexical.ofNote(id).keys())
      if (NAMING.test(term)) counts.set(term, (counts.get(term) ?? 0) + 1);
    for (const term of corpus.names.of(slot)?.terms ?? []) titles.set(term, (titles.get(term) ?? 0) + 1);
  }
  return { counts, titles };
}

function chosen(corpus: Corpus, slots: readonly number[], terms: readonly string[]): string[] {
  const languages = new Set(slots.map((slot) => corpus.notes.languageOf(slot)));
  const written = writers(corpus, slots);
  const names: string[] = [];
  for (const term of terms) {
    const word = written(term);
    if (term.length < 3 && !/\p{Script=Han}|\p{Script=Hiragana}|\p{Script=Katakana}/u.test(term)) continue;
    if (
      BOILERPLATE.has(term) ||
      [...languages].some((language) => isStopWord(word, language) || isStopWord(term, language))
    )
      continue;
    // One that holds another says nothing new.
    if (names.some((name) => name.includes(word) || word.includes(name))) continue;
    names.push(word);
    if (names.length === WORDS) break;
  }
  return names;
}

/** Terms as most of the region's notes write them. */
function writers({ notes, source }: Corpus, slots: readonly number[]): (term: string) => string {
  const asked = slots.slice(0, ASKED).map((slot) => {
    const id = notes.idOf(slot);
    const written = writtenBy(source.lexical.formsOf(id), notes.languageOf(slot));
    return { terms: source.lexical.ofNote(id), written };
  });
  return (term) => {
    const votes = new Map<string, number>();
    for (const { terms, written } of asked)
      if (terms.has(term)) votes.set(written(term), (votes.get(written(term)) ?? 0) + 1);
    const best = [...votes].sort((a, b) => b[1] - a[1] || a[0].length - b[0].length)[0];
    return best?.[0] ?? term;
  };
}
