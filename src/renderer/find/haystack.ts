import { fold } from '../../common/text.ts';

/** Stands before and after every text: nothing that is typed holds it. */
const EDGE = '\n';
/** Matches looked at before the shortest of them are taken. */
const LOOKED_AT = 400;

/** Case, accents and punctuation aside: words with single spaces between them. */
export const plain = (text: string): string =>
  fold(text)
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

/**
 * Many short texts in one long one, so that looking through all of them is a search in a single string, which engines
 * do at the speed of memory.
 */
export class Haystack {
  #all = EDGE;
  readonly #starts: number[] = [];
  /** By text, a bit for each letter in it; worked out when first asked for. */
  readonly #letters: number[] = [];

  get size(): number {
    return this.#starts.length;
  }

  /** Adds a text; its index is the number of those before it. */
  add(text: string): void {
    this.#starts.push(this.#all.length);
    this.#all += plain(text) + EDGE;
  }

  /** Makes one string of all that was added, so that the first question need not wait for it. */
  seal(): void {
    this.#all.indexOf('\0');
  }

  /** The text as it is compared. */
  at(i: number): string {
    const end = this.#starts[i + 1] ?? this.#all.length;
    return this.#all.slice(this.#starts[i]!, end - 1);
  }

  /**
   * Indexes of texts that hold the words as they were typed, one after the other: those that are nothing else first,
   * then those that begin with them, those with a word that does, and the rest; short ones before long ones.
   */
  find(words: string, most: number): number[] {
    const found = new Set<number>();
    for (const pattern of [EDGE + words + EDGE, EDGE + words, ` ${words}`, words]) {
      const more = this.#scan(pattern, LOOKED_AT, found);
      more.sort((a, b) => this.#length(a) - this.#length(b));
      for (const i of more) {
        if (found.size >= most) return [...found];
        found.add(i);
      }
    }
    return [...found];
  }

  /** Indexes of texts that have all letters of the words, in any order: few of many. */
  withLetters(words: string): number[] {
    for (let i = this.#letters.length; i < this.size; i++) this.#letters.push(lettersOf(this.at(i)));
    const wanted = lettersOf(words);
    const out: number[] = [];
    for (let i = 0; i < this.#letters.length; i++) if ((this.#letters[i]! & wanted) === wanted) out.push(i);
    return out;
  }

  /** Indexes of texts that hold all the words, wherever, as long as they are not too many. */
  holding(words: readonly string[], most: number): number[] {
    const [longest = '', ...others] = words.toSorted((a, b) => b.length - a.length);
    if (longest === '') return [];
    const fits = (i: number) => {
      const text = this.at(i);
      return others.every((word) => text.includes(word));
    };
    return this.#scan(longest, most, null, fits);
  }

  #scan(
    pattern: string,
    most: number,
    except: ReadonlySet<number> | null,
    fits: (i: number) => boolean = () => true,
  ): number[] {
    const out: number[] = [];
    let i = -1;
    for (let at = this.#all.indexOf(pattern); at >= 0 && out.length < most; ) {
      // An edge belongs to the text after it.
      i = this.#indexAt(at + (pattern.startsWith(EDGE) ? 1 : 0), i);
      if (!except?.has(i) && fits(i)) out.push(i);
      at = this.#all.indexOf(pattern, (this.#starts[i + 1] ?? this.#all.length) - 1);
    }
    return out;
  }

  /** The text that a place of the long one lies in, which comes after the text `from`. */
  #indexAt(place: number, from: number): number {
    let low = from + 1;
    let high = this.#starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (this.#starts[middle]! <= place) low = middle;
      else high = middle - 1;
    }
    return low;
  }

  #length(i: number): number {
    return (this.#starts[i + 1] ?? this.#all.length) - this.#starts[i]!;
  }
}

/** A bit for each letter of the alphabet, one for digits, and a few that all others share. */
function lettersOf(text: string): number {
  let bits = 0;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code >= 97 && code <= 122) bits |= 1 << (code - 97);
    else if (code >= 48 && code <= 57) bits |= 1 << 26;
    else if (code !== 32) bits |= 1 << (27 + (code % 5));
  }
  return bits;
}
