import { visitWords } from '../../../lexicon/terms.ts';
import { isNoName } from './no-names.ts';
import { proseOf } from './prose.ts';

/** A word of a text that may be part of a name. */
export interface NameWord {
  readonly term: string;
  /** As it stands there. */
  readonly written: string;
  /** What joins it to the word before, as it stands there; null where nothing does, or too much lies between. */
  readonly joint: string | null;
  /** Begins a line or a sentence: its capital says nothing. */
  readonly first: boolean;
  /** Begins its line. */
  readonly leads: boolean;
}

const DENSE = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}ー\p{Script=Thai}]/u;
const TOKEN =
  /[\p{Script=Katakana}ー]+|[\p{Script=Han}\p{Script=Hiragana}\p{Script=Thai}]+|[\p{L}\p{M}][\p{L}\p{M}\p{N}]*/gu;
/** Katakana write words of other languages, whole: the dictionary does not know them. */
const KATAKANA = /^[\p{Script=Katakana}ー]+$/u;
/** What may stand between the words of one name: a blank or a hyphen, else a short joining word. */
const JOINT =
  /^(?:[ \u00a0]|-|[ \u00a0](?:de|del|de la|de los|des|du|of|of the|da|do|dos|das|di|della|der|von|and|y|e|et|und|для)[ \u00a0])$/u;
const SENTENCE = /[.!?:…]["”»)]*\s*$/u;
/** A hump in the middle: a name of code. */
const CODE_NAME = /\p{Ll}\p{Lu}\p{Ll}+\p{Lu}|^\p{Ll}+\p{Lu}/u;
const segmenters = new Map<string, Intl.Segmenter>();

/** The words of a line of prose that may be part of a name, in order. */
export function wordsOf(line: string, language: string): NameWord[] {
  const prose = proseOf(line.normalize('NFC'));
  const found: NameWord[] = [];
  let end = 0;
  let known = false;
  let leads = true;
  for (const { index, text, dense } of tokens(prose, language)) {
    const between = prose.slice(end, index);
    const term = telling(text, language, dense);
    const wasFirst = leads;
    leads = false;
    if (term === null) continue;
    const joint = known ? (dense && between === '' ? '' : JOINT.test(between) ? between : null) : null;
    found.push({
      term,
      written: text,
      joint,
      first: wasFirst || SENTENCE.test(prose.slice(0, index)),
      leads: wasFirst,
    });
    end = index + text.length;
    known = true;
  }
  return found;
}

function* tokens(
  prose: string,
  language: string,
): Generator<{ index: number; text: string; dense: boolean }> {
  for (const match of prose.matchAll(TOKEN)) {
    const [text] = match;
    if (!DENSE.test(text)) yield { index: match.index, text, dense: false };
    else if (KATAKANA.test(text)) yield { index: match.index, text, dense: true };
    else
      for (const { segment, index, isWordLike } of segmenter(language, text).segment(text))
        if (isWordLike) yield { index: match.index + index, text: segment, dense: true };
  }
}

function segmenter(language: string, text: string): Intl.Segmenter {
  const of = /[\p{Script=Hiragana}\p{Script=Katakana}]/u.test(text)
    ? 'ja'
    : /^(?:ja|th)$/.test(language)
      ? language
      : 'zh';
  let made = segmenters.get(of);
  if (!made) {
    made = new Intl.Segmenter(of, { granularity: 'word' });
    segmenters.set(of, made);
  }
  return made;
}

/** What a word is counted by; null for one that names nothing. */
function telling(text: string, language: string, dense: boolean): string | null {
  if (dense) return text.length < 2 || isNoName(text, text, language) ? null : text;
  if (text.length < 3 || text.length > 30 || CODE_NAME.test(text)) return null;
  let term: string | null = null;
  visitWords(text, language, (word) => {
    term ??= word.term;
  });
  return term === null || isNoName(text, term, language) ? null : term;
}
