import type { Span } from '../../../common/span.ts';
import { fold } from '../../../common/text.ts';
import { phraseFinder, phrasePlaces } from '../../lexicon/phrase.ts';
import { stemOf } from '../../lexicon/words.ts';
import { folded } from './folded.ts';

const WORD = /[\p{L}\p{N}\p{M}\p{Co}]+/gu;
const DENSE =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}ー]+/gu;
/** Runs up to this long are looked for whole; of a longer one, any two characters. */
const LONGEST_RUN = 4;

/** Where something that was asked for stands, and what. */
export interface Mark extends Span {
  readonly term: string;
}

/** What stands out in a text. */
export interface Wanted {
  readonly words: readonly string[];
  readonly phrases: readonly string[];
  /** The last of the words may be the beginning of a longer one. */
  readonly typing: boolean;
}

/** Finds what was asked for in texts of one language: words in all their forms, phrases as they stand. */
export function marker({ words, phrases, typing }: Wanted, language: string): (text: string) => Mark[] {
  const stems = new Set<string>();
  const runs = new Set<string>();
  for (const word of words) {
    const plain = fold(word.normalize('NFKC'));
    for (const [run] of plain.matchAll(DENSE)) for (const part of partsOf(run)) runs.add(part);
    for (const [part] of plain.replace(DENSE, ' ').matchAll(WORD)) stems.add(stemOf(part, language));
  }
  const begun = typing ? fold(words.at(-1)?.normalize('NFKC') ?? '') : '';
  const exact = phrases.map((phrase) => [phrase, phraseFinder(phrase)] as const);
  return (text) => {
    const marks: Mark[] = [];
    for (const { 0: written, index } of text.matchAll(WORD)) {
      const plain = fold(written.normalize('NFKC'));
      const stem = stemOf(plain, language);
      if (stems.has(stem) || (begun && plain.startsWith(begun)))
        marks.push({ start: index, end: index + written.length, term: stem });
    }
    if (runs.size === 0 && exact.length === 0) return marks;
    const plain = folded(text);
    const found = (start: number, length: number, term: string) =>
      marks.push({ start: plain.sourceAt(start), end: plain.sourceAt(start + length), term });
    for (const run of runs)
      for (let at = plain.text.indexOf(run); at >= 0; at = plain.text.indexOf(run, at + 1))
        found(at, run.length, run);
    for (const [phrase, find] of exact)
      for (const { start, end } of find ? phrasePlaces(find, plain.text) : [])
        found(start, end - start, phrase);
    return merged(marks);
  };
}

function partsOf(run: string): string[] {
  const characters = [...run];
  if (characters.length <= LONGEST_RUN) return [run];
  return characters.slice(1).map((character, i) => characters[i]! + character);
}

/** In order, those that touch each other within a run or a phrase as one. */
function merged(marks: Mark[]): Mark[] {
  const out: Mark[] = [];
  for (const mark of marks
    .filter(({ start, end }) => end > start)
    .sort((a, b) => a.start - b.start || b.end - a.end)) {
    const last = out.at(-1);
    if (!last || mark.start >= last.end) out.push(mark);
    else if (mark.end > last.end) out[out.length - 1] = { ...last, end: mark.end };
  }
  return out;
}
