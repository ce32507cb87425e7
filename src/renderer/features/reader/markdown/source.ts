import { FILL, type Masked, type MaskItem } from '../../../../common/markup/mask.ts';

/** A note's text beside its masked copy, and what the mask hides, by place. */
export class Source {
  readonly text: string;
  readonly masked: string;
  readonly #items: readonly MaskItem[];

  constructor(text: string, masked: Masked) {
    this.text = text;
    this.masked = masked.text;
    this.#items = masked.items;
  }

  /** The item that `offset` lies in. */
  itemAt(offset: number): MaskItem | null {
    let low = 0;
    let high = this.#items.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.#items[middle]!.end <= offset) low = middle + 1;
      else high = middle;
    }
    const item = this.#items[low];
    return item && item.start <= offset ? item : null;
  }

  /** Finds one after another the places of the filled characters that values parsed from `offset` on hold. */
  fillsFrom(offset: number): Fills {
    return new Fills(this, offset);
  }
}

/**
 * Values of the tree hold filled characters in the order of the source, whatever else the parser has taken out of
 * them: so the n-th of the one is the n-th of the other.
 */
export class Fills {
  readonly #source: Source;
  #at: number;

  constructor(source: Source, offset: number) {
    this.#source = source;
    this.#at = offset;
  }

  next(): number {
    const found = this.#source.masked.indexOf(FILL, this.#at);
    this.#at = found < 0 ? this.#source.masked.length : found + 1;
    return found;
  }

  skipTo(offset: number): void {
    this.#at = offset;
  }

  /** The value as the source has it: what was filled in code, addresses or HTML is what it looks like. */
  restore(value: string): string {
    if (!value.includes(FILL)) return value;
    let out = '';
    for (const c of value) {
      if (c !== FILL) {
        out += c;
        continue;
      }
      const at = this.next();
      out += at < 0 ? '' : this.#source.text[at];
    }
    return out;
  }
}
