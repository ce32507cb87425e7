import type { Element, ElementContent } from 'hast';
import { own } from './elements.ts';

/** Footnotes of a whole note: numbered in the order in which they are referred to, in whatever segment that is. */
export class Footnotes {
  readonly #numbers = new Map<string, { number: number; times: number }>();
  readonly #texts = new Map<string, ElementContent[]>();

  refer(label: string): { number: number; nth: number } {
    const known = this.#numbers.get(label) ?? { number: this.#numbers.size + 1, times: 0 };
    this.#numbers.set(label, known);
    return { number: known.number, nth: ++known.times };
  }

  /** The first definition counts. A stub, which only makes references known, has nothing in it. */
  define(label: string, children: ElementContent[]): void {
    if (children.length > 0 && !this.#texts.has(label)) this.#texts.set(label, children);
  }

  /** The notes at the end of the page; null where there are none. */
  section(): Element | null {
    const items = [...this.#numbers].map(([label, { number, times }]) =>
      own(
        'x-footnote-text',
        { dataLabel: label, dataNumber: number, dataTimes: times },
        this.#texts.get(label) ?? [],
      ),
    );
    return items.length ? own('x-footnotes', {}, items) : null;
  }

  get labels(): string[] {
    return [...this.#numbers.keys()];
  }
}
