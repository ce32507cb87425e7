import uFuzzy from '@leeoniya/ufuzzy';
import { type Haystack, plain } from './haystack.ts';

/** More texts than this are not ranked by their words: the person goes on typing. */
const RANKED = 1_000;
/** Nor are more than this looked through for letters. */
const LOOKED_THROUGH = 4_000;

/** Letters of any script; plain text has neither capitals nor punctuation. */
const ANY_SCRIPT: uFuzzy.Options = {
  unicode: true,
  interSplit: '[^\\p{L}\\p{N}]+',
  intraSplit: '(?!)',
  interBound: '[^\\p{L}\\p{N}]',
  intraBound: '\\p{L}\\p{N}|\\p{N}\\p{L}',
  intraChars: '[\\p{L}\\p{N}]',
  intraContr: '(?!)',
};
const LOOSE: uFuzzy.Options = { intraIns: Number.POSITIVE_INFINITY };

const byWords = { latin: new uFuzzy(), any: new uFuzzy(ANY_SCRIPT) };
const byLetters = { latin: new uFuzzy(LOOSE), any: new uFuzzy({ ...ANY_SCRIPT, ...LOOSE }) };

/** What was typed, ready to be looked for. */
export class Needle {
  readonly text: string;
  readonly #words: readonly string[];
  readonly #script: 'latin' | 'any';

  constructor(typed: string) {
    this.text = plain(typed);
    this.#words = this.text.split(' ');
    this.#script = /^[\x00-\x7f]*$/.test(this.text) ? 'latin' : 'any';
  }

  /**
   * Indexes of texts that hold what was typed, the nearest first: as it stands, then, if wanted, its words in any order.
   */
  find(hay: Haystack, most: number, anyOrder = true): number[] {
    if (this.text === '') return [];
    const found = hay.find(this.text, most);
    if (!anyOrder || found.length >= most || this.#words.length < 2) return found;
    const have = new Set(found);
    const candidates = hay.holding(this.#words, RANKED).filter((i) => !have.has(i));
    const texts = candidates.map((i) => hay.at(i));
    const order = ranked(byWords[this.#script], texts, this.text, 1);
    return [...found, ...order.map((i) => candidates[i]!)].slice(0, most);
  }

  /** Indexes of texts that hold its letters, with others between them: 'tknz' finds 'tokenización'. */
  findLoosely(hay: Haystack, most: number): number[] {
    if (this.text.length < 2) return [];
    const candidates = hay.withLetters(this.text).slice(0, LOOKED_THROUGH);
    const texts = candidates.map((i) => hay.at(i));
    const order = ranked(byLetters[this.#script], texts, this.text, 0);
    return order.slice(0, most).map((i) => candidates[i]!);
  }
}

function ranked(fuzzy: uFuzzy, texts: string[], needle: string, outOfOrder: number): number[] {
  const [found, info, order] = fuzzy.search(texts, needle, outOfOrder, RANKED);
  if (!found) return [];
  return info && order ? order.map((i) => info.idx[i]!) : found;
}
