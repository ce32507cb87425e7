import { fold } from '../../../common/text.ts';

/** Letters typed within this time of one another are one word. */
const TOGETHER = 700;

/** What was typed lately in a list, to go to the row that begins with it. */
export class Typeahead {
  #typed = '';
  #last = Number.NEGATIVE_INFINITY;

  /**
   * Index of the row meant: the next one that begins with what was typed, accents and case aside; -1 for none. The same
   * letter again goes to the next row with that letter.
   */
  find(
    letter: string,
    names: { readonly length: number; at(i: number): string },
    from: number,
    now: number,
  ): number {
    this.#typed = now - this.#last > TOGETHER ? letter : this.#typed + letter;
    this.#last = now;
    const word = fold(this.#typed);
    const same = [...word].every((one) => one === word[0]);
    const wanted = same ? word[0]! : word;
    const start = same || word.length === 1 ? from + 1 : from;
    for (let step = 0; step < names.length; step++) {
      const i = (Math.max(0, start) + step) % names.length;
      if (fold(names.at(i)).startsWith(wanted)) return i;
    }
    return -1;
  }

  /** Whether a space now belongs to a word that is being typed. */
  typing(now: number): boolean {
    return now - this.#last <= TOGETHER;
  }
}
