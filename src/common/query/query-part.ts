import type { Span } from '../span.ts';

/** What a question is made of, in the order in which it was typed. Spans are offsets into the question. */
export type QueryPart = TextPart | PhrasePart | WithoutPart | FilterPart;

/** Words that stand bare; blanks between them are not part of any. */
export interface TextPart extends Span {
  readonly kind: 'text';
  readonly text: string;
}

/** Words in quotes, which have to stand in a note just so. */
export interface PhrasePart extends Span {
  readonly kind: 'phrase';
  readonly text: string;
  readonly negated: boolean;
}

/** `-word`: notes that say it, in whatever form, are left out. */
export interface WithoutPart extends Span {
  readonly kind: 'without';
  readonly text: string;
}

export type FilterField = 'tag' | 'path' | 'lang' | 'linked' | 'before' | 'after';

/** `field:value`. */
export interface FilterPart extends Span {
  readonly kind: 'filter';
  readonly field: FilterField;
  /**
   * What it is compared with: for `lang` a BCP-47 primary language, for `before` and `after` an ISO date, for `linked`
   * a note's name; otherwise as it was written, without quotes.
   */
  readonly value: string;
  /** Where the value stands, quotes and brackets included. */
  readonly valueSpan: Span;
  /** For `linked`: 'note', or 'none' and 'any' for notes without links and with some. */
  readonly links?: 'note' | 'none' | 'any';
  readonly negated: boolean;
}

/** What can be wrong with a question, for whoever says it in another language. */
export type QueryMistake = 'quote-open' | 'note-open' | 'value-missing' | 'no-language' | 'no-date';

/** What is wrong with a question, and where. */
export interface QueryProblem extends Span {
  readonly mistake: QueryMistake;
  readonly reason: string;
  readonly hint: string;
}

export interface ReadQuery {
  readonly parts: readonly QueryPart[];
  /** The first thing that makes no sense; null where everything does. */
  readonly problem: QueryProblem | null;
}
